"""The timetable to work on: a course comes in, a workbook with a sheet for each day goes out.

Times are formulas over minutes: a later start or a longer segment moves all that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from builders.model.blocks import Activity, walk
from builders.model.courses import ActivitySlot, BreakSlot, Course
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSegment, TimedSlot, timetable
from builders.rendering.plain import to_plain
from builders.rendering.words import words
from builders.targets.calendar.xlsx import Cell, Row, Sheet, written

_WIDTHS = (9, 9, 10, 52, 30, 60)
_FIRST = 4  # the row of the first slot: title, hint and heading stand above
_DAY = 24 * 60


def timetable_workbook(course: Course, curriculum: Curriculum, *, dates: Sequence[date] = ()) -> bytes:
    """An XLSX for trainers: every slot and segment with its minutes, method and materials; dated as far as there are dates."""
    dated = zip_longest(timetable(course, curriculum), dates[: len(course.days)])
    return written([_sheet(course, curriculum, day, on) for day, on in dated], language=curriculum.language)


def _sheet(course: Course, curriculum: Curriculum, day: TimedDay, on: date | None) -> Sheet:
    ours = words("calendar", curriculum.language)
    held = f" · {on.isoformat()}" if on else ""
    name = ours["day"].format(n=day.number)
    title = f"{_plain(course.title)} · {name}: {_plain(day.day.title)}{held}"
    heads = ("column-start", "column-end", "column-minutes", "column-what", "column-how", "column-materials")
    rows = [
        (Cell(title, style="title"),),
        (Cell(ours["hint"], style="note"),),
        tuple(Cell(ours[key], style="head") for key in heads),
        *_slots(day, ours),
    ]
    return Sheet(name, _WIDTHS, tuple(rows), heading=_FIRST - 1)


def _slots(day: TimedDay, ours: dict[str, str]) -> Iterator[Row]:
    number, before = _FIRST, 0  # this row, and that of the slot before
    for timed in day.slots:
        start = f"B{before}" if before else ""
        yield _slot(timed, number, start, ours)
        for at, part in enumerate(timed.segments):
            yield _segment(part, number + 1 + at, f"A{number}" if at == 0 else f"B{number + at}", ours)
        before = number
        number += 1 + len(timed.segments)


def _slot(timed: TimedSlot, row: int, start: str, ours: dict[str, str]) -> Row:
    length = timed.end - timed.start
    count = len(timed.segments)
    total = f"SUM(C{row + 1}:C{row + count})" if count else ""
    title, materials = _about(timed, ours)
    kind = "break" if isinstance(timed.slot, BreakSlot) else "slot"
    return (
        Cell(timed.start / _DAY, formula=start, style=f"{kind}-time"),
        Cell(timed.end / _DAY, formula=f"A{row}+C{row}/{_DAY}", style=f"{kind}-time"),
        Cell(length, formula=total, style=kind),
        Cell(title, style=kind),
        Cell("", style=kind),
        Cell(materials, style=kind if kind == "break" else f"{kind}-text"),
    )


def _segment(timed: TimedSegment, row: int, start: str, ours: dict[str, str]) -> Row:
    activities = [block for block in walk(timed.segment.blocks) if isinstance(block, Activity)]
    return (
        Cell(timed.start / _DAY, formula=start, style="time"),
        Cell(timed.end / _DAY, formula=f"A{row}+C{row}/{_DAY}", style="time"),
        Cell(timed.segment.minutes, style="text"),
        Cell(_plain(timed.segment.title), style="text"),
        Cell("; ".join(dict.fromkeys(_how(activity, ours) for activity in activities)), style="text"),
        Cell("; ".join(_plain(activity.materials) for activity in activities if activity.materials), style="text"),
    )


def _about(timed: TimedSlot, ours: dict[str, str]) -> tuple[str, str]:
    """Title and materials of a slot."""
    match timed.slot:
        case BreakSlot() as slot:
            return ours[f"break-{slot.kind}"], ""
        case ActivitySlot() as slot:
            return _plain(slot.title), "; ".join(_plain(text) for text in slot.materials)
        case _ if timed.session:
            return _plain(timed.session.title), "; ".join(_plain(text) for text in timed.session.materials)
        case _:
            return "", ""


def _how(activity: Activity, ours: dict[str, str]) -> str:
    group = activity.group if activity.group != activity.method else ""  # "in pairs" is said once
    grouped = ours["group-number"].format(n=group) if group.isdecimal() else group and ours[f"group-{group}"]
    method = activity.method and ours[f"method-{activity.method}"]
    return " · ".join(dict.fromkeys(part for part in (method, grouped) if part))


def _plain(text: Text) -> str:
    return " ".join(to_plain(text.value).split())
