"""The session plan: a session as a course teaches it comes in, what the trainer says, shows, does and checks goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Session
from builders.model.timetable import TimedDay, TimedSegment, TimedSlot, clock, timetable
from builders.targets.printables.blocks import blocks
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

Places = Sequence[tuple[TimedDay, TimedSlot]]


def session_plan(session: Session, *, course: Course, curriculum: Curriculum) -> bytes:
    """A4, for trainers: the segments that the course teaches, on the clock."""
    module = curriculum.module(session.id.partition(".")[0])
    write = Writer(curriculum, module=module)
    places = [
        (day, slot) for day in timetable(course, curriculum) for slot in day.slots if slot.session and slot.session.id == session.id
    ]
    body = [
        write.ours("kicker", "session-plan"),
        call("title", write.inline(session.title)),
        write.mark(session),
        call("lead", write.inline(session.summary)) if session.summary else NOTHING,
        call("facts", *_facts(write, session, course, places)),
        _preparation(write, session, module),
        *(_segment(write, timed) for _, slot in places for timed in slot.segments),
        write.sources(),
    ]
    note = write.say("version", n=module.version) if module else ""
    return printed(write, write.plain(session.title), body, about=write.plain(course.title), note=note)


def _facts(write: Writer, session: Session, course: Course, places: Places) -> Iterator[str]:
    when = " · ".join(f"{write.say('day', n=day.number)}, {write.span(slot.start, slot.end)}" for day, slot in places)
    minutes = sum(slot.end - slot.start for _, slot in places)
    yield array([write.word("when"), string(f"{when} · {write.say('minutes', n=minutes)}")])
    before = [write.plain(found.title) for id in session.prerequisites if (found := write.curriculum.session(id))]
    if before:
        yield array([write.word("prerequisites"), string("; ".join(before))])
    yield array([write.word("who"), write.inline(course.audience)])


def _preparation(write: Writer, session: Session, module: Module | None) -> str:
    objectives = [item.text for item in module.objectives if item.id in session.objectives] if module else []
    return joined(
        [
            joined([write.ours("section", "objectives"), write.listed("bullets", objectives)]) if objectives else NOTHING,
            joined([write.ours("section", "materials"), write.listed("ticks", session.materials)])
            if session.materials
            else NOTHING,
            joined([write.ours("section", "prepare"), write.listed("ticks", session.prepare)]) if session.prepare else NOTHING,
            joined([write.ours("section", "difficulties"), _difficulties(write, session)]) if session.difficulties else NOTHING,
        ]
    )


def _difficulties(write: Writer, session: Session) -> str:
    """What goes wrong, and under it what helps."""
    items = (
        joined([call("strong", write.inline(item.when)), call("linebreak"), write.prose(item.do)]) for item in session.difficulties
    )
    return call("bullets", *items, spacing="1.1em")


def _segment(write: Writer, timed: TimedSegment) -> str:
    segment = timed.segment
    minutes = write.word("minutes", n=segment.minutes)
    head = call("segment", string(clock(timed.start)), minutes, write.inline(segment.title))
    return joined([head, blocks(write, segment.blocks)])
