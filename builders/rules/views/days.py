"""Days that can be judged by the clock: a curriculum comes in, timed days with their course go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.model.courses import Course, SessionSlot, Slot
from builders.model.curriculum import Curriculum
from builders.model.modules import Session
from builders.model.timetable import TimedDay, timetable


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One day of one course."""

    course: Course
    timed: TimedDay

    @property
    def name(self) -> str:
        return f"day {self.timed.number} of {self.course.id}"

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that the day touches, each once."""
        return tuple({slot.session.id: slot.session for slot in self.timed.slots if slot.session}.values())


def unknown_segments(slot: SessionSlot, session: Session) -> tuple[str, ...]:
    """What a slot names in ``only`` or ``omit`` and its session does not have."""
    known = {segment.id for segment in session.segments}
    return tuple(id for id in (*slot.only, *slot.omit) if id not in known)


def is_settled(slot: Slot, curriculum: Curriculum) -> bool:
    """Whether all that a slot names exists, so that its length is certain."""
    if not isinstance(slot, SessionSlot):
        return True
    session = curriculum.session(slot.session)
    return session is not None and not unknown_segments(slot, session)


def settled_days(curriculum: Curriculum) -> Iterator[CourseDay]:
    """The days on which every slot's length is certain: of the others every figure would be wrong."""
    for course in curriculum.courses:
        for timed in timetable(course, curriculum):
            if all(is_settled(slot, curriculum) for slot in timed.day.slots):
                yield CourseDay(course, timed)
