"""T002: a day ends before its end."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.timetable import clock, timetable
from builders.rules.views.days import CourseDay, settled_days


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The programme promises a time that nobody has planned for.

    Example: slots of 7 h 40 min in a day from 09:30 to 17:30.
    """
    for day in settled_days(curriculum):
        end, wanted = day.timed.end, day.timed.day.end
        if end < wanted:
            left_out = _left_out(day, curriculum)
            message = f"{day.name} falls short by {wanted - end} min: ends {clock(end)}, not {clock(wanted)}"
            yield Finding(day.timed.day.at, "T002", f"{message}; segments that could be added: {left_out}" if left_out else message)


def _left_out(day: CourseDay, curriculum: Curriculum) -> str:
    """The segments of the day's sessions that the course teaches on no day."""
    taught = {
        (slot.session.id, timed.segment.id)
        for other in timetable(day.course, curriculum)
        for slot in other.slots
        if slot.session
        for timed in slot.segments
    }
    return ", ".join(
        f"{session.id} {segment.id} ({segment.minutes} min)"
        for session in day.sessions
        for segment in session.segments
        if (session.id, segment.id) not in taught
    )
