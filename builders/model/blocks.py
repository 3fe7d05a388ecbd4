"""The blocks of a session's segment: what is said, shown, done and checked, in teaching order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.text import Text


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of Markdown: paragraphs, lists, tables, pictures, ``###`` headings."""

    text: Text


@dataclass(frozen=True, slots=True)
class Notes:
    """What the trainer says to a slide. Trainers only."""

    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """One of the columns of :class:`Columns`."""

    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two or three columns side by side."""

    columns: tuple[Column, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``title`` is the first heading and no longer part of ``children``; ``children`` are prose and
    columns; ``notes`` are the blocks of all ``notes`` containers inside. ``layout`` is empty where it follows from
    the content."""

    title: Text
    children: tuple[Block, ...]
    notes: tuple[Block, ...]
    at: Location = field(compare=False)
    layout: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Facilitator:
    """What the trainer does, asks and watches for. Trainers only."""

    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Debrief:
    """Questions after an activity. Trainers only."""

    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Online:
    """How a lone learner does an activity."""

    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Activity:
    """An exercise for the room. ``children`` hold the steps (prose), debriefs and online variants in their order.

    ``minutes`` is 0 where the author gave none; ``method`` and ``group`` are keywords (see docs/authoring.md),
    empty where not given.
    """

    id: str
    title: Text | None
    method: str
    group: str
    minutes: int
    materials: Text | None
    children: tuple[Block, ...]
    at: Location = field(compare=False)

    @property
    def steps(self) -> tuple[Block, ...]:
        """What the room does: the children that are neither debrief nor online variant."""
        return tuple(child for child in self.children if not isinstance(child, Debrief | Online))

    @property
    def debriefs(self) -> tuple[Debrief, ...]:
        return tuple(child for child in self.children if isinstance(child, Debrief))

    @property
    def online(self) -> tuple[Online, ...]:
        return tuple(child for child in self.children if isinstance(child, Online))


@dataclass(frozen=True, slots=True)
class Aside:
    """Text set apart. ``kind`` is ``callout``, ``caution``, ``example`` or ``keypoints``."""

    kind: str
    title: Text | None
    children: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A leaf that stands for something defined elsewhere.

    ``kind`` is ``question``, ``scenario``, ``sop`` or ``video``; ``target`` is the full id.
    """

    kind: str
    target: str
    at: Location = field(compare=False)


Block = Prose | Slide | Notes | Facilitator | Activity | Debrief | Online | Aside | Columns | Column | Reference
_LEAVES = (Prose, Reference)


def children_of(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block, in reading order."""
    match block:
        case Prose() | Reference():
            return ()
        case Columns():
            return block.columns
        case Slide():
            return (*block.children, *(Notes((note,), block.at) for note in block.notes))
        case _:
            return block.children


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block with all that is nested in it, depth first, in reading order."""
    waiting = list(reversed(blocks))  # a stack, not recursion: every page and rule walks the sessions
    while waiting:
        block = waiting.pop()
        yield block
        if not isinstance(block, _LEAVES):
            waiting.extend(reversed(children_of(block)))
