"""An exercise for the room: an activity comes in, instruction pages with a panel of what, how and how long go out."""

from __future__ import annotations

from collections.abc import Sequence

from builders.model.blocks import Activity
from builders.targets.slides.page import Box, Holder, Line, Page
from builders.targets.slides.pages.authored import parts_of, pieces_of
from builders.targets.slides.pages.trainer import debrief_notes
from builders.targets.slides.pages.writer import Writer

_PANEL = (20, 18)


def activity_pages(write: Writer, activity: Activity) -> tuple[Page, ...]:
    """The steps, with the debrief in the notes. Pictures and tables among the steps get pages of their own."""
    title = write.line(activity.title) if activity.title else write.say(f"method-{activity.method or 'practice'}")
    pieces = pieces_of(write, activity.steps)
    steps = [line for piece in pieces if isinstance(piece, tuple) for line in piece]
    side, left_out = panel(write, _facts(write, activity), _materials(write, activity))
    sizes = [size for size in write.look.sizes["body"] if size <= write.look.layouts["activity"].holder(1).size]
    chunks = write.setter.parts(steps, write.frame("activity"), sizes) if steps else ((),)
    parts: list[tuple[str, Sequence[Box]]] = [("activity", (*_filled(chunk), side)) for chunk in chunks]
    parts += [part for piece in pieces if not isinstance(piece, tuple) for part in parts_of(write, [piece], title.text)]
    shown = (activity.title, activity.materials, activity.steps)
    notes = (*left_out, *debrief_notes(write, activity.debriefs))
    return write.series(title, parts, shown=shown, notes=notes, kicker=write.say("activity"))


def panel(write: Writer, facts: Sequence[Line], more: Sequence[Line] = ()) -> tuple[Holder, tuple[Line, ...]]:
    """The words of the panel on the left, as large as it allows, and what of ``more`` has no room there."""
    frame = write.frame("activity", 2)
    whole = write.setter.shrunk([*facts, *more], frame, _PANEL, airy=(0.45,))
    if whole is not None:
        return Holder(2, whole), ()
    return Holder(2, write.setter.at(facts, _PANEL[-1])), tuple(more)


def _filled(steps: tuple[Line, ...]) -> tuple[Holder, ...]:
    return (Holder(1, steps),) if steps else ()


def _facts(write: Writer, activity: Activity) -> list[Line]:
    lines: list[Line] = []
    if activity.minutes:
        lines.append(write.plain(write.word("minutes", n=activity.minutes), bold=True, size=40))
    if activity.method:
        lines.append(write.plain(write.word(f"method-{activity.method}"), bold=True))
    if activity.group.isdigit():
        lines.append(write.say("group-number", n=activity.group))
    elif activity.group and activity.group != activity.method:
        lines.append(write.say(f"group-{activity.group}"))
    return lines or [write.plain(write.word("activity"), bold=True)]


def _materials(write: Writer, activity: Activity) -> list[Line]:
    if not activity.materials:
        return []
    return [write.plain(write.word("you-need"), bold=True), write.line(activity.materials)]
