"""A whole course: its days come in, a title, an overview and the pages of every day go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.courses import Course, SessionSlot
from builders.model.timetable import TimedDay
from builders.rendering.paragraphs import BULLET, HEADING
from builders.targets.slides.page import JUMP, Line, Page, Words
from builders.targets.slides.pages.day import day_key, day_pages
from builders.targets.slides.pages.furniture import plate
from builders.targets.slides.pages.segments import Counter
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_SHARES = (14, 66, 20)


def course_pages(write: Writer, course: Course, days: Sequence[TimedDay]) -> tuple[Page, ...]:
    """Questions are counted through the whole course."""
    counter = Counter()
    opening = replace(write, section=write.line(course.title).text)
    pages = [_title(opening, course), *_overview(opening, days)]
    for day in days:
        pages += day_pages(write, day, counter, title="section")
    return tuple(pages)


def _title(write: Writer, course: Course) -> Page:
    under = [*([write.line(course.summary)] if course.summary else []), write.line(course.audience)]
    inside = replace(write, when=replace(write.line(course.title), kind=HEADING))
    shown = (course.title, course.summary, course.audience)
    return plate(inside, "title", write.line(course.title), under, shown=shown, above=write.line(write.curriculum.title))


def _overview(write: Writer, days: Sequence[TimedDay]) -> tuple[Page, ...]:
    """The days as a table; a day's name leads to its pages."""
    header = (write.say("column-day"), write.say("column-what"), write.say("column-time"))
    rows = tuple(_row(write, day) for day in days)
    title = write.say("overview")
    found = grids(
        Sheet(header, rows), write.frame("timetable"), write.setter, description=title.text, sizes=(22, 20, 18), shares=_SHARES
    )
    notes = [line for day in days for line in _sessions(write, day)]
    inside = replace(write, when=write.plain(title.text, kind=HEADING))
    return inside.series(title, [("timetable", (grid,)) for grid in found], shown=tuple(day.day.title for day in days), notes=notes)


def _row(write: Writer, day: TimedDay) -> tuple[Line, ...]:
    title = write.line(day.day.title)
    name = replace(title, runs=tuple(replace(run, link=JUMP + day_key(day)) for run in title.runs))
    return write.plain(write.word("day", n=day.number), bold=True), name, write.plain(write.span(day.day.start, day.end))


def _sessions(write: Writer, day: TimedDay) -> list[Line]:
    """What is taught on a day, for the trainer."""
    found = [write.line(slot.session.title) for slot in day.slots if isinstance(slot.slot, SessionSlot) and slot.session]
    heading = Line((Words(write.word("day", n=day.number)),), write.curriculum.language, kind=HEADING)
    return [heading, *(replace(line, kind=BULLET) for line in found)]
