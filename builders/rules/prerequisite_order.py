"""T004: a course teaches a session before what it builds on, or without it."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.timetable import clock, timetable


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Participants are asked to use what nobody has shown them yet.

    Example: `empathy.first-minutes` has the prerequisite `empathy.listening` and is taught before it.
    """
    for course in curriculum.courses:
        first = _first_taught(course, curriculum)
        has_unknown = any(curriculum.session(id) is None for id in first)
        for number, (slot, when) in enumerate(first.values()):
            session = curriculum.session(slot.session)
            earlier = list(first)[:number]
            for prerequisite in session.prerequisites if session else ():
                if prerequisite in earlier or curriculum.session(prerequisite) is None:
                    continue  # one that does not exist is reported as that
                if prerequisite not in first and has_unknown:
                    continue  # it may be the very one whose name is wrong
                later = f"comes later, on {first[prerequisite][1]}" if prerequisite in first else "is not in the course"
                message = f"course `{course.id}` teaches `{slot.session}` on {when}; its prerequisite `{prerequisite}` {later}"
                yield Finding(slot.at, "T004", message)


def _first_taught(course: Course, curriculum: Curriculum) -> dict[str, tuple[SessionSlot, str]]:
    """The first slot of each session with its time in words, in the order of the course."""
    first: dict[str, tuple[SessionSlot, str]] = {}
    for day in timetable(course, curriculum):
        for timed in day.slots:
            if isinstance(timed.slot, SessionSlot):
                first.setdefault(timed.slot.session, (timed.slot, f"day {day.number} at {clock(timed.start)}"))
    return first
