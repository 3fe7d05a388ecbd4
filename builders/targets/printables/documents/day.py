"""The run of show: a day on the clock comes in, one printed page to run it from goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.blocks import Activity, walk
from builders.model.courses import ActivitySlot, BreakSlot, Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSegment, TimedSlot, clock
from builders.rendering.agenda import agenda
from builders.targets.printables.blocks import conditions_of
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_CLOSE = "set table(inset: (x: 5pt, y: 0.28em))"  # rows close up with the letters: a full day has fifty
_SIZES = ("10pt", "9.5pt", "9pt", "8.5pt", "8pt", "7.5pt", "7pt", "6.5pt", "6pt")


def day_sheet(day: TimedDay, *, course: Course, curriculum: Curriculum) -> bytes:
    """A4, for trainers, one page however full the day is: every slot and segment on the clock, and what to bring."""
    write = Writer(curriculum, citing=False)
    title = f"{write.say('day', n=day.number)}: {write.plain(day.day.title)}"
    rows = [row for slot in day.slots for row in _slot_rows(write, slot)]
    header = array(
        [write.word("column-time"), write.word("column-minutes"), write.word("column-what"), write.word("column-how"), '""']
    )
    table = call("tbl", "(auto, auto, 1.15fr, 1fr, auto)", header, array(rows), aligns="(left, right, left, left, center)")
    page = [
        _CLOSE,
        write.ours("kicker", "day-sheet"),
        call("title", string(title)),
        write.mark(*(_shown(slot) for slot in day.slots)),
        table,
        _bring(write, day),
    ]
    body = [call("fitted", array(_SIZES), joined(page))]
    margin = "(x: 14mm, top: 16mm, bottom: 13mm)"
    span = write.span(day.day.start, day.end)
    return printed(write, title, body, about=write.plain(course.title), note=span, margin=margin, numbered="false")


def activities_in(timed: TimedSegment) -> tuple[Activity, ...]:
    return tuple(block for block in walk(timed.segment.blocks) if isinstance(block, Activity))


def bring(day: TimedDay) -> tuple[Text, ...]:
    """Everything that slots and sessions of a day need, each once."""
    found: dict[str, Text] = {}
    for slot in day.slots:
        texts = slot.slot.materials if isinstance(slot.slot, ActivitySlot) else slot.session.materials if slot.session else ()
        for text in texts:
            found.setdefault(text.value.casefold(), text)
    return tuple(found.values())


def _shown(slot: TimedSlot) -> tuple[object, ...]:
    if isinstance(slot.slot, ActivitySlot):
        return (slot.slot,)
    return (
        (slot.session.title, slot.session.materials, tuple(timed.segment.title for timed in slot.segments)) if slot.session else ()
    )


def _slot_rows(write: Writer, timed: TimedSlot) -> Iterator[str]:
    length = str(timed.end - timed.start)
    match timed.slot:
        case BreakSlot() as slot:
            cells = [string(write.span(timed.start, timed.end)), string(length), write.word(f"break-{slot.kind}"), '""', '""']
            yield array(call("table.cell", cell, fill="luma(225)") for cell in cells)
        case ActivitySlot() as slot:
            yield _head(write, timed, write.inline(slot.title))
            for start, end, words in agenda(slot.text):
                yield array(
                    [string(clock(timed.start + start)), string(str(end - start)), _said(write, slot, words), '""', "square()"]
                )
        case SessionSlot() if timed.session:
            yield _head(write, timed, write.inline(timed.session.title))
            for segment in timed.segments:
                yield _segment_row(write, segment)
        case _:
            return


def _said(write: Writer, slot: ActivitySlot, words: str) -> str:
    spoken = slot.text.language if slot.text else write.language
    return call("text", string(words), lang=string(spoken)) if spoken != write.language else string(words)


def _head(write: Writer, timed: TimedSlot, title: str) -> str:
    cells = [string(write.span(timed.start, timed.end)), string(str(timed.end - timed.start)), title, '""', "square()"]
    return array(call("table.cell", call("strong", cell), fill="pale") for cell in cells)


def _segment_row(write: Writer, timed: TimedSegment) -> str:
    activities = activities_in(timed)
    how = joined(
        joined([string("; ") if at else NOTHING, code])
        for at, code in enumerate(dict.fromkeys(_how(write, activity) for activity in activities))
    )
    named = [write.inline(activity.title) for activity in activities if activity.title]
    title = joined([write.inline(timed.segment.title), *(joined([string(": "), call("emph", name)]) for name in named)])
    return array([string(clock(timed.start)), string(str(timed.segment.minutes)), title, how, "square()"])


def _how(write: Writer, activity: Activity) -> str:
    """Method, grouping, minutes, and what the trainer holds in the hand at that moment."""
    conditions = string(" · ".join(conditions_of(write, activity)))
    return joined([conditions, string(" · "), write.inline(activity.materials)]) if activity.materials else conditions


def _bring(write: Writer, day: TimedDay) -> str:
    texts = bring(day)
    if not texts:
        return NOTHING
    half = (len(texts) + 1) // 2
    columns = [write.listed("ticks", part) for part in (texts[:half], texts[half:])]
    return joined([write.ours("section", "bring"), call("text", call("beside", *columns), size="0.9em")])
