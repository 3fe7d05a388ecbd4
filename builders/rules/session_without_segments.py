"""T005: a slot teaches nothing of its session."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.courses import SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.timetable import segments_of
from builders.rules.views.days import is_settled


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """A slot of no minutes stands in the timetable, and the trainer has nothing to do in it.

    Example, in a course of core depth, for a session whose segments are all extended::

        - {session: empathy.after-shift}
    """
    for course in curriculum.courses:
        for day in course.days:
            for slot in day.slots:
                if not isinstance(slot, SessionSlot) or not is_settled(slot, curriculum):
                    continue
                session = curriculum.session(slot.session)
                if session and session.segments and not segments_of(slot, session, course.depth):
                    message = f"nothing of `{slot.session}` is left to teach in course `{course.id}` at {course.depth} depth"
                    yield Finding(slot.at, "T005", message)
