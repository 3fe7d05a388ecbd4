"""A session as it is taught in a course: the session comes in, the pages of its own deck or of its place in a day go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.modules import Module, Session
from builders.model.timetable import TimedDay, TimedSegment, TimedSlot
from builders.rendering.paragraphs import HEADING
from builders.targets.slides.page import Line, Page
from builders.targets.slides.pages.furniture import objectives_page, plate, preparation
from builders.targets.slides.pages.segments import Counter, segment_pages
from builders.targets.slides.pages.writer import Writer

Taught = tuple[TimedDay, TimedSlot]
"""A day and the slot in it that teaches the session."""


def session_pages(write: Writer, session: Session, taught: Sequence[Taught]) -> tuple[Page, ...]:
    """The opening, the objectives and every segment; a session that has no slot is taught at the course's depth without a clock."""
    counter = Counter()
    inside = replace(write, section=write.line(session.title).text)
    lesson = [page for _, slot in taught for page in _segments(write, slot.segments, counter)]
    return (_title(inside, session, taught), *objectives_page(inside, session), *lesson)


def untimed_pages(write: Writer, session: Session, depth: str) -> tuple[Page, ...]:
    """A session without a place in the timetable."""
    counter = Counter()
    inside = replace(write, section=write.line(session.title).text)
    lesson = [
        page
        for segment in session.taught(depth)
        for page in segment_pages(replace(write, section=write.line(segment.title).text), segment, None, counter)
    ]
    return (_title(inside, session, ()), *objectives_page(inside, session), *lesson)


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
    lesson = _segments(replace(inside, when=None), slot.segments, counter, sections=False)
    return (opening, *objectives_page(inside, session), *lesson)


def slot_key(slot: TimedSlot) -> str:
    """The key of the page that opens a slot."""
    return f"slot:{slot.start}"


def _segments(write: Writer, segments: Sequence[TimedSegment], counter: Counter, *, sections: bool = True) -> list[Page]:
    pages: list[Page] = []
    for timed in segments:
        section = write.line(timed.segment.title).text if sections else write.section
        pages += segment_pages(replace(write, section=section), timed.segment, timed.start, counter)
    return pages


def _title(write: Writer, session: Session, taught: Sequence[Taught]) -> Page:
    times = [f"{write.word('day', n=day.number)} · {write.span(slot.start, slot.end)}" for day, slot in taught]
    under = [write.line(session.summary)] if session.summary else []
    under += [write.plain(time, bold=True) for time in times]
    begins = [write.plain(time, kind=HEADING) for time in times]
    return plate(
        write,
        "title",
        write.line(session.title),
        under,
        shown=(session.title, session.summary),
        notes=(*(begins or [write.say("minutes", n=session.minutes())]), *preparation(write, session)),
        above=Line(write.line(write.course).runs, write.course.language),
    )
