"""A day of a course: the day on its clock comes in, its timetable and what to bring, set up and print go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model import places
from builders.model.courses import ActivitySlot, BreakSlot, Course, SessionSlot
from builders.model.timetable import TimedDay, TimedSlot, clock
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.files import slides
from builders.targets.handbook.pages.readiness import bring, groupings, needed_before, objectives, to_print
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.pages.writer import Writer


def day_section(write: Writer, course: Course, day: TimedDay) -> str:
    title = write.word("day-title", n=day.number, title=write.inline(day.day.title))
    head = (write.word("time"), write.word("what"), write.word("minutes-short"))
    timetable = markup.table(head, (_row(write, day, slot) for slot in day.slots), right=frozenset({2}))
    sessions = tuple(slot.session.title for slot in day.slots if slot.session)
    parts = [
        write.heading(2, title, f"day-{day.number}"),
        write.mark(day.day if write.for_trainers else day.day.title, sessions),
        _when(write, course, day),
        shift(write, day),
        markup.box("timetable", timetable),
        _part(write, day, "objectives", markup.listed(objectives(write, day))),
    ]
    if write.for_trainers:
        parts += [
            _part(write, day, "bring", markup.listed(bring(write, day)) or write.word("bring-nothing")),
            _part(write, day, "groupings", groupings(write, day)),
            _part(write, day, "print", markup.listed(filter(None, to_print(write, course, day)))),
            _part(write, day, "before", markup.listed(needed_before(write, course, day))),
            *_activities(write, day),
        ]
    return markup.box("day", *parts, tag="section")


def shift(write: Writer, day: TimedDay) -> str:
    """Where the page's script lets the trainer start the day at another time; empty without it."""
    return (
        f'<div class="shift" data-day="{day.number}" data-start="{clock(day.day.start)}" '
        f'data-label="{write.word("start-label")}" data-reset="{write.word("start-reset")}" data-search-exclude=""></div>'
    )


def span_of(start: int, end: int) -> str:
    return f"{markup.clock_time(clock(start))}–{markup.clock_time(clock(end))}"


def _when(write: Writer, course: Course, day: TimedDay) -> str:
    start, end = (markup.clock_time(clock(minute)) for minute in (day.day.start, day.end))
    deck = write.word("day-deck", n=day.number)
    return " · ".join([write.word("from-to", start=start, end=end), *slides(write, course.id, day=day.number, name=deck)])


def _part(write: Writer, day: TimedDay, key: str, inside: str) -> str:
    heading = write.heading(3, write.word(f"day-{key}"), f"day-{day.number}_{key}")
    return markup.stacked(heading, inside) if inside else ""


def _row(write: Writer, day: TimedDay, slot: TimedSlot) -> tuple[str, str, str]:
    return span_of(slot.start, slot.end), _what(write, day, slot), str(slot.end - slot.start)


def _what(write: Writer, day: TimedDay, timed: TimedSlot) -> str:
    match timed.slot:
        case BreakSlot() as slot:
            return markup.span("break", write.word(f"break-{slot.kind}"))
        case ActivitySlot() as slot:
            title = write.inline(slot.title)
            told = write.for_trainers and (slot.text or slot.materials)
            return write.link(title, write.page, _anchor(day, timed)) if told else title
        case SessionSlot():
            return _session(write, timed)


def _session(write: Writer, timed: TimedSlot) -> str:
    """A session with its segments on the clock."""
    if timed.session is None:
        return ""
    place = places.session(timed.session.id)
    lines = [f"**{write.link(write.inline(timed.session.title), place)}**"]
    for entry in timed.segments:
        title = write.link(write.inline(entry.segment.title), place, entry.segment.id)
        minutes = write.word("minutes", n=entry.segment.minutes)
        lines.append(markup.span("on-the-clock", f"{markup.clock_time(clock(entry.start))} {title} · {minutes}"))
    return "<br>".join(lines)


def _activities(write: Writer, day: TimedDay) -> Iterator[str]:
    for timed in day.slots:
        slot = timed.slot
        if isinstance(slot, ActivitySlot) and (slot.text or slot.materials):
            title = f"{write.inline(slot.title)} {markup.span('minutes', span_of(timed.start, timed.end))}"
            yield write.heading(3, title, _anchor(day, timed), short=plain_title(slot.title))
            yield f"{write.word('materials')}: {', '.join(map(write.inline, slot.materials))}" if slot.materials else ""
            yield write.prose(slot.text)


def _anchor(day: TimedDay, timed: TimedSlot) -> str:
    return f"day-{day.number}_slot-{day.slots.index(timed) + 1}"
