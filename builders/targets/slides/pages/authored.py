"""The slides that authors write: a slide comes in, pages whose layout follows from its content go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builders.model.blocks import Aside, Block, Columns, Prose, Slide, children_of
from builders.model.text import Text
from builders.rendering.paragraphs import HEADING, QUOTE, TEXT
from builders.targets.slides.fitting import AIRY
from builders.targets.slides.page import Box, Grid, Holder, Line, Page, Photo
from builders.targets.slides.pages.fields import fields
from builders.targets.slides.pages.figures import chart
from builders.targets.slides.pages.pieces import Image, Piece, filling, photo, stacked
from builders.targets.slides.pages.process import process
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

Part = tuple[str, Sequence[Box]]
"""A layout and what stands on it."""


def slide_pages(write: Writer, slide: Slide, *, heading: Text, notes: Iterable[Line]) -> tuple[Page, ...]:
    """One page, or several where the content does not fit; ``heading`` is the title of a slide without one."""
    title = write.line(slide.title or heading)
    parts = slide_parts(write, slide, title.text)
    inside = replace(write, kicker=None) if parts[0][0] in {"title", "section"} else write  # theirs is for the clock
    return inside.series(title, parts, shown=(slide.title or heading, slide.children), notes=notes)


def slide_parts(write: Writer, slide: Slide, description: str) -> list[Part]:
    """What stands on the pages of a slide; ``description`` is the alternative text of its tables."""
    parts: list[Part] = []
    pieces: list[Piece] = []
    for child in slide.children:
        if isinstance(child, Columns):
            parts += parts_of(write, pieces, description, slide.layout) if pieces else []
            parts += _columns(write, child, description, slide.layout)
            pieces = []
        else:
            pieces += pieces_of(write, (child,))
    if pieces or not parts:
        parts += parts_of(write, pieces, description, slide.layout)
    return parts


def pieces_of(write: Writer, blocks: Iterable[Block]) -> list[Piece]:
    """The prose in blocks, whatever it is nested in."""
    pieces: list[Piece] = []
    for block in blocks:
        found = list(write.pieces(block.text)) if isinstance(block, Prose) else pieces_of(write, children_of(block))
        if isinstance(block, Aside) and block.title:
            found.insert(0, (write.line(block.title, kind="heading"),))
        pieces += found
    return pieces


def text_parts(write: Writer, lines: Sequence[Line], layout: str = "bullets") -> list[Part]:
    """Paragraphs alone on as many pages as they need."""
    frame = write.frame(layout)
    sizes = [size for size in write.look.sizes["body"] if size <= write.look.layouts[layout].holder(1).size]
    return [(layout, (Holder(1, part),)) for part in write.setter.parts(lines, frame, sizes)]


def parts_of(write: Writer, pieces: list[Piece], description: str, layout: str = "") -> list[Part]:
    """Pieces on pages whose layouts follow from them; ``description`` is the alternative text of tables."""
    if not pieces:
        return [(layout if layout in {"title", "closing"} else "section", ())]
    drawing = drawn(write, pieces, layout)
    if drawing is not None:
        return [drawing]
    if all(isinstance(piece, tuple) for piece in pieces):
        return _texts(write, [line for piece in pieces if isinstance(piece, tuple) for line in piece], layout)
    if len(pieces) == 1:
        return _single(write, pieces[0], description, layout)
    beside = _beside(write, pieces)
    if beside:
        return [beside]
    below = stacked(pieces, write.frame("table"), write.setter, description=description)
    if below and sum(isinstance(box, Grid | Photo) for box in below) == 1:
        return [("table", below)]
    return [part for piece in pieces for part in parts_of(write, [piece], description, layout)]


def drawn(write: Writer, pieces: Sequence[Piece], layout: str) -> Part | None:
    """A drawing that an author asked for, ``None`` where the content does not suit it."""
    boxes: Sequence[Box] | None = None
    match layout:
        case "grid":
            boxes = fields(write, pieces)
        case "process":
            boxes = process(write, pieces)
        case "full-picture":
            boxes = _full(write, pieces)
        case "bar-chart" | "line-chart":
            found = chart(write, pieces, layout.removesuffix("-chart"))
            layout, boxes = "chart", (found,) if found else None
    return (layout, boxes) if boxes is not None else None


def _full(write: Writer, pieces: Sequence[Piece]) -> Sequence[Box] | None:
    """A picture alone, as large as the page, its edges cut where it has other proportions."""
    if len(pieces) != 1 or not isinstance(pieces[0], Image):
        return None
    found = filling(pieces[0], write.frame("full-picture"), idx=1)
    return (found,) if found else None


def _texts(write: Writer, lines: list[Line], layout: str) -> list[Part]:
    if layout == "quote" or (not layout and _is_quote(lines)):
        return _quoted(write, lines)
    if layout in {"title", "section", "keypoints"}:
        return text_parts(write, lines, layout)
    if layout == "two-content" and len(lines) > 1:
        halves = _halves(lines)
        fitted = [write.setter.shrunk(half, write.frame(layout, idx), (24, 22, 20, 18)) for idx, half in enumerate(halves, start=1)]
        if fitted[0] and fitted[1]:
            return [(layout, (Holder(1, fitted[0]), Holder(2, fitted[1])))]
    return text_parts(write, lines)


def _is_quote(lines: list[Line]) -> bool:
    """Somebody's words alone, or with one line under them that says whose they are."""
    said = [line for line in lines if line.kind == QUOTE]
    return bool(said) and lines[: len(said)] == said and [line.kind for line in lines[len(said) :]] in ([], [TEXT])


