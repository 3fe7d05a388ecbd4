"""Slides that do not come out as their authors meant them: an edition comes in, findings go out."""

from __future__ import annotations

import math
from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.blocks import Columns, Prose, Slide
from builders.model.curriculum import Curriculum
from builders.model.modules import Segment
from builders.model.text import texts_in
from builders.rendering.plain import to_plain
from builders.targets.slides.fitting import SMALLEST
from builders.targets.slides.frame import Frame
from builders.targets.slides.looks import look_of
from builders.targets.slides.pages.authored import pieces_of, slide_parts
from builders.targets.slides.pages.citing import numbered
from builders.targets.slides.pages.pieces import Image, Piece
from builders.targets.slides.pages.tables import Sheet, grid_at
from builders.targets.slides.pages.writer import Writer

_WANTS = {
    "two-content": "text that can be divided, with room for both halves",
    "comparison": "two columns, each with a heading and text",
    "picture": "one picture and nothing else",
    "picture-text": "one picture and text beside it",
    "full-picture": "one picture (PNG or JPEG) and nothing else",
    "table": "one table",
    "timetable": "one table",
    "quote": "a quotation, perhaps with one line on whose it is",
    "grid": "a table of two rows with three columns, or a list of four points, with room for each field",
    "process": "a list of two to six steps with words short enough for an arrow",
    "bar-chart": "a table of names and figures: at most 10 names, 4 columns and 16 bars",
    "line-chart": "a table of names and figures: at most 12 names and 4 columns",
}
_MADE_AS = {"bar-chart": "chart", "line-chart": "chart"}
_SHORT = 44  # characters: of 18 points and an em each, as many stand in a row
_ROW, _BETWEEN, _ROOM = 26, 9, 340  # points: the highest row, the space between paragraphs, the height of a page's text
_PICTURE = 120  # points that a picture needs at least


def findings(curriculum: Curriculum) -> Iterator[Finding]:
    """V001 for every slide with more on it than it can show at 18 points, V002 for one whose content does not suit the layout
    that its author asked for. Only slides in the edition's own language: the others are judged in theirs."""
    cited, look = numbered(curriculum.sources), look_of(curriculum.theme)
    for module in curriculum.modules:
        if not module.translated:
            continue
        write = Writer(curriculum, cited, curriculum.title, module, look=look)
        for segment in (segment for session in module.sessions for segment in session.segments):
            for block in segment.blocks:
                if not isinstance(block, Slide) or _surely_fits(block, (block.title or segment.title).value):
                    continue
                if _is_own(block, curriculum.language):
                    yield from _judged(write, block, segment)


def _surely_fits(slide: Slide, title: str) -> bool:
    """Whether a look at the characters is enough, as it is for most slides: few lines of plain text, each counted as if every
    character were as wide as the widest."""
    if slide.layout or len(title) > _SHORT or not all(isinstance(child, Prose) for child in slide.children):
        return False
    words = "\n".join(text.value for text in texts_in(slide.children))
    if "|" in words or "![" in words:
        return False
    rows = [-(-len(row) // _SHORT) for row in words.splitlines() if row.strip()]
    return sum(rows) * _ROW + len(rows) * _BETWEEN <= _ROOM


def _is_own(slide: Slide, language: str) -> bool:
    return all(text.language == language for text in texts_in(slide.title, slide.children))


def _judged(write: Writer, slide: Slide, segment: Segment) -> Iterator[Finding]:
    title = write.line(slide.title or segment.title)
    name = to_plain((slide.title or segment.title).value)
    parts = slide_parts(write, slide, title.text)
    layout = parts[0][0]
    if slide.layout and _MADE_AS.get(slide.layout, slide.layout) != layout:
        wants = f"`layout={slide.layout}` wants {_WANTS[slide.layout]}" if slide.layout in _WANTS else f"no `{slide.layout}` fits"
        yield Finding(slide.at, "V002", f"{wants}; “{name}” is shown as `{layout}`")
    room = write.frame(layout, 0)
    rows = write.setter.rows(title, room.w, SMALLEST) - int(room.h // write.setter.row_height(title, SMALLEST))
    if rows > 0:
        yield Finding(slide.at, "V001", f"the title “{name[:40]}…” has {_lines(rows)} too many", "say it in fewer words")
    if len(parts) > 1:
        yield Finding(slide.at, "V001", f"“{name}” {_excess(write, slide)}: it becomes {len(parts)} slides")


def _lines(number: int) -> str:
    return f"{number} line{'s' if number > 1 else ''}"


def _excess(write: Writer, slide: Slide) -> str:
    """How much too much it is, in rows of the smallest size."""
    tall = 0.0
    columns = [child for child in slide.children if isinstance(child, Columns)]
    for found in columns:
        frame = write.frame("two-content") if len(found.columns) == 2 else write.frame("bullets").columns(len(found.columns), 28)[0]
        tall += max((_height(write, pieces_of(write, column.children), frame) for column in found.columns), default=0.0)
    rest = pieces_of(write, [child for child in slide.children if not isinstance(child, Columns)])
    frame = write.frame("bullets")
    tall += _height(write, rest, frame)
    row = write.setter.row_height(write.line(slide.title), SMALLEST)
    over = math.ceil((tall - frame.h) / row)
    return f"has {_lines(over)} too many" if over > 0 else "has parts that do not stand on one slide together"


def _height(write: Writer, pieces: list[Piece], frame: Frame) -> float:
    """Points that pieces take one under the other at the smallest size."""
    tall = 0.0
    for piece in pieces:
        match piece:
            case Sheet():
                tall += grid_at(piece, frame, write.setter, SMALLEST, "").frame.h
            case Image():
                tall += _PICTURE
            case _:
                tall += write.setter.height(write.setter.at(piece, SMALLEST, airy=0.2), frame.w)
    return tall
