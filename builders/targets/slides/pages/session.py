"""A session as it is taught in a course: the session comes in, the pages of its own deck or of its place in a day go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.courses import SessionSlot
from builders.model.modules import EXTENDED, Module, Session
from builders.model.timetable import TimedDay, TimedSlot
from builders.targets.slides.page import Page
from builders.targets.slides.pages.editions import Edition
from builders.targets.slides.pages.furniture import objectives_page, plate, preparation
from builders.targets.slides.pages.segments import Counter, Part, questions_in, segment_pages
from builders.targets.slides.pages.writer import Writer

Taught = tuple[TimedDay, TimedSlot]
"""A day and the slot in it that teaches the session."""


def session_pages(write: Writer, session: Session, taught: Sequence[Taught], lesson: Sequence[Part]) -> tuple[Page, ...]:
    """The opening, the objectives and every segment of the lesson."""
    minutes = sum(part.segment.minutes for part in lesson if not part.hidden)
    title = write.line(session.title)
    inside = replace(write, section=title.text, when=write.timed(taught[0][1].start if taught else None, minutes, title))
    return (_title(inside, session, taught), *objectives_page(inside, session), *_segments(write, lesson, Counter()))


def lesson_of(session: Session, taught: Sequence[Taught], *, depth: str, edition: Edition) -> tuple[Part, ...]:
    """What a session's deck shows: the segments that its slots teach, or those of the depth where it has none. For the trainers
    of a short course what only longer ones teach stands between them, hidden, unless a slot chose its segments itself."""
    starts = {timed.segment.id: timed.start for _, slot in taught for timed in slot.segments}
    shown = starts.keys() or {segment.id for segment in session.taught(depth)}
    chosen = any(isinstance(slot.slot, SessionSlot) and slot.slot.only for _, slot in taught)
    left_out = {id for _, slot in taught if isinstance(slot.slot, SessionSlot) for id in slot.slot.omit}
    more = edition == Edition.TRAINERS and not chosen
    return tuple(
        Part(segment, starts.get(segment.id), hidden=segment.id not in shown)
        for segment in session.segments
        if segment.id in shown or (more and segment.depth == EXTENDED and segment.id not in left_out)
    )


def slot_pages(
    write: Writer, slot: TimedSlot, session: Session, module: Module | None, counter: Counter, *, key: str
) -> tuple[Page, ...]:
    """A session in its place in a day: a page with the clock, the objectives, the segments that the slot teaches. ``key`` is
    the name by which links find it."""
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
        keys=(key,),
    )
    lesson = [Part(timed.segment, timed.start) for timed in slot.segments]
    return (opening, *objectives_page(inside, session), *_segments(inside, lesson, counter))


def slot_key(day: int, slot: TimedSlot) -> str:
    """The key of the page that opens a slot."""
    return f"slot:{day}/{slot.start}"


def _segments(write: Writer, lesson: Sequence[Part], counter: Counter) -> list[Page]:
    """Each segment under its own name, behind that of what is larger. Hidden questions are counted behind the others."""
    pages: list[Page] = []
    behind = Counter(sum(questions_in(part.segment) for part in lesson if not part.hidden))
    for part in lesson:
        name = write.line(part.segment.title).text
        inside = replace(write, section=f"{write.section} – {name}" if write.section else name)
        pages += segment_pages(inside, part, behind if part.hidden else counter)
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
