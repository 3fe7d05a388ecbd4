"""A page of the player: its HTML comes in, typed nodes go out, with ids in place of the short keys.

The data block is documented in ``script_data.py``. That of version 0.1.0, which knew one test and one language, is read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from builders.comparison.nodes import Decision, Document, Procedure, Question, Scenario, Test
from builders.comparison.opening.failure import NotAPackageError
from builders.comparison.opening.page import PAGE, PROCEDURE, QUESTION, SCENARIO, Html, read_page
from builders.comparison.opening.values import Value

_PARTS = {QUESTION: "questions", SCENARIO: "scenarios", PROCEDURE: "procedures"}


def read_document(data: bytes, path: str) -> Document | None:
    """A page of the player; None for another page. Raises NotAPackageError where its data is not what it should be."""
    try:
        html = read_page(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotAPackageError(f"`{path}` is not UTF-8") from error
    if not html.data:
        return None
    return _document(Value.parsed(html.data, f"`{path}`"), html, path)


def _document(block: Value, html: Html, path: str) -> Document:
    language, version = block.at("language").text(), block.at("version").text()
    names: dict[str, Mapping[str, str]] = {PAGE: html.page_ids}
    for kind, part in _PARTS.items():
        names[kind] = {key: value.at("id").text() for key, value in block.at(part).entries()}
    return Document(
        id=block.at("id").text(),
        kind=block.at("kind").text() or "module",
        version=version,
        language=language,
        documents={code: name.text() for code, name in block.at("documents").entries()} or {language: path},
        pages={id: key for key, id in html.page_ids.items()},
        counted=tuple(html.page_ids.get(key, key) for key in block.at("counted").texts()),
        tests={value.at("id").text(): _test(value, names[QUESTION]) for value in _tests(block)},
        questions={value.at("id").text(): _question(key, value, html) for key, value in block.at("questions").entries()},
        scenarios={value.at("id").text(): _scenario(key, value, html) for key, value in block.at("scenarios").entries()},
        procedures={value.at("id").text(): _procedure(key, value, html) for key, value in block.at("procedures").entries()},
        objectives={value.at("id").text(): value.at("text").text() for value in block.at("objectives").list()},
        reflections=html.reflections,
        settings={key: value.scalar() for key, value in block.at("settings").entries()},
        interface={key: value.text() for key, value in block.at("words").entries()},
        words={(kind, names.get(kind, {}).get(key, key)): passage for (kind, key), passage in html.passages.items()},
        frame=replace(html.frame, words=html.frame.words.replace(version, "…")) if version else html.frame,
    )


def _tests(block: Value) -> list[Value]:
    """The tests; in the form of 0.1.0 there is at most one, and what is known of it stands apart."""
    if "tests" in block or not block.at("assessment").text():
        return block.at("tests").list()
    test = {key: block.at(key).raw for key in ("drawn", "mastery", "attempts")}
    test |= {"id": "assessment", "key": block.at("assessment").raw, "questions": block.at("final").raw}
    return [Value(test, block.way)]


def _test(value: Value, names: Mapping[str, str]) -> Test:
    questions = tuple(names.get(key, key) for key in value.at("questions").texts())
    drawn, attempts = value.at("drawn").whole(), value.at("attempts").whole()
    return Test(value.at("key").text(), questions, drawn, value.at("mastery").number(), attempts)


def _question(key: str, value: Value, html: Html) -> Question:
    options = tuple(_pair(option) for option in value.at("options").list())
    names = dict(options)
    right = value.at("right").text()
    width = len(options[0][0]) if options and options[0][0] else 0
    parts = tuple(right[at : at + width] for at in range(0, len(right), width)) if width else (right,)
    tolerance = (f"± {value.at('tolerance').scalar()}",) if "tolerance" in value else ()
    return Question(
        key=key,
        kind=value.at("kind").text(),
        objective=value.at("objective").text(),
        level=value.at("level").text(),
        options=options,
        right=tuple(names.get(part, part) for part in parts) + tolerance,
        values=html.values.get(key, frozenset()),
        asked=key in html.asked,
    )


def _pair(value: Value) -> tuple[str, str]:
    parts = value.texts()
    if len(parts) != 2:
        raise NotAPackageError(f"the data of {value.way} is not a key and an id")
    return parts[0], parts[1]


def _scenario(key: str, value: Value, html: Html) -> Scenario:
    owner = (SCENARIO, key)
    stem = f"moment-{value.at('id').text()}-"
    names = {node: found.at("id").text() for node, found in value.at("nodes").entries()}
    names |= {end: html.parts.get((owner, end), "").removeprefix(stem) or end for end, _ in value.at("endings").entries()}
    return Scenario(
        key=key,
        mastery=value.at("mastery").number() or 0,
        start=names.get(value.at("start").text(), ""),
        nodes={
            names[node]: dict(_decision(choice, names) for choice in found.at("choices").list())
            for node, found in value.at("nodes").entries()
        },
        endings={names[end]: grade.text() for end, grade in value.at("endings").entries()},
        keys={id: node for node, id in names.items()},
    )


def _decision(value: Value, names: Mapping[str, str]) -> tuple[str, Decision]:
    """Id and node of what the data has as key, id, points and the key of what follows."""
    parts = value.list()
    if len(parts) != 4:
        raise NotAPackageError(f"the data of {value.way} is no decision")
    key, id, points, following = parts
    return id.text(), Decision(key.text(), points.number() or 0, names.get(following.text(), following.text()))


def _procedure(key: str, value: Value, html: Html) -> Procedure:
    owner = (PROCEDURE, key)
    stem = f"step-{value.at('id').text()}-"
    following = {step: found.texts() for step, found in value.at("next").entries()}
    names = {step: html.parts.get((owner, step), "").removeprefix(stem) or step for step in following}
    return Procedure(
        key=key,
        start=names.get(value.at("start").text(), ""),
        steps={names[step]: tuple(names.get(other, other) for other in others) for step, others in following.items()},
        keys={id: step for step, id in names.items()},
    )
