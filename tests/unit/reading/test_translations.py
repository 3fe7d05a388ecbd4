"""Translations over their source: what is taken, what falls back, what is stale, missing, orphaned or built differently."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.model.blocks import Activity, Prose, Reference, walk
from builders.model.curriculum import Curriculum
from builders.model.modules import Session
from builders.reading.curriculum import Reading, read

Edit = Callable[[str, str, str], Reading]
"""Replace the first occurrence of a text in a file, and read again."""


@pytest.fixture
def edit(tmp_path: Path, repository: Path) -> Edit:
    root = tmp_path / "academy"
    shutil.copytree(repository / "tests/curricula/valid/small/curriculum", root / "curriculum")

    def change(file: str, old: str, new: str) -> Reading:
        path = root / "curriculum" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return read(root)

    return change


def _codes(reading: Reading, *, above_notes: bool = True) -> list[str]:
    return [finding.code for finding in reading.findings if not above_notes or finding.severity != "note"]


def _first_session(edition: Curriculum) -> Session:
    return edition.modules[0].sessions[0]


def test_every_word_of_a_whole_translation_is_in_its_language(reading: Reading) -> None:
    for language in ("hi", "mr"):
        module = reading.editions[language].module("empathy")
        assert module is not None
        assert module.translated
        texts = [block.text for session in module.sessions for segment in session.segments for block in walk(segment.blocks)
                 if isinstance(block, Prose)]  # fmt: skip
        texts += [question.stem for question in module.questions]
        texts += [choice.text for question in module.questions for choice in question.choices]
        texts += [node.scene for scenario in module.scenarios for node in scenario.nodes if node.scene]
        texts += [module.title, *(objective.text for objective in module.objectives)]
        assert len(texts) > 150
        assert {(text.language, text.stale) for text in texts} == {(language, False)}


def test_keys_are_the_source_s_in_every_edition(reading: Reading) -> None:
    source = reading.editions["en"].module("empathy")
    assert source is not None
    for language in ("hi", "mr"):
        module = reading.editions[language].module("empathy")
        assert module is not None
        for ours, theirs in zip(module.sessions, source.sessions, strict=True):
            assert [(s.id, s.minutes, s.depth) for s in ours.segments] == [(s.id, s.minutes, s.depth) for s in theirs.segments]
            assert _keys(ours) == _keys(theirs)
        assert [(q.id, q.kind, [(c.id, c.correct) for c in q.choices]) for q in module.questions] == [
            (q.id, q.kind, [(c.id, c.correct) for c in q.choices]) for q in source.questions
        ]


def _keys(session: Session) -> list[object]:
    found: list[object] = []
    for segment in session.segments:
        for block in walk(segment.blocks):
            match block:
                case Activity():
                    found.append((block.id, block.method, block.group, block.minutes))
                case Reference():
                    found.append((block.kind, block.target))
                case _:
                    found.append(type(block).__name__)
    return found


def test_an_untranslated_module_falls_back_whole(reading: Reading) -> None:
    module = reading.editions["hi"].module("negotiation")
    assert module is not None
    assert not module.translated
    assert module.title.language == "en"
    assert ("L006", "curriculum/modules/negotiation/module.yaml") in [(f.code, f.at.file) for f in reading.findings]


def test_a_changed_source_makes_its_segment_stale_and_no_other(edit: Edit) -> None:
    reading = edit("modules/empathy/listening.md", "depth=core}\n", "depth=core}\n\nNew words.\n")
    stale = [finding for finding in reading.findings if finding.code == "L002"]
    session = next(s for s in reading.editions["hi"].modules[0].sessions if s.slug == "listening")
    assert len(stale) == 1
    assert stale[0].at.file == "curriculum/modules/empathy/listening.hi.md"
    assert [segment.title.stale for segment in session.segments] == [True] + [False] * (len(session.segments) - 1)
    assert {segment.title.language for segment in session.segments} == {"hi"}


def test_a_changed_word_keeps_the_translation_and_marks_it(edit: Edit) -> None:
    before = edit("curriculum.yaml", "title: ", "title: ")
    title = before.editions["hi"].title
    reading = edit("curriculum.yaml", "title: ", "title: New ")
    assert "L002" in _codes(reading)
    assert (reading.editions["hi"].title.value, reading.editions["hi"].title.stale) == (title.value, True)


def test_a_missing_segment_falls_back(edit: Edit) -> None:
    reading = edit("modules/empathy/listening.hi.md", "{#", "{#not-")
    assert {"L001", "L004"} <= set(_codes(reading))
    session = next(s for s in reading.editions["hi"].modules[0].sessions if s.slug == "listening")
    assert session.segments[0].title.language == "en"


def test_a_missing_block_is_an_error_and_falls_back(edit: Edit) -> None:
    reading = edit("modules/empathy/listening.hi.md", ":: question", "(:: question")
    assert "L003" in _codes(reading)


def test_an_orphaned_key_is_an_error(edit: Edit) -> None:
    reading = edit("modules/empathy/module.hi.yaml", "title:", "titel:")
    assert {"L001", "L004"} <= set(_codes(reading))


def test_a_language_without_edition_is_an_error(edit: Edit, tmp_path: Path) -> None:
    other = tmp_path / "academy/curriculum/modules/empathy/module.ta.yaml"
    other.write_text("title: x\n", encoding="utf-8")
    assert "L007" in _codes(edit("curriculum.yaml", "title: ", "title: "))
