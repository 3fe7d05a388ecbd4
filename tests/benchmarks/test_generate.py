"""The generator keeps what it promises. How long anything takes is not tested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builders.model.blocks import Slide, walk
from builders.model.curriculum import Curriculum
from builders.model.modules import Session
from builders.reading.curriculum import read
from builders.rules import judge

GENERATOR = Path(__file__).parent / "generate.py"


def generated(root: Path, script: str, modules: int = 2) -> Path:
    command = [sys.executable, str(GENERATOR), "--modules", str(modules), "--script", script, str(root)]
    subprocess.run(command, check=True, capture_output=True)
    return root


def bytes_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def words_of(session: Session) -> int:
    texts: list[Any] = [segment.title for segment in session.segments]
    for segment in session.segments:
        for block in walk(segment.blocks):
            texts += [getattr(block, name, None) for name in ("title", "text")]
    letters = (word.strip("-#.123456789") for text in texts if text for word in text.value.split())
    return sum(bool(word) for word in letters)


@pytest.mark.parametrize(("script", "language"), [("latin", "en"), ("devanagari", "hi")])
def test_nothing_is_wrong_with_it(tmp_path: Path, script: str, language: str) -> None:
    reading = read(generated(tmp_path, script))
    assert reading.findings == ()
    assert judge(reading.editions) == ()
    assert list(reading.editions) == [language]


def test_it_has_the_size_that_it_says(tmp_path: Path) -> None:
    curriculum: Curriculum = read(generated(tmp_path, "latin")).editions["en"]
    assert len(curriculum.modules) == 2
    for module in curriculum.modules:
        assert (len(module.sessions), len(module.questions), len(module.scenarios), len(module.sops)) == (6, 48, 1, 1)
        for session in module.sessions:
            blocks = [block for segment in session.segments for block in walk(segment.blocks)]
            assert sum(isinstance(block, Slide) for block in blocks) == 12
            assert 600 <= words_of(session) <= 800
    depths = {course.depth: sum(len(day.slots) for day in course.days) for course in curriculum.courses}
    assert depths == {"core": 2 * 11, "extended": 2 * 9}


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    assert bytes_of(generated(tmp_path / "one", "latin")) == bytes_of(generated(tmp_path / "two", "latin"))


def test_a_longer_curriculum_begins_like_a_shorter_one(tmp_path: Path) -> None:
    shorter, longer = bytes_of(generated(tmp_path / "one", "latin", 1)), bytes_of(generated(tmp_path / "two", "latin", 2))
    module = {name: data for name, data in shorter.items() if "/modules/" in name}
    assert module.items() <= longer.items()


def test_a_folder_that_has_a_curriculum_is_left_alone(tmp_path: Path) -> None:
    generated(tmp_path, "latin", 1)
    with pytest.raises(subprocess.CalledProcessError):
        generated(tmp_path, "latin", 2)
    assert not (tmp_path / "curriculum/modules/module-002").exists()
