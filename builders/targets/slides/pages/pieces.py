"""What authors put on slides, laid out: text, tables and pictures come in, boxes on as many pages as needed go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builders.targets.slides.fitting import AIRY, Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Box, Card, Grid, Holder, Line, Photo, Words
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pictures import pixels

_GAP = 16


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's bytes (empty where there is no such file) and its alternative text."""

    data: bytes
    alt: str
    language: str


Piece = tuple[Line, ...] | Sheet | Image


def photo(image: Image, frame: Frame, *, idx: int = -1) -> Box:
    """A picture as large as the frame allows, in its middle. What cannot go on a slide (SVG, a missing file) is told in words."""
    size = pixels(image.data)
    if size is None:
        line = Line((Words(image.alt),), image.language, size=20, colour="dk2", align="ctr")
        return Card("Picture in words", frame, (line,), fill="accent1/8", inset=(32, 16))
    scale = min(frame.w / size[0], frame.h / size[1])
    wide, high = size[0] * scale, size[1] * scale
    return Photo(Frame(frame.x + (frame.w - wide) / 2, frame.y + (frame.h - high) / 2, wide, high), image.data, image.alt, idx)


def filling(image: Image, frame: Frame, *, idx: int) -> Photo | None:
    """A picture that fills the frame, what is too much of it cut off evenly; ``None`` for one that cannot go on a slide."""
    size = pixels(image.data)
    if size is None:
        return None
    wide, high = size[0] / frame.w, size[1] / frame.h
    across, down = max(0.0, (1 - high / wide) / 2), max(0.0, (1 - wide / high) / 2)
    return Photo(frame, image.data, image.alt, idx, (across, down, across, down))


def stacked(pieces: Sequence[Piece], frame: Frame, setter: Setter, *, description: str, idx: int = -1) -> tuple[Box, ...] | None:
    """Pieces one under the other in a frame, ``None`` where they do not fit. A single text fills the placeholder ``idx``."""
    if len(pieces) == 1 and isinstance(pieces[0], tuple):
        lines = setter.shrunk(pieces[0], frame, setter.look.sizes["body"][2:], airy=AIRY)
        return None if lines is None else (_text(lines, frame, idx),)
    boxes: list[Box] = []
    rest = frame
    for position, piece in enumerate(pieces):
        box = _one(piece, rest, setter, description, last=position == len(pieces) - 1)
        if box is None:
            return None
        boxes.append(box)
        rest = rest.below(box.frame.h + _GAP if box.frame else 0)
    return tuple(boxes)


def _text(lines: tuple[Line, ...], frame: Frame, idx: int) -> Box:
    return Holder(idx, lines) if idx >= 0 else Card("Text", frame, lines, anchor="t", inset=(0, 0))


def _one(piece: Piece, rest: Frame, setter: Setter, description: str, *, last: bool) -> Card | Grid | Photo | None:
    match piece:
        case Sheet():
            found = grids(piece, rest, setter, description=description, idx=-1) if rest.h > 0 else ()
            return found[0] if len(found) == 1 and found[0].frame.h <= rest.h else None
        case Image():
            if rest.h < 120:
                return None
            box = photo(piece, rest if last else rest.tall(rest.h * 0.6))
            return box if isinstance(box, Card | Photo) else None
        case _:
            lines = setter.shrunk(piece, rest, (22, 20, 18))
            if lines is None:
                return None
            high = rest.h if last else setter.height(lines, rest.w)
            return Card("Text", rest.tall(high), lines, anchor="t", inset=(0, 0))
