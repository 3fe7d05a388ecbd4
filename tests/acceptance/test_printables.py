"""Printed matter: made when it is asked for, listed, and gone when it is out of date."""

from __future__ import annotations

import re
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


def test_what_was_printed_stays_until_it_is_out_of_date(academy: Path, curriculum: Run) -> None:
    asked = ("build", "--root", academy, "--only", "printables", "--course", "one-day", "--language", "en")
    assert curriculum(*asked).returncode == 0
    assert curriculum("build", "--root", academy, "--only", "decks", "--language", "en").returncode == 0
    assert (academy / "dist" / "printables").is_dir(), "a build of something else leaves it"
    assert list((academy / "dist/printables/en/empathy").glob("*.pdf")), "sheets of the modules that the course teaches"
    assert curriculum("build", "--root", academy).returncode == 0
    printed = academy / "dist/printables/en/one-day"
    before = {path.name for path in printed.rglob("*.pdf")}
    assert "empathy.listening.pdf" in before
    session = academy / "curriculum/modules/empathy/listening.md"
    session.write_text(session.read_text(encoding="utf-8").replace("the", "this", 3), encoding="utf-8")
    built = curriculum("build", "--root", academy)
    assert built.returncode == 0, built.stderr
    after = {path.name for path in printed.rglob("*.pdf")}
    assert after < before
    assert "empathy.listening.pdf" not in after
    assert re.search(r"out of date now, so taken out: \d+ printable\.", built.stdout)
