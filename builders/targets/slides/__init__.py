"""Decks: a session or a day of a course comes in, the bytes of a PPTX with native text, tables and notes go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.courses import Course
from builders.model.curriculum import Curriculum, Source
from builders.model.modules import Session
from builders.model.timetable import TimedDay, TimedSlot, clock, timetable
from builders.rendering.languages import language
from builders.rendering.paragraphs import HEADING
from builders.rendering.plain import to_plain
from builders.targets.slides.deck import About, deck
from builders.targets.slides.page import Page
from builders.targets.slides.pages.citing import numbered, sources_of
from builders.targets.slides.pages.day import day_pages
from builders.targets.slides.pages.furniture import closing_page
from builders.targets.slides.pages.session import session_pages
from builders.targets.slides.pages.sources import source_pages
from builders.targets.slides.pages.writer import Writer

__all__ = ["day_deck", "session_deck"]


def session_deck(session: Session, *, course: Course, curriculum: Curriculum) -> bytes:
    """A PPTX of a session as the course teaches it: its depth, and only the segments of the session's slots."""
    slots = [
        (day, slot) for day in timetable(course, curriculum) for slot in day.slots if slot.session and slot.session.id == session.id
    ]
    taught = tuple(timed.segment for _, slot in slots for timed in slot.segments) or session.taught(course.depth)
    sources = sources_of(curriculum, session.summary, *taught)
    module = curriculum.module(session.id.partition(".")[0])
    write = Writer(curriculum, numbered(sources), course.title, module)
    pages = session_pages(write, session, slots, depth=course.depth)
    return _deck(write, (*pages, *_ending(write, sources, _end(slots))), session.title.value)


def day_deck(day: TimedDay, *, course: Course, curriculum: Curriculum) -> bytes:
    """A PPTX of a whole day: its timetable and every slot in order, on the clock."""
    segments = [timed.segment for slot in day.slots for timed in slot.segments]
    sources = sources_of(curriculum, *(slot.slot for slot in day.slots), *segments)
    write = Writer(curriculum, numbered(sources), course.title)
    title = f"{write.word('day', n=day.number)}: {day.day.title.value}"
    return _deck(write, (*day_pages(write, day), *_ending(write, sources, day.end)), title)


def _end(slots: Sequence[tuple[TimedDay, TimedSlot]]) -> int | None:
    return slots[-1][1].end if slots else None


def _ending(write: Writer, sources: tuple[Source, ...], end: int | None) -> tuple[Page, ...]:
    """The sources and the close; ``end`` is in minutes after midnight, ``None`` where nobody knows."""
    when = write.plain(write.word("until", time=clock(end)), kind=HEADING) if end is not None else None
    inside = replace(write, section=write.word("closing-section"), when=when)
    return (*source_pages(inside, sources), closing_page(inside, (write.label("notes-do"), write.say("closing-how"))))


def _deck(write: Writer, pages: tuple[Page, ...], title: str) -> bytes:
    edition = language(write.curriculum.language)
    about = About(
        title=to_plain(title),
        subject=to_plain(write.course.value),
        author=to_plain(write.curriculum.issuer.value),
        tag=edition.tag,
        script=edition.script,
        again=write.word("again", n="{n}"),
    )
    return deck(pages, about)