def _halves(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Two columns of about the same length, broken before an outermost point."""
    starts = [at for at, line in enumerate(lines) if line.level == 0 and at] or [1]
    total = sum(len(line.text) for line in lines)
    best = min(starts, key=lambda at: abs(sum(len(line.text) for line in lines[:at]) * 2 - total))
    return lines[:best], lines[best:]


def _quoted(write: Writer, lines: list[Line]) -> list[Part]:
    quoted = [line for line in lines if line.kind == QUOTE] or lines[:1]
    source = [line for line in lines if line not in quoted]
    words = write.setter.shrunk(quoted, write.frame("quote"), (32, 28, 26, 24, 22, 20, 18))
    below = write.setter.shrunk(source, write.frame("quote", 2), (20, 18)) if source else ()
    if words is None or below is None:
        return text_parts(write, lines)
    return [("quote", (Holder(1, words), Holder(2, below)) if below else (Holder(1, words),))]


def _single(write: Writer, piece: Piece, description: str, layout: str) -> list[Part]:
    match piece:
        case Sheet():
            layout = layout if layout == "timetable" else "table"
            found = grids(piece, write.frame(layout), write.setter, description=description)
            return [(layout, (grid,)) for grid in found]
        case Image():
            box = photo(piece, write.frame("picture"), idx=1)
            return [("picture", (box,))]
        case _:
            return text_parts(write, piece)


def _beside(write: Writer, pieces: list[Piece]) -> Part | None:
    """Text on the left and the one picture on the right, from the upper edge to the lower."""
    images = [piece for piece in pieces if isinstance(piece, Image)]
    lines = [line for piece in pieces if isinstance(piece, tuple) for line in piece]
    if len(images) != 1 or any(isinstance(piece, Sheet) for piece in pieces):
        return None
    words = write.setter.shrunk(lines, write.frame("picture-text"), (26, 24, 22, 20, 18), airy=AIRY)
    if words is None:
        return None
    return "picture-text", (Holder(1, words), photo(images[0], write.frame("picture-text", 2), idx=2))


def _columns(write: Writer, columns: Columns, description: str, layout: str) -> list[Part]:
    found = [pieces_of(write, column.children) for column in columns.columns]
    found = [pieces for pieces in found if pieces]
    compared = _compared(write, found) if layout in {"", "comparison"} else None
    if compared is not None:
        return [compared]
    two = len(found) == 2
    frames = (
        [write.frame("two-content", idx) for idx in (1, 2)] if two else list(write.frame("bullets").columns(max(len(found), 1), 28))
    )
    boxes: list[Box] = []
    for at, (pieces, frame) in enumerate(zip(found, frames, strict=True), start=1):
        column = stacked(pieces, frame, write.setter, description=description, idx=at if two else -1)
        if column is None:  # too much for a column: each has its own pages
            return [part for own in found for part in parts_of(write, own, description)]
        boxes += column
    return [("two-content" if two else "bullets", boxes)]


def _compared(write: Writer, columns: Sequence[Sequence[Piece]]) -> Part | None:
    """Two columns of text that begin with a heading each: both under their names, in one size."""
    texts = [pieces[0] for pieces in columns if len(pieces) == 1 and isinstance(pieces[0], tuple)]
    if len(columns) != 2 or len(texts) != 2 or any(lines[0].kind != HEADING or len(lines) < 2 for lines in texts):
        return None
    names = [
        write.setter.shrunk(
            (replace(lines[0], kind=TEXT, runs=tuple(replace(run, bold=True) for run in lines[0].runs)),),
            write.frame("comparison", idx),
            (22, 20, 18),
        )
        for lines, idx in zip(texts, (1, 3), strict=True)
    ]
    for size in (26, 24, 22, 20, 18):
        words = [
            write.setter.shrunk(lines[1:], write.frame("comparison", idx), (size,))
            for lines, idx in zip(texts, (2, 4), strict=True)
        ]
        if all(words) and all(names):
            filled = (names[0], words[0], names[1], words[1])
            return "comparison", tuple(Holder(idx, lines) for idx, lines in enumerate(filled, start=1) if lines)
    return None
