"""T006: a course teaches a segment twice."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.timetable import clock, timetable


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Participants sit through the same again, and another segment has no time.

    Example::

        - {session: empathy.listening, only: [stop-talking]}
        - {session: empathy.listening}                          # teaches it again
    """
    for course in curriculum.courses:
        taught: dict[tuple[str, str], str] = {}
        for day in timetable(course, curriculum):
            for slot in day.slots:
                here = [(slot.session.id, timed.segment.id) for timed in slot.segments if slot.session]
                again = [key for key in here if key in taught]
                if again:
                    names = ", ".join(f"`{segment}`" for _, segment in again)
                    message = f"course `{course.id}` has taught {names} of `{again[0][0]}` before, on {taught[again[0]]}"
                    yield Finding(slot.slot.at, "T006", message)
                when = f"day {day.number} at {clock(slot.start)}"
                taught = {**dict.fromkeys(here, when), **taught}
