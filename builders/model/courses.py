"""Courses: timetables over sessions."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.text import Text


@dataclass(frozen=True, slots=True)
class SessionSlot:
    """A session in the timetable. ``only`` and ``omit`` are segment ids; at most one of them is filled."""

    session: str
    only: tuple[str, ...]
    omit: tuple[str, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class ActivitySlot:
    """Something that belongs to the course and to no session: opening, test, teach-back, closing."""

    id: str
    title: Text
    minutes: int
    text: Text | None
    materials: tuple[Text, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class BreakSlot:
    """``kind`` is tea, lunch or short."""

    kind: str
    minutes: int
    at: Location = field(compare=False)


Slot = SessionSlot | ActivitySlot | BreakSlot


@dataclass(frozen=True, slots=True)
class Day:
    """``start`` and ``end`` are minutes after midnight."""

    id: str
    title: Text
    start: int
    end: int
    slots: tuple[Slot, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class CourseTest:
    """A pre-test or post-test: how many items, from which modules; ``mastery`` in per cent, 0 where none is set."""

    items: int
    modules: tuple[str, ...]
    mastery: int


@dataclass(frozen=True, slots=True)
class Course:
    """``depth`` is core or extended. ``participants`` is (least, most) or empty. ``version`` goes into its packages."""

    id: str
    title: Text
    summary: Text | None
    audience: Text
    depth: str
    version: str
    participants: tuple[int, ...]
    days: tuple[Day, ...]
    pre_test: CourseTest | None
    post_test: CourseTest | None
    at: Location = field(compare=False)
