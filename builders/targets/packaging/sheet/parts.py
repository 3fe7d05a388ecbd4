"""The parts of a sheet, before it is HTML or Markdown: plain words, in which backticks mark what is typed and curly quotes what
stands on a button."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a table. ``language`` is theirs, empty for the sheet's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what belongs to them."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The first cell of a row names the row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Things to do, in order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Things to know."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence or two."""

    text: str


Part = Pairs | Grid | Steps | Points | Note


@dataclass(frozen=True, slots=True)
class Section:
    """``level`` is that of its heading: 2 or 3."""

    heading: str
    parts: tuple[Part, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """``kind`` stands above the title; ``lead`` are the sentences below it."""

    language: str
    kind: str
    title: Cell
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
