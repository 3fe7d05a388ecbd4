"""Tables laid out: their words come in, native tables on as many pages as needed go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builders.rendering.paragraphs import HEADING
from builders.targets.slides.breaking import halved
from builders.targets.slides.fitting import Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.metrics import width
from builders.targets.slides.page import Cell, Grid, Line, Row

_PADDING = (20, 9)  # points inside a cell: left and right, above and below
_ROOMY = 16  # points that a row may be higher than its words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's words. ``header`` is empty where it has none; a row of one line goes over all columns."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


def grids(
    sheet: Sheet,
    frame: Frame,
    setter: Setter,
    *,
    description: str,
    sizes: Sequence[float] = (),
    idx: int = 1,
    shares: Sequence[float] = (),
) -> tuple[Grid, ...]:
    """A table at the largest size at which it fits; on several pages, with its header on each, where it fits at none.

    ``shares`` fixes the widths of the columns by their proportions.
    """
    sizes = sizes or setter.look.sizes["table"]
    for size in sizes:
        grid = grid_at(sheet, frame, setter, size, description, idx, shares)
        if grid.frame.h <= frame.h:
            return (_roomy(grid, frame),)
    size = next((size for size in sizes if size <= 16), sizes[-1])
    whole = grid_at(sheet, frame, setter, size, description, idx, shares)
    head = whole.rows[: 1 if sheet.header else 0]
    room = frame.h - sum(row.height for row in head)
    body = [part for row in whole.rows[len(head) :] for part in _divided(row, whole.columns, setter, room)]
    groups = _even(body, room)
    return tuple(_filled(frame, whole.columns, (*head, *group), sheet, description, idx) for group in groups)


def _divided(row: Row, columns: Sequence[float], setter: Setter, room: float) -> list[Row]:
    """A row that is higher than a page as several rows, its longest cell going on in the next; the others as they are."""
    if row.height <= room:
        return [row]
    heights = [_cell_height(cell, across, setter) for cell, across in zip(row.cells, columns, strict=False)]
    longest = heights.index(max(heights))
    line = row.cells[longest].lines[0]
    halves = halved(line.runs)
    if halves is None:
        return [row]
    parts = []
    for runs, others in zip(halves, (row.cells, tuple(_blank(cell) for cell in row.cells)), strict=True):
        cells = tuple(replace(cell, lines=(replace(line, runs=runs),)) if at == longest else cell for at, cell in enumerate(others))
        height = max(_cell_height(cell, across, setter) for cell, across in zip(cells, columns, strict=False))
        parts += _divided(Row(cells, height + _PADDING[1]), columns, setter, room)
    return parts


def _cell_height(cell: Cell, across: float, setter: Setter) -> float:
    return max((setter.line_height(line, across * cell.span - _PADDING[0], line.size) for line in cell.lines), default=0.0)


def _blank(cell: Cell) -> Cell:
    return replace(cell, lines=tuple(replace(line, runs=()) for line in cell.lines))


def _roomy(grid: Grid, frame: Frame) -> Grid:
    """Higher rows, where the frame has room for them."""
    head = 1 if grid.header else 0
    more = min((frame.h - grid.frame.h) / max(len(grid.rows) - head, 1), _ROOMY)
    rows = (*grid.rows[:head], *(replace(row, height=row.height + more) for row in grid.rows[head:]))
    return replace(grid, rows=rows, frame=grid.frame.tall(sum(row.height for row in rows)))


def _even(rows: Sequence[Row], room: float) -> list[tuple[Row, ...]]:
    """Rows on as few pages as they need, each page about as full as the others."""
    least = _stacked(rows, room)
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        even = _stacked(rows, room * share)
        if len(even) == len(least):
            return even
    return least


def _stacked(rows: Sequence[Row], room: float) -> list[tuple[Row, ...]]:
    groups: list[list[Row]] = []
    used = 0.0
    for row in rows:
        if groups and used + row.height <= room:
            groups[-1].append(row)
            used += row.height
        else:
            groups.append([row])
            used = row.height
    return [tuple(group) for group in groups]


def grid_at(
    sheet: Sheet, frame: Frame, setter: Setter, size: float, description: str, idx: int = 1, shares: Sequence[float] = ()
) -> Grid:
    """A table at one size, as high as it comes out."""
    lines = ([sheet.header] if sheet.header else []) + list(sheet.rows)
    columns = _widened(_proportional(frame.w, shares), lines, size) if shares else _columns(lines, frame.w, size)
    rows = tuple(_row(cells, columns, setter, size, head=bool(sheet.header) and at == 0) for at, cells in enumerate(lines))
    return _filled(frame, columns, rows, sheet, description, idx)


def _filled(frame: Frame, columns: tuple[float, ...], rows: tuple[Row, ...], sheet: Sheet, description: str, idx: int) -> Grid:
    height = sum(row.height for row in rows)
    return Grid(Frame(frame.x, frame.y, sum(columns), height), columns, rows, bool(sheet.header), description, idx)


def _row(cells: tuple[Line, ...], columns: tuple[float, ...], setter: Setter, size: float, *, head: bool) -> Row:
    """A row; a line that stands alone in it covers all columns."""
    if len(cells) == 1 and len(columns) > 1:
        line = replace(cells[0], size=cells[0].size or size)
        height = setter.line_height(line, sum(columns) - _PADDING[0], line.size) + _PADDING[1]
        return Row((Cell((line,), span=len(columns), fill="accent2/25"),), height)
    padded = (*cells, *(Line((), cells[0].language) for _ in columns[len(cells) :]))[: len(columns)]
    sized = [replace(line, size=line.size or size, kind=HEADING if head else line.kind) for line in padded]
    height = max(setter.line_height(line, across - _PADDING[0], line.size) for line, across in zip(sized, columns, strict=True))
    white = (replace(line, colour="lt1") for line in sized) if head else iter(sized)
    return Row(tuple(Cell((line,)) for line in white), height + _PADDING[1])


def _widened(columns: tuple[float, ...], rows: Sequence[tuple[Line, ...]], size: float) -> tuple[float, ...]:
    """Columns none of which breaks a word that the widest one can spare the room for."""
    words = [{word for row in rows if at < len(row) > 1 for word in row[at].text.split()} for at in range(len(columns))]
    least = [max((width(word, True) for word in found), default=0.0) * 1.06 * size + _PADDING[0] for found in words]
    more = [max(need - given, 0.0) for need, given in zip(least, columns, strict=True)]
    widest = max(range(len(columns)), key=columns.__getitem__)
    spare = columns[widest] - max(least[widest], columns[widest] / 2)
    if not 0 < sum(more) - more[widest] <= spare:
        return columns
    return tuple(
        given + (0 if at == widest else more[at]) - (sum(more) - more[widest] if at == widest else 0)
        for at, given in enumerate(columns)
    )


def _proportional(total: float, shares: Sequence[float]) -> tuple[float, ...]:
    return tuple(total * share / sum(shares) for share in shares)


def _columns(rows: Sequence[tuple[Line, ...]], total: float, size: float) -> tuple[float, ...]:
    """Widths by what the columns hold: room for the longest word at least, the rest by the square root of the length, so that
    a long column does not starve a short one."""
    number = max(map(len, rows))
    cells = [[row[at] for row in rows if at < len(row) > 1] for at in range(number)]
    longest = [max((_natural(line) for line in column), default=1.0) for column in cells]
    words = [max((width(word, True) for line in column for word in line.text.split()), default=1.0) for column in cells]
    needed = [(length * 1.06) * size + _PADDING[0] for length in longest]
    if sum(needed) <= total:
        return _proportional(total, needed) if number < 3 else _spread(needed, total)
    least = [min(word * 1.06 * size + _PADDING[0], total / number) for word in words]
    spare = total - sum(least)
    weights = [max(length - word, 0.0) ** 0.75 for length, word in zip(longest, words, strict=True)]
    if sum(weights) <= 0:
        return _proportional(total, least)
    return tuple(width_ + spare * weight / sum(weights) for width_, weight in zip(least, weights, strict=True))


def _spread(needed: Sequence[float], total: float) -> tuple[float, ...]:
    spare = (total - sum(needed)) / len(needed)
    return tuple(width_ + spare for width_ in needed)


def _natural(line: Line) -> float:
    return max((width(row, True) for row in line.text.split("\n")), default=0.0)
