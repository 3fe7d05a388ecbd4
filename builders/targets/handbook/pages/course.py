"""The page of a course: a course and its clock come in, Markdown with a timetable for every day goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.blocks import Activity, walk
from builders.model.courses import ActivitySlot, BreakSlot, Course, CourseTest, SessionSlot
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSlot, clock
from builders.targets.handbook import places
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.papers import Use, tests_of
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.pages.writer import Writer


def course_page(edition: Edition, course: Course) -> Writer:
    write = Writer(edition, places.course(course.id))
    write.add(
        write.title(course.title),
        write.mark(course.title, course.summary, course.audience),
        write.prose(course.summary),
        _facts(write, course),
        *(_day(write, course, day) for day in edition.days[course.id]),
        write.section("assessment", _tests(write, course)),
        source_list(write),
    )
    return write


def _facts(write: Writer, course: Course) -> str:
    size = write.word("participants", least=course.participants[0], most=course.participants[1]) if course.participants else ""
    return markup.facts(
        [
            (write.word("audience"), write.inline(course.audience)),
            (write.word("depth"), write.word(f"depth-{course.depth}")),
            (write.word("length"), write.edition.count("days", len(course.days))),
            (write.word("group-size"), size),
        ]
    )


def _day(write: Writer, course: Course, day: TimedDay) -> str:
    title = write.word("day-title", n=day.number, title=write.inline(day.day.title))
    decks = [
        write.download(write.word("day-deck", n=day.number), deck.path)
        for deck in write.edition.decks(course=course.id, day=day.number)
    ]
    head = (write.word("time"), write.word("what"), write.word("minutes-short"))
    timetable = markup.table(head, (_row(write, day, slot) for slot in day.slots), right=frozenset({2}))
    return markup.box(
        "day",
        write.heading(2, title, f"day-{day.number}"),
        write.mark(day.day, tuple(slot.session.title for slot in day.slots if slot.session)),
        write.word("from-to", start=clock(day.day.start), end=clock(day.end)) + (" · " if decks else "") + " ".join(decks),
        markup.box("timetable", timetable),
        write.heading(3, write.word("bring"), f"day-{day.number}_bring"),
        markup.listed(_bring(write, day)) or write.word("bring-nothing"),
        *_activities(write, day),
        tag="section",
    )


def _row(write: Writer, day: TimedDay, slot: TimedSlot) -> tuple[str, str, str]:
    time = f"{clock(slot.start)}–{clock(slot.end)}"
    return time, _what(write, day, slot), str(slot.end - slot.start)


def _what(write: Writer, day: TimedDay, timed: TimedSlot) -> str:
    match timed.slot:
        case BreakSlot() as slot:
            return markup.span("break", write.word(f"break-{slot.kind}"))
        case ActivitySlot() as slot:
            title = write.inline(slot.title)
            return write.link(title, write.page, _anchor(day, timed)) if slot.text or slot.materials else title
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
        lines.append(markup.span("on-the-clock", f"{clock(entry.start)} {title} · {minutes}"))
    return "<br>".join(lines)


def _bring(write: Writer, day: TimedDay) -> Iterator[str]:
    """Everything once, in the order in which it is first needed. For a single activity the author writes one text."""
    seen: set[str] = set()
    for text in _materials(day):
        if text.value not in seen:
            seen.add(text.value)
            yield write.item(text)


def _materials(day: TimedDay) -> Iterator[Text]:
    for slot in day.slots:
        if isinstance(slot.slot, ActivitySlot):
            yield from slot.slot.materials
        if slot.session is not None:
            yield from slot.session.materials
            blocks = (block for entry in slot.segments for block in walk(entry.segment.blocks))
            yield from (block.materials for block in blocks if isinstance(block, Activity) and block.materials)


def _activities(write: Writer, day: TimedDay) -> Iterator[str]:
    for timed in day.slots:
        slot = timed.slot
        if isinstance(slot, ActivitySlot) and (slot.text or slot.materials):
            time = f"{clock(timed.start)}–{clock(timed.end)}"
            title = f"{write.inline(slot.title)} {markup.span('minutes', time)}"
            yield write.heading(3, title, _anchor(day, timed), short=f"{plain_title(slot.title)} · {time}")
            yield f"{write.word('materials')}: {', '.join(map(write.inline, slot.materials))}" if slot.materials else ""
            yield write.prose(slot.text)


def _anchor(day: TimedDay, timed: TimedSlot) -> str:
    return f"day-{day.number}_slot-{day.slots.index(timed) + 1}"


def _tests(write: Writer, course: Course) -> str:
    return markup.facts((write.word(use), _test(write, course, use, test)) for use, test in tests_of(course))


def _test(write: Writer, course: Course, use: Use, test: CourseTest) -> str:
    found = [module for id in test.modules if (module := write.edition.curriculum.module(id))]
    modules = ", ".join(write.link(write.inline(module.title), places.module(module.id)) for module in found)
    mastery = write.word("test-mastery", n=test.mastery) if test.mastery else ""
    paper = write.link(write.word("paper"), places.paper(course.id, use))
    key = write.link(write.word("paper-key"), places.paper_key(course.id, use))
    items = write.word("test-items", n=test.items, modules=modules)
    return "<br>".join(part for part in (items, mastery, f"{paper} · {key}") if part)
