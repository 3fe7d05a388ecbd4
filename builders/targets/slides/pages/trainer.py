"""Words for the trainer alone: notes, facilitator and debrief blocks come in, lines for the notes of a slide go out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.model.blocks import Activity, Aside, Block, Debrief, Facilitator, Notes, Online, Prose, children_of
from builders.targets.slides.page import Line
from builders.targets.slides.pages.writer import Writer


def said_notes(write: Writer, notes: tuple[Block, ...]) -> tuple[Line, ...]:
    """What the trainer says to a slide."""
    lines = prose_lines(write, notes)
    return (write.label("notes-say"), *lines) if lines else ()


def debrief_notes(write: Writer, debriefs: Iterable[Debrief]) -> tuple[Line, ...]:
    lines = [line for debrief in debriefs for line in prose_lines(write, debrief.children)]
    return (write.label("notes-debrief"), *lines) if lines else ()


def trainer_notes(write: Writer, block: Block) -> tuple[Line, ...]:
    """What a block holds for the trainer, also inside asides and columns; nothing of what learners read."""
    match block:
        case Facilitator():
            return (write.label("notes-do"), *prose_lines(write, block.children))
        case Debrief():
            return debrief_notes(write, (block,))
        case Notes():
            return said_notes(write, block.children)
        case Activity() | Online():
            return ()
        case _:
            return tuple(line for child in children_of(block) for line in trainer_notes(write, child))


def prose_lines(write: Writer, blocks: Iterable[Block]) -> tuple[Line, ...]:
    """All prose in blocks, in reading order."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Prose):
            lines += write.lines(block.text)
            continue
        if isinstance(block, Aside) and block.title:
            lines.append(write.line(block.title, kind="heading"))
        lines += prose_lines(write, children_of(block))
    return tuple(lines)
