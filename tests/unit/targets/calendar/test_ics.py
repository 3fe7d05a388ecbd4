"""Calendar files by the letter of RFC 5545."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from builders.model.courses import BreakSlot, Course
from builders.model.curriculum import Curriculum
from builders.model.dates import course_dates
from builders.reading.curriculum import Reading
from builders.targets.calendar import course_calendar

DATES = (date(2027, 2, 1), date(2027, 2, 2))
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION")


def _course(curriculum: Curriculum) -> Course:
    return next(course for course in curriculum.courses if course.id == "two-day")


def _lines(data: bytes) -> list[str]:
    """Content lines, unfolded (section 3.1)."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _events(data: bytes) -> list[dict[str, str]]:
    """The properties of each event by name, without their parameters."""
    events: list[dict[str, str]] = []
    for line in _lines(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and not line.startswith(("BEGIN", "END")):
            assert name.partition(";")[0] not in events[-1], "once in an event"
            events[-1][name.partition(";")[0]] = value
    return events


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_lines(language: str, reading: Reading) -> None:
    edition = reading.editions[language]
    data = course_calendar(_course(edition), edition, dates=DATES)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    for line in _lines(data):
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^;:]+)*:.*", line), line


def test_components_are_nested(reading: Reading) -> None:
    edition = reading.editions["en"]
    open_: list[str] = []
    for line in _lines(course_calendar(_course(edition), edition, dates=DATES)):
        if line.startswith("BEGIN:"):
            open_.append(line[6:])
        elif line.startswith("END:"):
            assert open_.pop() == line[4:]
        elif line.startswith("VERSION:"):
            assert (open_, line) == (["VCALENDAR"], "VERSION:2.0")
    assert not open_


def test_events(reading: Reading) -> None:
    edition = reading.editions["en"]
    course = _course(edition)
    events = _events(course_calendar(course, edition, dates=DATES))
    assert len(events) == sum(not isinstance(slot, BreakSlot) for day in course.days for slot in day.slots)
    for event in events:
        assert set(event) == set(ONCE)
        begin, end = (datetime.strptime(event[name], "%Y%m%dT%H%M%S") for name in ("DTSTART", "DTEND"))  # noqa: DTZ007 - local time
        assert begin < end
        assert begin.date() == end.date()
    assert events[0]["DTSTART"] == "20270201T093000"
    assert events[-1]["DTEND"] == "20270202T173000"
    assert events[1]["SUMMARY"] == "Listening under pressure"
    assert "\\n11:00 Why people stop talking" in events[1]["DESCRIPTION"]


def test_uids_stay_and_differ(reading: Reading) -> None:
    uids = {}
    for language, edition in reading.editions.items():
        uids[language] = [event["UID"] for event in _events(course_calendar(_course(edition), edition, dates=DATES))]
    assert uids["en"] == uids["hi"] == uids["mr"]
    assert len(set(uids["en"])) == len(uids["en"])
    edition = reading.editions["en"]
    later = (date(2027, 3, 1), date(2027, 3, 2))
    other = [event["UID"] for event in _events(course_calendar(_course(edition), edition, dates=later))]
    assert not set(other) & set(uids["en"])


def test_time_zone_is_defined_or_absent(reading: Reading) -> None:
    edition = reading.editions["en"]
    zoned = _lines(course_calendar(_course(edition), edition, dates=DATES))
    named = {match[1] for line in zoned if (match := re.match(r"DT(?:START|END);TZID=([^:]+):", line))}
    assert named == {line[5:] for line in zoned if line.startswith("TZID:")} == {"Asia/Kolkata"}
    floating = _lines(course_calendar(_course(edition), edition, dates=DATES, floating=True))
    assert not [line for line in floating if "TZID" in line or "VTIMEZONE" in line]


def test_text_is_escaped(reading: Reading) -> None:
    edition = reading.editions["en"]
    names = [line for line in _lines(course_calendar(_course(edition), edition, dates=DATES)) if line.startswith("NAME:")]
    assert names == ["NAME:Citizen-centric policing\\, two days for station staff"]


def test_nothing_for_trainers(reading: Reading) -> None:
    edition = reading.editions["en"]
    data = course_calendar(_course(edition), edition, dates=DATES).decode()
    assert "Greet people at the door" not in data.replace("\r\n ", "")


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_values_have_the_form_of_their_type(language: str, reading: Reading) -> None:
    edition = reading.editions[language]
    forms = {
        **dict.fromkeys(("NAME", "X-WR-CALNAME", "SUMMARY", "DESCRIPTION"), r"(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,n])+"),  # 3.3.11
        **dict.fromkeys(("DTSTART", "DTEND"), r"\d{8}T\d{6}"),  # 3.3.5, form 3
        "DTSTAMP": r"\d{8}T\d{6}Z",  # 3.8.7.2
        "UID": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    }
    for course in edition.courses:
        dates = course_dates(DATES[0], len(course.days))
        for line in _lines(course_calendar(course, edition, dates=dates)):
            name, _, value = line.partition(":")
            form = forms.get(name.partition(";")[0])
            assert form is None or re.fullmatch(form, value), line


def test_days_stand_on_their_dates(reading: Reading) -> None:
    edition = reading.editions["en"]
    course = next(course for course in edition.courses if course.id == "five-day")
    dates = course_dates(date(2027, 2, 5), 5)
    events = _events(course_calendar(course, edition, dates=dates))
    assert sorted({event["DTSTART"][:8] for event in events}) == [f"{day:%Y%m%d}" for day in dates]
    assert "20270207" not in {event["DTSTART"][:8] for event in events}
    assert {event["DTSTAMP"] for event in events} == {"20270205T000000Z"}


def test_a_date_too_few_is_our_fault(reading: Reading) -> None:
    edition = reading.editions["en"]
    with pytest.raises(ValueError, match="zip"):
        course_calendar(_course(edition), edition, dates=DATES[:1])
