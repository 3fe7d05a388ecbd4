"""The clock of the repository's own courses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders.model.courses import BreakSlot, SessionSlot
from builders.model.timetable import clock, segments_of, timetable


@pytest.mark.parametrize(("course", "days"), [("two-day", 2), ("five-day", 5)])
def test_every_day_begins_and_ends_on_the_clock(reading: Any, course: str, days: int) -> None:
    edition = reading.editions["en"]
    timed = timetable(next(found for found in edition.courses if found.id == course), edition)
    assert [(clock(day.slots[0].start), clock(day.end)) for day in timed] == [("09:30", "17:30")] * days
    for day in timed:
        for slot, following in zip(day.slots, day.slots[1:], strict=False):
            assert slot.end == following.start
        for slot in day.slots:
            if slot.segments:
                assert (slot.segments[0].start, slot.segments[-1].end) == (slot.start, slot.end)


def test_depth_only_and_omit_choose_segments(reading: Any) -> None:
    session = reading.editions["en"].session("empathy.listening")
    at = session.at
    core = [segment.id for segment in session.segments if segment.depth == "core"]
    everything = [segment.id for segment in session.segments]
    extra = next(id for id in everything if id not in core)

    def taught(depth: str, *, only: tuple[str, ...] = (), omit: tuple[str, ...] = ()) -> list[str]:
        return [segment.id for segment in segments_of(SessionSlot(session.id, only, omit, at), session, depth)]

    assert taught("core") == core
    assert taught("extended") == everything
    assert taught("extended", omit=(core[0],)) == [id for id in everything if id != core[0]]
    assert taught("core", only=(extra,)) == [extra]


def test_an_unknown_session_takes_no_time(reading: Any) -> None:
    edition = reading.editions["en"]
    course = edition.courses[0]
    slots = (SessionSlot("no.where", (), (), course.at), BreakSlot("tea", 15, course.at))
    day = timetable(replace(course, days=(replace(course.days[0], slots=slots),)), edition)[0]
    assert (day.slots[0].end - day.slots[0].start, day.end - day.day.start) == (0, 15)
