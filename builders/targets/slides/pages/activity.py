"""An exercise for the room: an activity comes in, instruction pages with a panel of what, how and how long go out."""

from __future__ import annotations

from builders.model.blocks import Activity
from builders.targets.slides.page import Box, Holder, Line, Page
from builders.targets.slides.pages.authored import pieces_of
from builders.targets.slides.pages.pieces import Image, photo
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.trainer import debrief_notes
from builders.targets.slides.pages.writer import Writer
from builders.targets.slides.theme import theme

_PANEL = (20, 18)


def activity_pages(write: Writer, activity: Activity) -> tuple[Page, ...]:
    """The steps, with the debrief in the notes. Pictures and tables among the steps get pages of their own."""
    title = write.line(activity.title) if activity.title else write.say(f"method-{activity.method or 'practice'}")
    pieces = pieces_of(write, activity.steps)
    steps = [line for piece in pieces if isinstance(piece, tuple) for line in piece]
    side = panel(write, _facts(write, activity))
    sizes = [size for size in theme().sizes["body"] if size <= 24]
    chunks = write.setter.parts(steps, write.frame("activity"), sizes) if steps else ((),)
    parts: list[tuple[str, tuple[Box, ...]]] = [("activity", (*_filled(1, chunk), side)) for chunk in chunks]
    for piece in pieces:
        match piece:
            case Sheet():
                found = grids(piece, write.frame("table"), write.setter, description=title.text)
                parts += [("table", (grid,)) for grid in found]
            case Image():
                parts.append(("picture", (photo(piece, write.frame("picture"), idx=1),)))
            case _:
                pass
    shown = (activity.title, activity.materials, activity.steps)
    return write.series(title, parts, shown=shown, notes=debrief_notes(write, activity.debriefs), kicker=write.say("activity"))


def panel(write: Writer, lines: list[Line]) -> Holder:
    """The words of the panel on the left, as large as it allows."""
    fitted = write.setter.shrunk(lines, write.frame("activity", 2), _PANEL, airy=(0.45,))
    return Holder(2, fitted or write.setter.at(lines, _PANEL[-1], airy=0.2))


def _filled(idx: int, lines: tuple[Line, ...]) -> tuple[Holder, ...]:
    return (Holder(idx, lines),) if lines else ()


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
    if activity.materials:
        lines.append(write.plain(write.word("you-need"), bold=True))
        lines.append(write.line(activity.materials))
    return lines or [write.plain(write.word("activity"), bold=True)]
