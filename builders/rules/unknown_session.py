"""R001: a timetable or a prerequisite names a session that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.courses import SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import place
from builders.rules.views.items import sessions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The slot would be empty, and the day too short.

    Example, in courses/two-day.yaml::

        - {session: empathy.listenning}
    """
    known = tuple(session.id for session in sessions(curriculum))
    for course in curriculum.courses:
        for day in course.days:
            for slot in day.slots:
                if isinstance(slot, SessionSlot) and slot.session not in known:
                    message = f"course `{course.id}` has a slot for session `{slot.session}`, which does not exist"
                    yield Finding(slot.at, "R001", message, nearest(slot.session, known))
    for session in sessions(curriculum):
        for id in session.prerequisites:
            if id not in known:
                message = f"session `{session.id}` has the prerequisite `{id}`, which does not exist"
                yield Finding(place(id, session.at), "R001", message, nearest(id, known))
