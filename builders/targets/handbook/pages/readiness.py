"""What makes a day ready: a day on its clock comes in; what to bring, set up, print and have taught before goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model import places
from builders.model.blocks import Activity, Reference, walk
from builders.model.courses import ActivitySlot, Course
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSegment, clock
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.blocks import grouped
from builders.targets.handbook.pages.files import document, of_course, sheet, sheets
from builders.targets.handbook.pages.papers import tests_of
from builders.targets.handbook.pages.writer import Writer


def objectives(write: Writer, day: TimedDay) -> Iterator[str]:
    """What participants can do at the end of the day, in the order in which it is taught."""
    ids = dict.fromkeys(id for slot in day.slots if slot.session for id in slot.session.objectives)
    texts = {objective.id: objective.text for module in write.edition.curriculum.modules for objective in module.objectives}
    return (write.item(texts[id]) for id in ids if id in texts)


def bring(write: Writer, day: TimedDay) -> Iterator[str]:
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


def groupings(write: Writer, day: TimedDay) -> str:
    """When the room works otherwise than all together, and in what groups."""
    rows = []
    for entry in _segments(day):
        for activity in (block for block in walk(entry.segment.blocks) if isinstance(block, Activity)):
            if activity.group and activity.group != "plenary":
                name = write.inline(activity.title or entry.segment.title)
                minutes = str(activity.minutes or entry.segment.minutes)
                rows.append((markup.clock_time(clock(entry.start)), grouped(write, activity.group), name, minutes))
    head = (write.word("part-from"), write.word("grouping"), write.word("what"), write.word("minutes-short"))
    return markup.box("groupings", markup.table(head, rows, right=frozenset({3})))


def to_print(write: Writer, course: Course, day: TimedDay) -> Iterator[str]:
    """The day's own sheet and the plans of its sessions, what the first and the last day hand out, and the sheets of what the
    day plays and walks through."""
    made = write.edition.document
    run = write.link(write.word("run-of-day", n=day.number), places.run(course.id), f"day-{day.number}")
    yield sheet(write, run, made("day-sheet", course=course.id, day=day.number))
    yield document(write, made("day-plan", course=course.id, day=day.number))
    for session in dict.fromkeys(slot.session for slot in day.slots if slot.session):
        yield document(write, made("session-plan", course=course.id, session=session.id), write.inline(session.title))
    yield from of_course(write, course, day=day.number)
    yield from _tests(write, course, day)
    for reference in dict.fromkeys(_referred(day)):
        yield from sheets(write, *reference)


def _tests(write: Writer, course: Course, day: TimedDay) -> Iterator[str]:
    made = write.edition.document
    for use, _ in tests_of(course):
        if day.number == (1 if use == "pre-test" else len(course.days)):
            key = write.link(write.word(f"{use}-key"), places.paper_key(course.id, use))
            yield write.link(write.word(use), places.paper(course.id, use))
            yield from (document(write, made(f"{use}-{form}", course=course.id)) for form in ("a", "b"))
            yield sheet(write, key, made(f"{use}-key", course=course.id))


def _referred(day: TimedDay) -> Iterator[tuple[str, str]]:
    for entry in _segments(day):
        for block in walk(entry.segment.blocks):
            if isinstance(block, Reference):
                yield block.kind, block.target


def needed_before(write: Writer, course: Course, day: TimedDay) -> Iterator[str]:
    """Sessions that today's build upon and that the course has not taught up to then."""
    taught: set[str] = set()
    wanted: dict[str, None] = {}
    for each in write.edition.days[course.id][: day.number]:
        for session in (slot.session for slot in each.slots if slot.session):
            if each.number == day.number:
                wanted |= dict.fromkeys(id for id in session.prerequisites if id not in taught)
            taught.add(session.id)
    for id in wanted:
        if found := write.edition.curriculum.session(id):
            yield write.link(write.inline(found.title), places.session(id))


def _segments(day: TimedDay) -> Iterator[TimedSegment]:
    return (entry for slot in day.slots for entry in slot.segments)
