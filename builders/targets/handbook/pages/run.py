"""The run of show: a course comes in, a page with a sheet for every day goes out, each to be printed on one side of paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builders.model import places
from builders.model.blocks import Activity, Reference, Slide, walk
from builders.model.courses import ActivitySlot, BreakSlot, Course
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSegment, TimedSlot, clock
from builders.rendering.agenda import agenda
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.blocks import grouped
from builders.targets.handbook.pages.day import shift
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import on_paper
from builders.targets.handbook.pages.readiness import bring
from builders.targets.handbook.pages.writer import Writer


def run_page(edition: Edition, course: Course) -> Writer:
    write = Writer(edition, places.run(course.id))
    write.add(
        write.heading(1, f"{write.word('run-of-show')}: {write.inline(course.title)}", "page_top"),
        write.mark(course.title, tuple(_words(day) for day in edition.days[course.id])),
        f"{write.word('run-lead')} {write.link(write.inline(course.title), places.course(course.id))}",
        *(_day(write, course, day) for day in edition.days[course.id]),
    )
    return write


def _words(day: TimedDay) -> tuple[object, ...]:
    """The words that a sheet shows."""
    segments = tuple(entry.segment.title for slot in day.slots for entry in slot.segments)
    return (day.day.title, tuple(slot.session.title for slot in day.slots if slot.session), segments)


def _day(write: Writer, course: Course, day: TimedDay) -> str:
    title = write.word("day-title", n=day.number, title=write.inline(day.day.title))
    head = (write.word("time"), write.word("minutes-short"), write.word("what"), write.word("how"))
    rows = (row for slot in day.slots for row in _rows(write, slot))
    table = markup.box("run", markup.table(head, rows, right=frozenset({1})))
    heading = write.heading(2, title, f"day-{day.number}")
    return markup.sheet(
        write.word("print-this"),
        write.inline(course.title),
        heading,
        shift(write, day),
        on_paper(write, "day-sheet", course=course.id, day=day.number),
        table,
        markup.box("bring", markup.stacked(f"**{write.word('day-bring')}**", markup.listed(bring(write, day)))),
    )


def _rows(write: Writer, timed: TimedSlot) -> Iterator[tuple[str, ...]]:
    start, minutes = markup.clock_time(clock(timed.start)), str(timed.end - timed.start)
    match timed.slot:
        case BreakSlot() as slot:
            yield start, minutes, markup.span("break", write.word(f"break-{slot.kind}")), ""
        case ActivitySlot() as slot:
            yield start, minutes, f"**{write.inline(slot.title)}**", ""
            for begin, end, words in agenda(slot.text):
                at = markup.span("within", markup.clock_time(clock(timed.start + begin)))
                yield at, str(end - begin), markup.span("within", _said(write, slot, words)), ""
        case _:
            if timed.session:
                link = write.link(write.inline(timed.session.title), places.session(timed.session.id))
                yield start, minutes, f"**{link}**", ""
    yield from (_segment(write, entry) for entry in timed.segments)


def _said(write: Writer, slot: ActivitySlot, words: str) -> str:
    """In the language in which the activity is written."""
    return write.inline(replace(slot.text, value=markup.plain(words))) if slot.text else markup.plain(words)


def _segment(write: Writer, entry: TimedSegment) -> tuple[str, ...]:
    blocks = list(walk(entry.segment.blocks))
    activities = [block for block in blocks if isinstance(block, Activity)]
    slides = sum(isinstance(block, Slide) for block in blocks)
    checks = sum(isinstance(block, Reference) and block.kind == "question" for block in blocks)
    how = [write.edition.count("slides", slides) if slides else "", *(_activity(write, each) for each in activities)]
    how += [write.edition.count("questions", checks) if checks else ""]
    how.append(_needed(write, tuple(each.materials for each in activities if each.materials)))
    start = markup.span("within", markup.clock_time(clock(entry.start)))
    title = markup.span("within", write.inline(entry.segment.title))
    return start, str(entry.segment.minutes), title, " · ".join(part for part in how if part)


def _activity(write: Writer, activity: Activity) -> str:
    minutes = write.word("minutes", n=activity.minutes) if activity.minutes else ""
    name = write.inline(activity.title) if activity.title else write.word("do")
    about = ", ".join(part for part in (grouped(write, activity.group), minutes) if part)
    return f"{name} ({about})" if about else name


def _needed(write: Writer, materials: tuple[Text, ...]) -> str:
    return f"{write.word('needed')}: {'; '.join(map(write.inline, materials))}" if materials else ""
