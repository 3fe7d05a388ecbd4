"""Printed matter: made when it is asked for, listed, and gone when a plain build could not vouch for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_printables_are_made_when_asked_for(academy: Path, curriculum: Run, snapshot: Callable[[Path], dict[str, str]]) -> None:
    asked = ("build", "--root", academy, "--only", "printables", "--language", "en")
    built = curriculum(*asked)
    assert built.returncode == 0, built.stderr
    folder = academy / "dist" / "printables"
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    course = {"day-1.pdf", "workbook.pdf", "feedback-form.pdf", "attendance-sheet.pdf", "certificate.pdf", "timetable.xlsx"}
    assert {f"en/one-day/{name}" for name in course} <= made
    assert {name for name in made if name.startswith("en/one-day/plans/")}
    assert all((folder / name).read_bytes().startswith((b"%PDF-", b"PK")) for name in made)
    page = (academy / "dist" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="printables/{name}"' in page for name in made)
    first = snapshot(folder)
    assert curriculum("clean", "--root", academy).returncode == 0
    assert curriculum(*asked).returncode == 0
    assert snapshot(folder) == first


def test_a_plain_build_leaves_nothing_printed_behind(academy: Path, curriculum: Run) -> None:
    asked = ("build", "--root", academy, "--only", "printables", "--course", "one-day", "--language", "en")
    assert curriculum(*asked).returncode == 0
    assert curriculum("build", "--root", academy, "--only", "decks", "--language", "en").returncode == 0
    assert (academy / "dist" / "printables").is_dir(), "a build of something else leaves it"
    assert curriculum("build", "--root", academy).returncode == 0
    assert not (academy / "dist" / "printables").exists(), "it might be out of date"
