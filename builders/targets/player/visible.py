"""What a learner may see of a segment: blocks come in, the same blocks without anything for trainers go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.blocks import Activity, Aside, Block, Columns, Online, Prose, Reference, children_of


def visible(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that are for learners, top level. Slides, notes, facilitator and debrief are for the room.

    An activity without an online variant is for the room, too.
    """
    return tuple(block for block in blocks if _is_visible(block))


def _is_visible(block: Block) -> bool:
    match block:
        case Prose():
            return bool(block.text)
        case Activity():
            return bool(block.online)
        case Columns():
            return any(visible(column.children) for column in block.columns)
        case Aside() | Online():
            return bool(visible(block.children))
        case Reference():
            return True
        case _:
            return False


def inside(block: Block) -> tuple[Block, ...]:
    """The learner's blocks directly inside a visible block."""
    if isinstance(block, Activity):
        return tuple(child for online in block.online for child in visible(online.children))
    if isinstance(block, Columns):
        return tuple(child for column in block.columns for child in visible(column.children))
    return visible(children_of(block))


def visible_references(blocks: tuple[Block, ...]) -> Iterator[Reference]:
    """Every question, scenario, procedure and video that learners meet in these blocks, in reading order."""
    for block in visible(blocks):
        if isinstance(block, Reference):
            yield block
        else:
            yield from visible_references(inside(block))
