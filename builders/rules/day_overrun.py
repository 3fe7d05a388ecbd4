"""T001: a day takes longer than it has."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.modules import EXTENDED
from builders.model.timetable import clock
from builders.rules.views.days import CourseDay, settled_days


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Participants go home at the time they were told, and the last session is never taught.

    Example: slots of 8 h 15 min in a day from 09:30 to 17:30.
    """
    for day in settled_days(curriculum):
        end, wanted = day.timed.end, day.timed.day.end
        if end > wanted:
            could_go = _could_go(day)
            message = f"{day.name} overruns by {end - wanted} min: ends {clock(end)}, not {clock(wanted)}"
            yield Finding(
                day.timed.day.at, "T001", f"{message}; extended segments that could go: {could_go}" if could_go else message
            )


def _could_go(day: CourseDay) -> str:
    return ", ".join(
        f"{slot.session.id} {timed.segment.id} ({timed.segment.minutes} min)"
        for slot in day.timed.slots
        if slot.session
        for timed in slot.segments
        if timed.segment.depth == EXTENDED
    )
