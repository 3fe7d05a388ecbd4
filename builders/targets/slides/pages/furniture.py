"""The pages around the lesson: what opens and closes a deck, a session or a segment comes in as words, pages go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builders.model.modules import Session
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Box, Card, Holder, Line, Page, Photo
from builders.targets.slides.pages.authored import text_parts
from builders.targets.slides.pages.writer import Writer
from builders.targets.slides.qr import qr_code

_UNDER = (22, 20, 18)


def plate(
    write: Writer,
    layout: str,
    title: Line,
    under: Sequence[Line],
    *,
    shown: Sequence[object] = (),
    notes: Iterable[Line] = (),
    above: Line | None = None,
    keys: tuple[str, ...] = (),
) -> Page:
    """A title or section page: a line above the title, a few lines under it. What does not fit there goes to the notes, first
    things first."""
    lines: tuple[Line, ...] | None = None
    left_out = 0
    while left_out < len(under):
        lines = write.setter.shrunk(under[left_out:], write.frame(layout), _UNDER, airy=(0.35,))
        if lines is not None:
            break
        left_out += 1
    boxes = (Holder(1, lines),) if lines else ()
    return write.page(layout, title, boxes, shown=shown, notes=(*notes, *under[:left_out]), kicker=above, keys=keys)


def objectives_page(write: Writer, session: Session) -> tuple[Page, ...]:
    """What participants can do afterwards."""
    objectives = write.module.objectives if write.module else ()
    found = [objective for id in session.objectives for objective in objectives if objective.id == id]
    if not found:
        return ()
    lines = [write.line(objective.text, kind=BULLET) for objective in found]
    return write.series(
        write.say("objectives"),
        text_parts(write, lines),
        shown=tuple(found),
        notes=(write.label("notes-do"), write.say("objectives-how")),
        kicker=write.line(session.title),
    )


def preparation(write: Writer, session: Session) -> tuple[Line, ...]:
    """What the trainer brings and does before the session."""
    lines: list[Line] = []
    for key, texts in (("notes-materials", session.materials), ("notes-prepare", session.prepare)):
        if texts:
            lines += [write.label(key), *(write.line(text, kind=BULLET) for text in texts)]
    return tuple(lines)


def closing_page(write: Writer, notes: Iterable[Line], *, address: str = "") -> Page:
    """One thing to take into the next shift, and where to read on: ``address`` is the handbook's page, empty where it is not
    published."""
    page = plate(write, "closing", write.say("closing"), (write.say("closing-words"),), notes=notes)
    return replace(page, boxes=(*page.boxes, *(_reading_on(write, address) if address else _SPEECH if write.look.ours else ())))


def _reading_on(write: Writer, address: str) -> tuple[Box, ...]:
    caption = write.plain(write.word("read-on"))
    lines = write.setter.shrunk((caption,), write.frame("closing", 3), (18,)) or ()
    alt = f"{write.word('qr-code')}: {address}"
    linked = tuple(replace(line, runs=tuple(replace(run, link=address) for run in line.runs)) for line in lines)
    return (Photo(write.frame("closing", 2), qr_code(address), alt, 2), Holder(3, linked))


_SPEECH = (
    Card("Speech 1", Frame(676, 140, 196, 132), (), "wedgeRoundRectCallout", "accent2", adjust=(-28_000, 72_000, 22_000)),
    Card("Speech 2", Frame(756, 296, 136, 88), (), "wedgeRoundRectCallout", "accent1", adjust=(30_000, 76_000, 24_000)),
)
"""What fills the right side where there is no code."""
