"""GIFT: what Moodle reads from the file is what the author wrote. The reader below reads as question/format/gift does."""

from __future__ import annotations

import base64
import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Media, Module
from builders.model.text import Text
from builders.rendering.plain import html_to_plain
from builders.targets.banks import gift

_SIGNS = ":#={}~"
_HOLD = {f"\\{sign}": f"&&{ord(sign):03d};" for sign in _SIGNS} | {"\\n": "&&010"}


def _held(text: str) -> str:
    text = text.replace("\\\\", "&&092;")
    for escape, place in _HOLD.items():
        text = text.replace(escape, place)
    return text.replace("&&092;", "\\")


def _released(text: str) -> str:
    for escape, place in _HOLD.items():
        text = text.replace(place, "\n" if escape == "\\n" else escape[1])
    return text


def _prose(text: str) -> str:
    """A text with its format. Every one that holds prose says that it is HTML."""
    text = text.strip()
    assert text.startswith("[html]"), text
    return _released(text[len("[html]") :])


def _answer(text: str) -> dict[str, Any]:
    weight = re.match(r"%(-?[0-9]{1,2}\.?[0-9]*)%", text)
    body, _, feedback = (text[weight.end() :] if weight else text).partition("#")
    return {"share": float(weight[1]) if weight else None, "text": body, "feedback": _prose(feedback) if feedback else ""}


def _question(lines: list[str]) -> dict[str, Any]:
    comments = [line for line in lines if line.startswith("//")]
    text = _held("\n".join("" if line.startswith("//") else line for line in lines).strip())
    if text.startswith("$CATEGORY:"):
        return {"type": "category", "category": text[10:].strip()}
    assert text.startswith("::")
    name, _, text = text[2:].partition("::")
    stem, _, answers = text.partition("{")
    answers, _, rest = answers.partition("}")
    assert not rest.strip(), "words behind the answers"
    answers, mark, general = answers.partition("####")
    found: dict[str, Any] = {"name": _released(name), "stem": _prose(stem), "general": _prose(general) if mark else ""}
    found["id"] = re.findall(r"\[id:([^\]]+)\]", "\n".join(comments))
    found["tags"] = re.findall(r"\[tag:([^\]]+)\]", "\n".join(comments))
    return found | _typed(answers.strip())


def _typed(answers: str) -> dict[str, Any]:
    if answers.startswith("#"):
        right, _, wrong = answers[1:].partition("~")
        number = _answer(right.strip().removeprefix("="))
        return {"type": "numerical", "answers": [number], "wrong": _prose(wrong.partition("#")[2]) if wrong else ""}
    if "~" in answers:
        single = "=" in answers
        given = [part.strip() for part in answers.replace("=", "~=").split("~") if part.strip()]
        parsed = []
        for part in given:
            one = _answer(part.removeprefix("="))
            one["share"] = 100.0 if part.startswith("=") else (one["share"] or 0.0)
            one["text"] = _prose(one["text"])
            parsed.append(one)
        return {"type": "multichoice", "single": single, "answers": parsed}
    if "=" in answers and "->" in answers:
        pairs = [part.partition("->") for part in answers.split("=") if part.strip()]
        return {"type": "match", "pairs": [(_prose(left), _released(right.strip())) for left, _, right in pairs]}
    value, *feedback = answers.split("#")
    assert value.strip() in {"TRUE", "FALSE"}, answers
    return {"type": "truefalse", "right": value.strip() == "TRUE", "feedback": [_prose(part) for part in feedback]}


def _read(data: bytes) -> list[dict[str, Any]]:
    blocks: list[list[str]] = [[]]
    for line in data.decode().splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [_question(block) for block in blocks if block]


def _by_id(data: bytes) -> dict[str, dict[str, Any]]:
    return {question["id"][0]: question for question in _read(data) if question["type"] != "category"}


def _words(html: str) -> str:
    return "".join(html_to_plain(html).split())


@pytest.fixture(scope="module")
def read(module: Module, curriculum: Curriculum) -> dict[str, dict[str, Any]]:
    return _by_id(gift(module, curriculum))


def test_every_question_is_there_once_with_id_and_tags(module: Module, read: dict[str, dict[str, Any]]) -> None:
    assert list(read) == [question.id for question in module.questions]
    assert read["kit.q-choice"]["tags"] == ["level-remember", "use-check", "use-pre-test", "use-post-test", "use-final"]
    assert read["kit.q-choice"]["name"] == "kit.q-choice Which of these is in the kit?"


def test_categories_are_made_of_ids(editions: dict[str, Curriculum]) -> None:
    def categories(language: str) -> list[str]:
        edition = editions[language]
        return [found["category"] for found in _read(gift(edition.modules[0], edition)) if found["type"] == "category"]

    assert categories("en") == ["$course$/top/kit/kit.name", "$course$/top/kit/kit.use"]
    assert categories("hi") == ["$course$/top/kit-hi/kit.name", "$course$/top/kit-hi/kit.use"]


