"""Which calendars are made, which of a former build are still right, and what is said about their dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.model.artefacts import Artefact, Entry, calendar, handbook
from builders.model.slices import Slicer
from builders.reading.curriculum import Reading
from builders.workflow.calendars import calendars, dates_said, still_held
from builders.workflow.request import Request, UsageError

REQUEST = Request(Path(), Path("dist"), 1, start=date(2027, 2, 6))


def _entries(*artefacts: Artefact) -> list[Entry]:
    return [Entry(artefact, 1, "0" * 64) for artefact in artefacts]


def test_one_for_each_course_and_language(reading: Reading) -> None:
    made = {artefact.path: artefact for artefact in calendars(reading.editions, REQUEST)}
    assert set(made) == {
        f"calendar/{language}/{course}.ics" for language in ("en", "hi", "mr") for course in ("two-day", "five-day")
    }
    assert made["calendar/hi/two-day.ics"].dates == ("2027-02-06", "2027-02-08")
    assert not list(calendars(reading.editions, replace(REQUEST, start=None)))


def test_a_plain_build_with_a_first_day_wants_them_besides_everything_else(reading: Reading) -> None:
    made = next(calendars(reading.editions, REQUEST))
    assert REQUEST.wants(made)
    assert REQUEST.wants(handbook("en"))
    assert not REQUEST.limited
    assert not replace(REQUEST, course="another").wants(made)


def test_calendars_of_shorter_courses_are_forgotten(reading: Reading) -> None:
    right, short = calendar("en", "two-day", ("2027-02-06", "2027-02-08")), calendar("en", "five-day", ("2027-02-06",))
    gone = calendar("en", "gone", ("2027-02-06",))
    assert list(still_held([right, short, gone, handbook("en")], reading.editions)) == [right]


def test_what_is_said_is_about_what_was_asked_for() -> None:
    asked, other = calendar("en", "two-day", ("2027-02-06", "2027-02-08")), calendar("en", "five-day", ("2026-01-01",) * 5)
    said = list(dates_said(_entries(asked, other), replace(REQUEST, course="two-day")))
    assert said == ["two-day: Sat 2027-02-06, Mon 2027-02-08; without Sun 2027-02-07."]


def test_a_calendar_hangs_on_titles_and_times_alone(reading: Reading) -> None:
    made = calendar("en", "two-day", ("2027-02-06", "2027-02-08"))
    cut = Slicer(reading.editions["en"]).slice_for(made)
    segments = [segment for module in cut.modules for session in module.sessions for segment in session.segments]
    assert all(segment.title.value and segment.minutes for segment in segments)
    assert not [segment for segment in segments if segment.blocks]
    assert not [module for module in cut.modules if module.questions or module.scenarios or module.sops]


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, only="handbook"),
        replace(REQUEST, module="empathy"),
        replace(REQUEST, audience="participant"),
        replace(REQUEST, standards=("gift",)),
        replace(REQUEST, start=None, only="calendar"),
        replace(REQUEST, start=None, days_off="weekend"),
        replace(REQUEST, start=None, holidays=(date(2027, 1, 26),)),
    ],
)
def test_dates_for_nothing_are_refused(request_: Request) -> None:
    with pytest.raises(UsageError, match="--start"):
        request_.check_dates()


@pytest.mark.parametrize("request_", [REQUEST, replace(REQUEST, only="calendar", days_off="none"), replace(REQUEST, start=None)])
def test_dates_for_something_are_not(request_: Request) -> None:
    request_.check_dates()
