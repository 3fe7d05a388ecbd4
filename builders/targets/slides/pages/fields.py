"""Four fields, two by two: a table with named rows and columns or a list of four points comes in, cards go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Box, Card, Line
from builders.targets.slides.pages.lists import points
from builders.targets.slides.pages.pieces import Piece
from builders.targets.slides.pages.tables import Sheet
from builders.targets.slides.pages.writer import Writer

_SIZES = (24, 22, 20, 18)
_GAP = 10
_NAMES = (150, 40)  # points: the width of a row's name, the height of a column's
_INSET = (14, 8)
_FILLS = ("accent1/20", "accent1/10", "accent1/10", "accent6/12")


def fields(write: Writer, pieces: Sequence[Piece]) -> tuple[Box, ...] | None:
    """``None`` for anything but four fields, and where they do not fit."""
    if len(pieces) != 1:
        return None
    frame = write.frame("grid")
    match pieces[0]:
        case Sheet() as sheet:
            return _table(write, sheet, frame)
        case tuple() as lines:
            groups = points(lines)
            return _cards(write, [_headed(group) for group in groups], frame) if len(groups) == 4 else None
        case _:
            return None


def _table(write: Writer, sheet: Sheet, frame: Frame) -> tuple[Box, ...] | None:
    """A row for the names of the columns, two rows of a name and two fields."""
    if len(sheet.header) != 3 or len(sheet.rows) != 2 or any(len(row) != 3 for row in sheet.rows):
        return None
    wide, high = _NAMES
    inner = Frame(frame.x + wide + _GAP, frame.y + high, frame.w - wide - _GAP, frame.h - high)
    across, down = inner.columns(2, _GAP), _rows(inner)
    names = [
        _name(write, line, Frame(place.x, frame.y, place.w, high)) for line, place in zip(sheet.header[1:], across, strict=True)
    ]
    names += [_name(write, row[0], Frame(frame.x, place.y, wide, place.h)) for row, place in zip(sheet.rows, down, strict=True)]
    found = _cards(write, [(row[at],) for row in sheet.rows for at in (1, 2)], inner)
    if found is None or any(name is None for name in names):
        return None
    return (*(name for name in names if name is not None), *found)


def _name(write: Writer, line: Line, place: Frame) -> Card | None:
    bold = replace(line, runs=tuple(replace(run, bold=True) for run in line.runs), align="ctr")
    lines = write.setter.shrunk((bold,), place.inset(4, 2), (22, 20, 18))
    return Card(line.text, place, tuple(replace(line, colour="dk2") for line in lines), inset=(4, 2)) if lines else None


def _cards(write: Writer, words: Sequence[Sequence[Line]], frame: Frame) -> tuple[Card, ...] | None:
    """Four cards of one size of type."""
    places = [Frame(place.x, row.y, place.w, row.h) for row in _rows(frame) for place in frame.columns(2, _GAP)]
    for size in _SIZES:
        fitted = [write.setter.shrunk(lines, place.inset(*_INSET), (size,)) for lines, place in zip(words, places, strict=True)]
        if all(lines is not None for lines in fitted):
            return tuple(
                Card(f"Field {at + 1}", place, lines or (), "roundRect", _FILLS[at], "accent1/40", inset=_INSET, adjust=(6_000,))
                for at, (lines, place) in enumerate(zip(fitted, places, strict=True))
            )
    return None


def _rows(frame: Frame) -> tuple[Frame, Frame]:
    high = (frame.h - _GAP) / 2
    return frame.tall(high), frame.below(high + _GAP)


def _headed(group: Sequence[Line]) -> tuple[Line, ...]:
    """A point as a heading, what belongs to it as points of its own."""
    first, *others = group
    head = replace(first, kind="heading", level=0, number=0)
    return (head, *(replace(line, level=max(line.level - 1, 0)) for line in others))