def test_choice(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-choice"]
    assert question["type"] == "multichoice"
    assert question["single"]
    assert [(_words(each["text"]), each["share"]) for each in question["answers"]] == [
        ("Thelamp", 100),
        ("Theladder", 0),
        ("Thetable", 0),
    ]
    assert "[Asourcethatwasread]" in _words(question["answers"][0]["feedback"])
    assert _words(question["general"]) == "HintItshines."


def test_ticking_everything_is_worth_nothing(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-multiple"]
    assert not question["single"]
    shares = [each["share"] for each in question["answers"]]
    assert shares == [50, 50, -100]
    assert sum(shares) == 0


def test_true_false_says_the_wrong_feedback_first(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-true"]
    assert question["type"] == "truefalse"
    assert question["right"] is True
    assert [_words(said) for said in question["feedback"]] == ["Lookatthetableagain.", "Itisblue."]


def test_a_false_statement_swaps_them(module: Module, curriculum: Curriculum) -> None:
    statement = module.question("kit.q-true")
    assert statement
    false = dataclasses.replace(module, questions=(dataclasses.replace(statement, answer=False),))
    question = _by_id(gift(false, curriculum))["kit.q-true"]
    assert question["right"] is False
    assert [_words(said) for said in question["feedback"]] == ["Itisblue.", "Lookatthetableagain."]


def test_match(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-match"]
    assert question["type"] == "match"
    assert [(_words(left), right) for left, right in question["pairs"]] == [
        ("Lamp", "Light"),
        ("Rope", "Holding"),
        ("Bag", "Carrying"),
    ]
    assert "Allthreefit." in _words(question["general"])


def test_order_asks_for_places_and_does_not_stand_in_order(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-order"]
    places = [(_words(left), right) for left, right in question["pairs"]]
    assert dict(places) == {"Openthebag": "1", "Lightthelamp": "2", "Tietherope": "3"}
    assert [place for _, place in places] != ["1", "2", "3"]
    assert "1comesfirst" in _words(question["stem"])


def test_number_has_its_tolerance_and_names_its_unit(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-number"]
    assert question["type"] == "numerical"
    assert question["answers"][0]["text"] == "12.5:0.5"
    assert question["answers"][0]["share"] == 100
    assert _words(question["wrong"]) == "Itislongerthanacar."
    assert "Answerin:metres" in _words(question["stem"])


def test_no_answer_of_a_rating_is_wrong(read: dict[str, dict[str, Any]]) -> None:
    question = read["kit.q-rating"]
    assert question["single"]
    assert [each["share"] for each in question["answers"]] == [100] * 5
    assert _words(question["answers"][0]["text"]) == "1–Notatall"
    assert _words(question["answers"][4]["text"]) == "5–Very"


def test_words_cannot_break_out(attacked: tuple[Module, Curriculum], words: Callable[[Text], str]) -> None:
    module, curriculum = attacked
    read = _by_id(gift(module, curriculum))
    assert list(read) == [question.id for question in module.questions]
    for question in module.questions:
        found = read[question.id]
        assert words(question.stem) in _words(found["stem"])
        for choice in question.choices:
            given = next(each for each in found["answers"] if _words(each["text"]) == words(choice.text))
            assert choice.feedback
            assert _words(given["feedback"]).replace("[Asourcethatwasread]", "") == words(choice.feedback)
        for pair in question.pairs:
            # Moodle's reader takes "&&058;" for a colon, wherever words stand as they are.
            right = words(pair.right).replace("&&058;", ":")
            assert (words(pair.left), right) in [(_words(left), "".join(right.split())) for left, right in found["pairs"]]
    assert b"<script" not in gift(module, curriculum)
    assert b"onerror" not in gift(module, curriculum)
    assert b"javascript" not in gift(module, curriculum)


def test_devanagari_stays_as_it_is(attacked: tuple[Module, Curriculum]) -> None:
    assert "प्रश्न क्ष\u200dत्र".encode() in gift(*attacked)


def test_a_picture_stands_in_its_address(pictured: tuple[Module, Curriculum], lamp: Media) -> None:
    question = _by_id(gift(*pictured))["kit.q-choice"]
    address = f"data:image/png;base64,{base64.b64encode(lamp.data).decode()}"
    for html in (question["stem"], question["answers"][0]["text"], question["answers"][0]["feedback"]):
        assert f'src="{address}"' in html


def test_the_same_bytes_twice(module: Module, curriculum: Curriculum) -> None:
    assert gift(module, curriculum) == gift(module, curriculum)


def test_ids_do_not_depend_on_words(attacked: tuple[Module, Curriculum], module: Module, curriculum: Curriculum) -> None:
    def labels(data: bytes) -> list[str]:
        return [line for line in data.decode().splitlines() if line.startswith(("// [id:", "$CATEGORY:"))]

    assert labels(gift(*attacked)) == labels(gift(module, curriculum))
