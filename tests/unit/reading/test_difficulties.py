"""Common difficulties of a session: read in order, translated by id, stale with the rest of the session's head."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders.model.modules import Difficulty
from builders.reading.curriculum import Reading, read

FIRST = "curriculum/modules/kit/first.md"


@pytest.fixture
def academy(tmp_path: Path, repository: Path) -> Path:
    shutil.copytree(repository / "tests/curricula/valid/learner/curriculum", tmp_path / "curriculum")
    return tmp_path


def _difficulties(reading: Reading, language: str) -> tuple[Difficulty, ...]:
    session = reading.editions[language].session("kit.first")
    assert session
    return session.difficulties


def _replace(root: Path, old: str, new: str) -> Reading:
    path = root / FIRST
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return read(root)


def test_each_has_its_words_and_its_place(academy: Path) -> None:
    (only,) = _difficulties(read(academy), "en")
    assert (only.id, only.when.value) == ("quiet", "TRAINERONLY Nobody speaks when asked.")
    assert only.do.value == "TRAINERONLY Ask pairs, *not* the room [@checked]."
    assert (only.at.file, only.at.line) == (FIRST, 10)


def test_a_translation_gives_the_words_by_id(academy: Path) -> None:
    (only,) = _difficulties(read(academy), "mr")
    assert (only.id, only.when.language, only.do.language, only.do.stale) == ("quiet", "mr", "mr", False)
    (fallen_back,) = _difficulties(read(academy), "hi")
    assert fallen_back.when.language == "en"


def test_a_changed_one_makes_the_translation_stale(academy: Path) -> None:
    reading = _replace(academy, "Nobody speaks when asked", "Nobody answers")
    assert [(finding.code, finding.at.file) for finding in reading.findings if finding.code == "L002"] == [
        ("L002", "curriculum/modules/kit/first.mr.md")
    ]
    assert _difficulties(reading, "mr")[0].when.stale


def test_one_without_an_answer_is_a_finding(academy: Path) -> None:
    reading = _replace(academy, ', do: "TRAINERONLY Ask pairs, *not* the room [@checked]."', "")
    assert ("S002", 10) in [(finding.code, finding.at.line) for finding in reading.findings if finding.at.file == FIRST]
