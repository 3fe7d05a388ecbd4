"""R011: a slot names a segment that its session does not have."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.courses import SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import place
from builders.rules.views.days import unknown_segments


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Nothing is left out by it, and nothing taught.

    Example, in courses/two-day.yaml::

        - {session: empathy.listening, omit: [hard-to-folow]}
    """
    for course in curriculum.courses:
        for day in course.days:
            for slot in day.slots:
                session = curriculum.session(slot.session) if isinstance(slot, SessionSlot) else None
                if session is None or not isinstance(slot, SessionSlot):
                    continue
                for id in unknown_segments(slot, session):
                    key = "only" if id in slot.only else "omit"
                    message = f"`{key}` names segment `{id}`, which session `{session.id}` does not have"
                    yield Finding(
                        place(id, slot.at), "R011", message, nearest(id, tuple(segment.id for segment in session.segments))
                    )
