"""The date that a deck bears is that of what it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from builders.model.artefacts import course_deck, day_deck, handbook, session_deck
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.workflow.dates import SourceDates

MODULE, COURSE = "curriculum/modules/empathy", "curriculum/courses/one-day"


@pytest.fixture
def source(repository: Path) -> Curriculum:
    return read(repository / "tests/curricula/valid/small").editions["en"]


@pytest.mark.parametrize(
    ("dates", "session", "day"),
    [
        ({MODULE: "2026-03-01", COURSE: "2026-02-01"}, "2026-03-01", "2026-03-01"),
        ({MODULE: "2026-03-01", COURSE: "2026-04-01"}, "2026-03-01", "2026-04-01"),
        ({MODULE: "2026-03-01"}, "2026-03-01", ""),
        ({COURSE: "2026-03-01"}, "", ""),
        ({}, "", ""),
    ],
)
def test_days_and_courses_are_as_old_as_the_newest_of_their_parts(
    source: Curriculum, dates: Mapping[str, str], session: str, day: str
) -> None:
    dated = SourceDates(source, dates)
    assert dated.of(session_deck("hi", "one-day", "empathy.listening", "1.0.0")) == session
    assert dated.of(day_deck("en", "one-day", 1)) == day
    assert dated.of(course_deck("en", "one-day", "1.0.0")) == day


def test_what_is_no_deck_bears_no_date(source: Curriculum) -> None:
    assert SourceDates(source, {MODULE: "2026-03-01", COURSE: "2026-03-01"}).of(handbook("en")) == ""
