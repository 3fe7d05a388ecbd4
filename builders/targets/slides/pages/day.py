"""A day of a course: its slots come in, the title, the timetable and the pages of every slot in order go out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from builders.model.courses import ActivitySlot, BreakSlot, SessionSlot
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSlot, clock
from builders.rendering.paragraphs import BULLET, HEADING, NUMBER
from builders.targets.slides.page import JUMP, Cell, Holder, Line, Page, Row, Words
from builders.targets.slides.pages.activity import panel
from builders.targets.slides.pages.furniture import plate
from builders.targets.slides.pages.segments import Counter
from builders.targets.slides.pages.session import slot_key, slot_pages
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_SHARES = (17, 68, 15)
_SENTENCE = re.compile(r"(?<=[.:?!।])\s")


def day_pages(write: Writer, day: TimedDay, counter: Counter, *, title: str = "title") -> tuple[Page, ...]:
    """``counter`` counts the questions; ``title`` is the layout of the day's first page."""
    pages: list[Page] = [_title(write, day, title), *_timetable(write, day)]
    for at, slot in enumerate(day.slots):
        following = day.slots[at + 1] if at + 1 < len(day.slots) else None
        pages += _slot(write, slot, following, counter, slot_key(day.number, slot))
    return tuple(pages)


def day_key(day: TimedDay) -> str:
    """The key of a day's first page."""
    return f"day:{day.number}"


def _title(write: Writer, day: TimedDay, layout: str) -> Page:
    times = write.plain(f"{write.word('day', n=day.number)} · {write.span(day.day.start, day.end)}", bold=True)
    inside = replace(write, section=write.word("day", n=day.number), when=replace(times, kind=HEADING))
    titles = [_name(write, slot) for slot in day.slots if isinstance(slot.slot, SessionSlot)]
    notes = [replace(line, kind=BULLET) for line in titles]
    above = write.line(write.course) if layout == "title" else write.say("day", n=day.number)
    title = write.line(day.day.title)
    return plate(inside, layout, title, (times,), shown=(day.day.title,), notes=notes, above=above, keys=(day_key(day),))


def _timetable(write: Writer, day: TimedDay) -> tuple[Page, ...]:
    """The day as a table; a session's name leads to its pages."""
    header = (write.say("column-time"), write.say("column-what"), write.say("column-minutes"))
    rows = tuple(_row(write, slot, slot_key(day.number, slot)) for slot in day.slots)
    title = write.say("timetable", n=day.number)
    found = grids(
        Sheet(header, rows), write.frame("timetable"), write.setter, description=title.text, sizes=(20, 18), shares=_SHARES
    )
    times = write.plain(write.span(day.day.start, day.end), kind=HEADING)
    inside = replace(write, section=write.word("day", n=day.number), when=times)
    shown = tuple(text for slot in day.slots for text in _texts(slot))
    parts = []
    slots = iter(day.slots)
    for grid in found:
        body = tuple(_tinted(row, next(slots)) for row in grid.rows[1:])
        parts.append(("timetable", (replace(grid, rows=(grid.rows[0], *body)),)))
    return inside.series(title, parts, shown=shown, notes=(write.say("timetable-how"),))


def _row(write: Writer, slot: TimedSlot, key: str) -> tuple[Line, ...]:
    name = _name(write, slot)
    if not isinstance(slot.slot, BreakSlot):
        name = replace(name, runs=tuple(replace(run, link=JUMP + key) for run in name.runs))
    times = write.plain(write.span(slot.start, slot.end), bold=True)
    return times, name, replace(write.plain(str(slot.end - slot.start)), align="r")


def _tinted(row: Row, slot: TimedSlot) -> Row:
    """Breaks stand out, everything else is plain."""
    tint = "accent2/20" if isinstance(slot.slot, BreakSlot) else "accent1/12" if isinstance(slot.slot, ActivitySlot) else "bg1"
    return Row(tuple(Cell(cell.lines, cell.span, tint) for cell in row.cells), row.height)


def _name(write: Writer, slot: TimedSlot) -> Line:
    match slot.slot:
        case SessionSlot():
            return write.line(slot.session.title) if slot.session else write.plain(slot.slot.session)
        case ActivitySlot():
            return write.line(slot.slot.title)
        case BreakSlot():
            return write.say(f"break-{slot.slot.kind}")


def _texts(slot: TimedSlot) -> tuple[Text, ...]:
    if isinstance(slot.slot, ActivitySlot):
        return (slot.slot.title,)
    return (slot.session.title,) if slot.session else ()


def _slot(write: Writer, slot: TimedSlot, following: TimedSlot | None, counter: Counter, key: str) -> tuple[Page, ...]:
    match slot.slot:
        case SessionSlot():
            if slot.session is None:
                return ()
            module = write.curriculum.module(slot.session.id.partition(".")[0])
            return slot_pages(write, slot, slot.session, module, counter, key=key)
        case ActivitySlot():
            return _activity(_inside(write, slot), slot, slot.slot, key)
        case BreakSlot():
            return (_break(_inside(write, slot), slot, following),)


def _inside(write: Writer, slot: TimedSlot) -> Writer:
    name = _name(write, slot)
    return replace(write, section=name.text, when=write.timed(slot.start, slot.end - slot.start, name))


def _break(write: Writer, slot: TimedSlot, following: TimedSlot | None) -> Page:
    under = [write.say("go-on", time=clock(slot.end))]
    if following:
        name = _name(write, following)
        under.append(replace(name, runs=(write.ours(f"{write.word('next')}: "), *name.runs)))
    shown = _texts(following) if following else ()
    above = write.plain(write.span(slot.start, slot.end))
    return plate(write, "section", _name(write, slot), under, shown=shown, above=above)


def _activity(write: Writer, slot: TimedSlot, activity: ActivitySlot, key: str) -> tuple[Page, ...]:
    """What it is and how long; the programme stands in the notes, its headings on the slide."""
    notes = list(write.lines(activity.text)) if activity.text else []
    if activity.materials:
        notes += [write.label("notes-materials"), *(write.line(text, kind=BULLET) for text in activity.materials)]
    title = write.line(activity.title)
    times = write.plain(write.span(slot.start, slot.end))
    agenda = _agenda(notes)
    keys = (key,)
    if not agenda:
        minutes = write.say("minutes", n=activity.minutes)
        return (plate(write, "section", title, (minutes,), shown=(activity.title,), notes=notes, above=times, keys=keys),)
    side, _ = panel(write, [write.plain(write.word("minutes", n=activity.minutes), bold=True, size=40), times])
    sizes = [size for size in write.look.sizes["body"] if size <= 24]
    chunks = write.setter.parts(agenda, write.frame("activity"), sizes)
    parts = [("activity", (Holder(1, chunk), side)) for chunk in chunks]
    shown = (activity.title, activity.text)
    return write.series(title, parts, shown=shown, notes=notes, kicker=write.say("programme"), keys=keys)


def _agenda(lines: Sequence[Line]) -> list[Line]:
    """The bold words that each outermost point begins with; minutes alone are followed by the point's first sentence."""
    agenda = []
    for line in lines:
        if line.kind in {BULLET, NUMBER} and line.level == 0 and line.runs[0].bold:
            words = line.runs[0].text.strip().rstrip(".:।")
            if not any(map(str.isalpha, words)):  # the minutes alone: the first sentence says what happens in them
                words = f"{words} {_SENTENCE.split(line.text[len(line.runs[0].text) :].strip())[0].rstrip('.:।')}"
            agenda.append(replace(line, runs=(Words(words),), kind=BULLET))
    return agenda
