"""What a trainer takes along, and calendars: made by the command line, right after every build."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ZIP = "take-along/one-day-0.1.0-en-take-along.zip"


def _same_as_beside(dist: Path) -> list[str]:
    """The names in the English zip, after looking whether each holds what lies beside the zip."""
    with zipfile.ZipFile(dist / ZIP) as archive:
        names = archive.namelist()
        for name in names[1:]:
            assert archive.read(name) == (dist / name).read_bytes(), name
    return names


def test_zips_follow_what_is_built(academy: Path, curriculum: Run, snapshot: Callable[[Path], dict[str, str]]) -> None:
    dist = academy / "dist"
    decks = ("build", "--root", academy, "--only", "decks")
    assert curriculum(*decks).returncode == 0
    names = _same_as_beside(dist)
    assert names[0] == "index.html"
    assert len(names) == 1 + len(list(dist.glob("decks/en/**/*.pptx")))
    first = snapshot(dist / "take-along")
    assert len(first) == 2

    calendars = curriculum("build", "--root", academy, "--only", "calendar", "--start", "2027-02-07")
    assert calendars.returncode == 0, calendars.stderr
    assert "one-day: Mon 2027-02-08; without Sun 2027-02-07." in calendars.stdout
    assert "calendar/en/one-day.ics" in _same_as_beside(dist)
    assert b"DTSTART;TZID=Asia/Kolkata:20270208T" in (dist / "calendar/en/one-day.ics").read_bytes()

    session = academy / "curriculum/modules/empathy/listening.md"
    session.write_text(session.read_text(encoding="utf-8").replace("Two chairs", "Three chairs"), encoding="utf-8")
    built = curriculum(*decks)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "calendar/en/one-day.ics" in _same_as_beside(dist)
    assert snapshot(dist / "take-along")["one-day-0.1.0-en-take-along.zip"] != first["one-day-0.1.0-en-take-along.zip"]
    listed = json.loads((dist / "build.json").read_text(encoding="utf-8"))["artefacts"]
    assert {"path": ZIP, "course": "one-day"}.items() <= next(item for item in listed if item["path"] == ZIP).items()
    assert [item["dates"] for item in listed if item["kind"] == "calendar"] == [["2027-02-08"]] * 2


def test_days_without_training_can_be_named(academy: Path, curriculum: Run) -> None:
    asked = ("build", "--root", academy, "--only", "calendar", "--language", "en", "--start", "2027-02-06")
    built = curriculum(*asked, "--days-off", "weekend", "--holiday", "2027-02-08")
    assert built.returncode == 0, built.stderr
    assert "one-day: Tue 2027-02-09; without Sat 2027-02-06, Sun 2027-02-07, Mon 2027-02-08." in built.stdout
    assert not (academy / "dist/take-along").exists(), "a calendar alone is nothing to teach from"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--start", "2027-02-30"), "2027-02-30 is not in the calendar; write year, month and day, as in 2027-02-01."),
        (("--start", "7/2/2027"), "7/2/2027 is no date; write year, month and day, as in 2027-02-01."),
        (("--start", "0001-01-01"), "0001-01-01: the year has to be from 2000 to 2199."),
        (("--only", "calendar"), "--only calendar needs --start, the first day of the course"),
        (("--holiday", "2027-01-26"), "--holiday needs --start, the first day of the course"),
        (("--start", "2027-02-01", "--only", "decks"), "--only decks leaves them out"),
        (("--start", "2027-02-01", "--course", "one-dya"), "there is no such course"),
    ],
)
def test_wrong_dates_are_usage_errors(academy: Path, curriculum: Run, options: tuple[str, ...], sentence: str) -> None:
    refused = curriculum("build", "--root", academy, *options)
    assert refused.returncode == 2
    assert sentence in " ".join(refused.stderr.split())
    assert "Traceback" not in refused.stderr
    assert not (academy / "dist").exists()
