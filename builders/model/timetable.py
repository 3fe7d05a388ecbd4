"""The timetable on the clock: course and sessions come in, days with start and end of every slot and segment go out."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.courses import ActivitySlot, BreakSlot, Course, Day, SessionSlot, Slot
from builders.model.curriculum import Curriculum
from builders.model.modules import Segment, Session


@dataclass(frozen=True, slots=True)
class TimedSegment:
    """A segment with its minutes after midnight."""

    segment: Segment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimedSlot:
    """A slot with its minutes after midnight. ``session`` and ``segments`` are filled where the slot's session exists."""

    slot: Slot
    start: int
    end: int
    session: Session | None = None
    segments: tuple[TimedSegment, ...] = ()


@dataclass(frozen=True, slots=True)
class TimedDay:
    """A day on the clock; ``number`` counts from 1. The last slot may end elsewhere than ``day.end``: rules judge that."""

    day: Day
    number: int
    slots: tuple[TimedSlot, ...]

    @property
    def end(self) -> int:
        return self.slots[-1].end if self.slots else self.day.start


def clock(minutes: int) -> str:
    """Minutes after midnight as ``09:30``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def segments_of(slot: SessionSlot, session: Session, depth: str) -> tuple[Segment, ...]:
    """The segments that a slot teaches at a depth, in order. A segment named in ``only`` is taught at any depth."""
    if slot.only:
        return tuple(segment for segment in session.segments if segment.id in slot.only)
    return tuple(segment for segment in session.taught(depth) if segment.id not in slot.omit)


def timetable(course: Course, curriculum: Curriculum) -> tuple[TimedDay, ...]:
    """Set the clock of a whole course. A slot whose session is unknown takes no time."""
    return tuple(TimedDay(day, number, _timed_slots(day, course, curriculum)) for number, day in enumerate(course.days, start=1))


def _timed_slots(day: Day, course: Course, curriculum: Curriculum) -> tuple[TimedSlot, ...]:
    timed: list[TimedSlot] = []
    now = day.start
    for slot in day.slots:
        match slot:
            case SessionSlot():
                entry = _timed_session(slot, now, course, curriculum)
            case ActivitySlot() | BreakSlot():
                entry = TimedSlot(slot, now, now + slot.minutes)
        timed.append(entry)
        now = entry.end
    return tuple(timed)


def _timed_session(slot: SessionSlot, start: int, course: Course, curriculum: Curriculum) -> TimedSlot:
    session = curriculum.session(slot.session)
    if session is None:
        return TimedSlot(slot, start, start)
    segments: list[TimedSegment] = []
    now = start
    for segment in segments_of(slot, session, course.depth):
        segments.append(TimedSegment(segment, now, now + segment.minutes))
        now += segment.minutes
    return TimedSlot(slot, start, now, session, tuple(segments))
