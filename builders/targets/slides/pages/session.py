"""A session as it is taught in a course: the session comes in, the pages of its own deck or of its place in a day go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.modules import Module, Segment, Session
from builders.model.timetable import TimedDay, TimedSlot
from builders.targets.slides.page import Page
from builders.targets.slides.pages.furniture import objectives_page, plate, preparation
from builders.targets.slides.pages.segments import Counter, segment_pages
from builders.targets.slides.pages.writer import Writer

Taught = tuple[TimedDay, TimedSlot]
"""A day and the slot in it that teaches the session."""


def session_pages(write: Writer, session: Session, taught: Sequence[Taught], *, depth: str) -> tuple[Page, ...]:
    """The opening, the objectives and every segment that the slots teach; a session without a slot is taught at the course's
    depth and without a clock."""
    timed: list[tuple[Segment, int | None]] = [(timed.segment, timed.start) for _, slot in taught for timed in slot.segments]
    lesson = timed or [(segment, None) for segment in session.taught(depth)]
    minutes = sum(segment.minutes for segment, _ in lesson)
    title = write.line(session.title)
    inside = replace(write, section=title.text, when=write.timed(taught[0][1].start if taught else None, minutes, title))
    return (
        _title(inside, session, taught),
        *objectives_page(inside, session),
        *_segments(write, lesson, Counter()),
    )


def slot_pages(write: Writer, slot: TimedSlot, session: Session, module: Module | None, counter: Counter) -> tuple[Page, ...]:
    """A session in its place in a day: a page with the clock, the objectives, the segments that the slot teaches."""
    title = write.line(session.title)
    inside = replace(write, module=module, section=title.text, when=write.timed(slot.start, slot.end - slot.start, title))
    under = [write.line(module.title)] if module else []
    under.append(write.say("minutes", n=slot.end - slot.start))
    opening = plate(
        inside,
        "section",
        title,
        under,
        shown=(session.title, module.title if module else None),
        notes=preparation(inside, session),
        above=write.plain(write.span(slot.start, slot.end)),
        keys=(slot_key(slot),),
    )
    lesson = _segments(inside, [(timed.segment, timed.start) for timed in slot.segments], counter)
    return (opening, *objectives_page(inside, session), *lesson)


def slot_key(slot: TimedSlot) -> str:
    """The key of the page that opens a slot."""
    return f"slot:{slot.start}"


def _segments(write: Writer, lesson: Sequence[tuple[Segment, int | None]], counter: Counter) -> list[Page]:
    """Each segment under its own name, unless its pages are filed under something larger."""
    pages: list[Page] = []
    for segment, start in lesson:
        inside = replace(write, section=write.section or write.line(segment.title).text)
        pages += segment_pages(inside, segment, start, counter)
    return pages


def _title(write: Writer, session: Session, taught: Sequence[Taught]) -> Page:
    times = [
        write.plain(f"{write.word('day', n=day.number)} · {write.span(slot.start, slot.end)}", bold=True) for day, slot in taught
    ]
    summary = [write.line(session.summary)] if session.summary else []
    return plate(
        write,
        "title",
        write.line(session.title),
        [*summary, *times],
        shown=(session.title, session.summary),
        notes=(*times, *preparation(write, session)),
        above=write.line(write.course),
    )
