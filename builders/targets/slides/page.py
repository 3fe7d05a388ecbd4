"""A slide before it is written: what the pages of a deck are made of, in points, without any file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from builders.rendering.paragraphs import TEXT
from builders.targets.slides.frame import Frame

JUMP = "#"
"""A link that begins so leads to the page of that key."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one style. ``link`` is an address or leads to a page (:data:`JUMP`); ``language`` is empty for the line's."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. ``kind`` is one of :mod:`builders.rendering.paragraphs`; ``language`` the code of the words'
    language; ``size`` in points, 0 for the placeholder's own; ``colour`` a name of the theme, empty for the
    placeholder's own; ``before`` the space above in points; with a ``hang`` the words before the first tab stand in the
    margin, and the others are set in by so many points."""

    runs: tuple[Words, ...]
    language: str
    kind: str = TEXT
    level: int = 0
    number: int = 0
    size: float = 0
    colour: str = ""
    align: str = ""
    before: float = 0
    hang: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of the layout, filled with words. Without a frame it stands where the layout puts it."""

    idx: int
    lines: tuple[Line, ...]
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A shape with words; one without any is decoration. ``link`` leads on when it is clicked."""

    name: str
    frame: Frame
    lines: tuple[Line, ...]
    shape: str = "rect"
    fill: str = ""
    outline: str = ""
    link: str = ""
    anchor: str = "ctr"
    inset: tuple[float, float] = (12, 6)
    adjust: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. ``span`` counts the columns that it covers."""

    lines: tuple[Line, ...]
    span: int = 1
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A native table in the placeholder ``idx`` (-1: none). ``columns`` are widths; ``header`` says that the first row names the
    columns; ``description`` is the alternative text."""

    frame: Frame
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    header: bool
    description: str
    idx: int = 1


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with its alternative text, in the placeholder ``idx`` (-1: none). ``cut`` are the shares of its edges that do
    not show: left, top, right, bottom."""

    frame: Frame
    data: bytes
    alt: str
    idx: int = -1
    cut: tuple[float, float, float, float] = (0, 0, 0, 0)


class Side(IntEnum):
    """The sides of a card on which connectors end."""

    TOP = 0
    LEFT = 1
    BOTTOM = 2
    RIGHT = 3


@dataclass(frozen=True, slots=True)
class Joint:
    """Where a connector ends: on a side of the card of that name, at a point of the page."""

    card: str
    side: Side
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Connector:
    """An arrow that stays with the cards that it joins. It is straight, or leaves and arrives up and down with a level stretch
    between that lies ``bend`` points under its start, or goes through the points ``via``."""

    start: Joint
    end: Joint
    bend: float = 0
    via: tuple[tuple[float, float], ...] = ()
    colour: str = "accent6"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart, one figure for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart in the placeholder ``idx``. ``kind`` is ``bar`` or ``line``; ``tag`` the BCP 47 tag of its words;
    ``description`` is the alternative text, which tells the figures; ``unit`` is empty or ``%``."""

    frame: Frame
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    tag: str
    size: float
    unit: str = ""
    idx: int = 1


Box = Holder | Card | Grid | Photo | Connector | Chart


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. ``section`` groups slides in the navigator; ``marks`` are short tags about its words (not translated, source
    not verified); ``keys`` are the names by which links find this page; ``place`` is the title's where it is not the layout's;
    a ``hidden`` page is in the deck and not in the show. A page that comes from a block names its ``segment`` and the block's
    place in it (from 0; -1 where the segment as a whole is meant)."""

    layout: str
    title: Line
    boxes: tuple[Box, ...]
    notes: tuple[Line, ...]
    section: str
    footer: Line
    kicker: Line | None = None
    marks: tuple[Line, ...] = ()
    keys: tuple[str, ...] = ()
    place: Frame | None = None
    hidden: bool = False
    segment: str = ""
    block: int = -1


def words_of(box: Box) -> Iterator[Line]:
    """Every line of a box."""
    match box:
        case Holder() | Card():
            yield from box.lines
        case Grid():
            for row in box.rows:
                for cell in row.cells:
                    yield from cell.lines
        case _:
            pass
