"""The day plan: a day on the clock comes in; what belongs to no session (opening, review, closing) goes out in full."""

from __future__ import annotations

from builders.model.courses import ActivitySlot, Course
from builders.model.curriculum import Curriculum
from builders.model.timetable import TimedDay, TimedSlot, clock
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, call, joined, string
from builders.targets.printables.writer import Writer


def day_plan(day: TimedDay, *, course: Course, curriculum: Curriculum) -> bytes:
    """A4, for trainers: the words for each part of the day that has no session plan, on the clock. ``day`` has such a part."""
    write = Writer(curriculum)
    title = f"{write.say('day', n=day.number)}: {write.plain(day.day.title)}"
    slots = [(timed, timed.slot) for timed in day.slots if isinstance(timed.slot, ActivitySlot)]
    body = [
        write.ours("kicker", "day-plan"),
        call("title", string(title)),
        write.mark(*(slot for _, slot in slots)),
        write.ours("lead", "day-plan-lead"),
        *(_part(write, timed, slot) for timed, slot in slots),
        write.sources(),
    ]
    return printed(write, title, body, about=write.plain(course.title), note=write.say("for-trainers"))


def _part(write: Writer, timed: TimedSlot, slot: ActivitySlot) -> str:
    minutes = write.word("minutes", n=timed.end - timed.start)
    return joined(
        [
            call("segment", string(clock(timed.start)), minutes, write.inline(slot.title)),
            joined([write.ours("section", "materials"), write.listed("ticks", slot.materials)]) if slot.materials else NOTHING,
            write.prose(slot.text),
        ]
    )
