"""What is remembered of files is what reading them says, and is kept no longer than they are as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders.reading.curriculum import Reading, read
from builders.reading.parsing import parse
from builders.workflow import memory
from builders.workflow.memory import ParsedFiles

LISTENING = "curriculum/modules/empathy/listening.md"


@pytest.fixture
def root(repository: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(repository / "tests/curricula/valid/small", tmp_path / "academy"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed and not remembered."""
    names: list[str] = []

    def noted(name: str, *rest: object, **settings: object) -> object:
        names.append(name)
        return parse(name, *rest, **settings)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(memory, "parse", noted)
    return names


def remembering(root: Path) -> Reading:
    files = ParsedFiles(root / "build/parsed.pickle")
    reading = read(root, parse_file=files.parse)
    files.save()
    return reading


def edit(root: Path) -> None:
    path = root / LISTENING
    path.write_text(path.read_text(encoding="utf-8").replace("because of **us**", "because of **somebody**"), encoding="utf-8")


def test_what_is_remembered_is_what_was_read(root: Path, parsed: list[str]) -> None:
    remembering(root)
    parsed.clear()
    found = remembering(root)
    anew = read(root)
    assert parsed == []
    assert repr(found.editions) == repr(anew.editions)  # with every place: those take no part in comparison
    assert found.findings == anew.findings


def test_only_an_edited_file_is_parsed_again(root: Path, parsed: list[str]) -> None:
    remembering(root)
    parsed.clear()
    edit(root)
    assert remembering(root).editions == read(root).editions
    assert parsed == [LISTENING]
    remembering(root)
    assert parsed == [LISTENING]


def test_a_file_that_is_gone_is_forgotten(root: Path, parsed: list[str]) -> None:
    (root / "curriculum/modules/empathy/listening.hi.md").rename(root / "kept.md")
    remembering(root)
    (root / "kept.md").rename(root / "curriculum/modules/empathy/listening.hi.md")
    remembering(root)
    (root / "curriculum/modules/empathy/listening.hi.md").rename(root / "kept.md")
    remembering(root)
    parsed.clear()
    (root / "kept.md").rename(root / "curriculum/modules/empathy/listening.hi.md")
    remembering(root)
    assert parsed == ["curriculum/modules/empathy/listening.hi.md"]


@pytest.mark.parametrize("left", [b"", b"half", b"\x80\x05."], ids=["empty", "text", "no value"])
def test_a_damaged_memory_is_no_memory(root: Path, parsed: list[str], left: bytes) -> None:
    remembering(root)
    everything = list(parsed)
    (root / "build/parsed.pickle").write_bytes(left)
    parsed.clear()
    assert remembering(root).editions == read(root).editions
    assert parsed == everything


def test_a_memory_that_was_cut_off_is_no_memory(root: Path, parsed: list[str]) -> None:
    remembering(root)
    everything = list(parsed)
    path = root / "build/parsed.pickle"
    path.write_bytes(path.read_bytes()[:-100])
    parsed.clear()
    remembering(root)
    assert parsed == everything


def test_what_other_code_wrote_is_not_used(root: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    remembering(root)
    everything = list(parsed)
    parsed.clear()
    monkeypatch.setattr(memory, "code_version", lambda: "another")
    remembering(root)
    assert parsed == everything
