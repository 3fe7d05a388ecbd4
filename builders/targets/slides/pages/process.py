"""Steps that follow one another: a list comes in, arrows side by side with their points under them go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.targets.slides.page import Box, Card, Line
from builders.targets.slides.pages.lists import points
from builders.targets.slides.pages.pieces import Piece
from builders.targets.slides.pages.writer import Writer

MOST = 6
"""Steps that stand side by side."""

_SIZES = (24, 22, 20, 18)
_TIP = 20  # points by which an arrow is pointed
_GAP = 4
_INSET = 6


def process(write: Writer, pieces: Sequence[Piece]) -> tuple[Box, ...] | None:
    """``None`` for anything but a list of two to six points, and where they do not fit."""
    if len(pieces) != 1 or not isinstance(pieces[0], tuple):
        return None
    groups = points(pieces[0])
    if not 2 <= len(groups) <= MOST:
        return None
    for size in _SIZES:
        found = _at(write, groups, size)
        if found is not None:
            return found
    return None


def _at(write: Writer, groups: Sequence[Sequence[Line]], size: float) -> tuple[Box, ...] | None:
    frame = write.frame("process")
    places = frame.columns(len(groups), _GAP)
    heads = [replace(group[0], kind="heading", level=0, number=0, size=size, colour="lt1", align="ctr") for group in groups]
    room = places[0].w - 2 * _TIP - 2 * _INSET
    if any(write.setter.widest(head, size) > room for head in heads):
        return None  # a word would be broken
    tall = max(write.setter.height((head,), room) for head in heads) + 24
    deeper = any(len(group) > 1 for group in groups)
    high = max(tall, 96 if deeper else 150)
    top = frame if deeper else frame.below((frame.h - high) / 3)
    under = [write.setter.at([replace(line, level=line.level - 1) for line in group[1:]], min(size, 22)) for group in groups]
    rest = frame.below(high + 14)
    if high > frame.h or any(
        write.setter.height(lines, place.w - 16) > rest.h - 16 for lines, place in zip(under, places, strict=True)
    ):
        return None
    boxes: list[Box] = []
    for at, (head, place, lines) in enumerate(zip(heads, places, under, strict=True)):
        shape, colour = ("homePlate" if at == 0 else "chevron"), ("accent1" if at % 2 == 0 else "accent3")
        point = round(_TIP / min(high, place.w) * 100_000)
        arrow = replace(place, y=top.y, h=high)
        boxes.append(Card(f"Step {at + 1}", arrow, (head,), shape, colour, inset=(_INSET, 4), adjust=(point,)))
        if lines:
            card = replace(place, y=rest.y, h=rest.h, w=place.w - _GAP)
            boxes.append(Card(f"Under step {at + 1}", card, lines, "rect", f"{colour}/8", anchor="t", inset=(8, 8)))
    return tuple(boxes)
