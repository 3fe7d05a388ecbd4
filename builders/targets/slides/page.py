"""A slide before it is written: what the pages of a deck are made of, in points, without any file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    """A shape with words. ``link`` leads on when it is clicked."""

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
    """A picture with its alternative text, in the placeholder ``idx`` (-1: none)."""

    frame: Frame
    data: bytes
    alt: str
    idx: int = -1


@dataclass(frozen=True, slots=True)
class Arrow:
    """A straight arrow from left to right."""

    name: str
    frame: Frame


Box = Holder | Card | Grid | Photo | Arrow


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. ``section`` groups slides in the navigator; ``marks`` are short tags about its words (not translated, source
    not verified); ``keys`` are the names by which links find this page; ``place`` is the title's where it is not the layout's."""

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
