"""Decks: a session, a day or a whole course comes in, the bytes of a PPTX with native text, tables and notes go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builders.model.courses import Course
from builders.model.curriculum import Curriculum, Source
from builders.model.modules import Module, Session
from builders.model.timetable import TimedDay, TimedSlot, clock, timetable
from builders.rendering.languages import language
from builders.rendering.paragraphs import HEADING
from builders.rendering.plain import to_plain
from builders.targets.slides.deck import About, deck
from builders.targets.slides.looks import look_of
from builders.targets.slides.page import Page
from builders.targets.slides.pages.citing import numbered, sources_of
from builders.targets.slides.pages.course import course_pages
from builders.targets.slides.pages.day import day_pages
from builders.targets.slides.pages.editions import Edition
from builders.targets.slides.pages.furniture import closing_page
from builders.targets.slides.pages.segments import Counter
from builders.targets.slides.pages.session import lesson_of, session_pages
from builders.targets.slides.pages.skipping import with_ways_past
from builders.targets.slides.pages.sources import source_pages
from builders.targets.slides.pages.writer import Writer

__all__ = ["Edition", "Shown", "course_deck", "day_deck", "session_deck", "session_slides"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide by what is on it. ``language`` is the code of the title's words; ``segment`` and ``block`` say what it comes from,
    as :class:`Page` does; ``hidden`` ones are left out of the show."""

    title: str
    language: str
    segment: str
    block: int
    hidden: bool


def session_deck(
    session: Session, *, course: Course, curriculum: Curriculum, edition: Edition = Edition.TRAINERS, date: str = "", page: str = ""
) -> bytes:
    """A PPTX of a session as the course teaches it: its depth, and only the segments of the session's slots.

    ``edition`` says whom it is for, ``date`` (ISO 8601) stands in the footer, ``page`` is the address of the session in the
    published handbook: the closing slide shows it as a QR code. Both may be empty.
    """
    write, pages = _session(session, course, curriculum, edition, date, page)
    return _deck(write, pages, session.title.value)


def session_slides(session: Session, *, course: Course, curriculum: Curriculum) -> tuple[Shown, ...]:
    """The slides of the trainers' :func:`session_deck`, in order."""
    _, pages = _session(session, course, curriculum, Edition.TRAINERS, "", "")
    return tuple(Shown(page.title.text, page.title.language, page.segment, page.block, page.hidden) for page in pages)


def _session(
    session: Session, course: Course, curriculum: Curriculum, edition: Edition, date: str, page: str
) -> tuple[Writer, tuple[Page, ...]]:
    slots = [
        (day, slot) for day in timetable(course, curriculum) for slot in day.slots if slot.session and slot.session.id == session.id
    ]
    lesson = lesson_of(session, slots, depth=course.depth, edition=edition)
    sources = sources_of(curriculum, session.summary, *(part.segment for part in lesson))
    module = curriculum.module(session.id.partition(".")[0])
    write = _writer(curriculum, sources, course, edition, date, module)
    pages = session_pages(write, session, slots, lesson)
    return write, (*pages, *_ending(write, sources, _end(slots), page))


def day_deck(
    day: TimedDay, *, course: Course, curriculum: Curriculum, edition: Edition = Edition.TRAINERS, date: str = "", page: str = ""
) -> bytes:
    """A PPTX of a whole day: its timetable and every slot in order, on the clock. ``page`` is the address of the course."""
    sources = sources_of(curriculum, *_shown(day))
    write = _writer(curriculum, sources, course, edition, date)
    title = f"{write.word('day', n=day.number)}: {day.day.title.value}"
    return _deck(write, (*day_pages(write, day, Counter()), *_ending(write, sources, day.end, page)), title)


def course_deck(
    course: Course, *, curriculum: Curriculum, edition: Edition = Edition.TRAINERS, date: str = "", page: str = ""
) -> bytes:
    """A PPTX of a whole course, day after day. ``page`` is the address of the course."""
    days = timetable(course, curriculum)
    sources = sources_of(curriculum, *(node for day in days for node in _shown(day)))
    write = _writer(curriculum, sources, course, edition, date)
    end = days[-1].end if days else None
    return _deck(write, (*course_pages(write, course, days), *_ending(write, sources, end, page)), course.title.value)


def _writer(
    curriculum: Curriculum, sources: tuple[Source, ...], course: Course, edition: Edition, date: str, module: Module | None = None
) -> Writer:
    return Writer(
        curriculum,
        numbered(sources),
        course.title,
        module,
        date=date,
        edition=edition,
        cited=sources,
        look=look_of(curriculum.theme),
    )


def _shown(day: TimedDay) -> list[object]:
    """Whatever a day may cite from."""
    return [*(slot.slot for slot in day.slots), *(timed.segment for slot in day.slots for timed in slot.segments)]


def _end(slots: Sequence[tuple[TimedDay, TimedSlot]]) -> int | None:
    return slots[-1][1].end if slots else None


def _ending(write: Writer, sources: tuple[Source, ...], end: int | None, page: str) -> tuple[Page, ...]:
    """The close, and behind it the sources, for who asks: a course has many of them. ``end`` is in minutes after midnight,
    ``None`` where nobody knows."""
    when = write.plain(write.word("until", time=clock(end)), kind=HEADING) if end is not None else None
    inside = replace(write, section=write.word("closing-section"), when=when)
    notes = (write.label("notes-do"), write.say("closing-how"))
    return (closing_page(inside, notes, address=page), *source_pages(inside, sources))


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
    return deck(with_ways_past(write, pages), about, write.look)
