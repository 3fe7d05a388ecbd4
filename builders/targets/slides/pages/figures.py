"""Figures as a chart: a table of names and numbers comes in, a native chart goes out."""

from __future__ import annotations

from collections.abc import Sequence

from builders.rendering.languages import language
from builders.targets.slides.page import Chart, Series
from builders.targets.slides.pages.pieces import Piece
from builders.targets.slides.pages.tables import Sheet
from builders.targets.slides.pages.writer import Writer

MOST = {"bar": 10, "line": 12}
"""Categories that a chart has room for."""

_MOST_SERIES = 4
_MOST_BARS = 16
_SIZE = 18
_IGNORED = str.maketrans("", "", ", %\u00a0₹")


def chart(write: Writer, pieces: Sequence[Piece], kind: str) -> Chart | None:
    """The first column names the categories, each further column is a row of figures; ``None`` for any other table, and for
    one with more than a chart can show."""
    sheet = pieces[0] if len(pieces) == 1 else None
    if not isinstance(sheet, Sheet) or len(sheet.header) < 2 or len(sheet.header) - 1 > _MOST_SERIES:
        return None
    columns = [[_figure(row[at].text) if at < len(row) else None for row in sheet.rows] for at in range(1, len(sheet.header))]
    bars = len(sheet.rows) * len(columns)
    if not sheet.rows or len(sheet.rows) > MOST[kind] or (kind == "bar" and bars > _MOST_BARS):
        return None
    series = []
    for head, column in zip(sheet.header[1:], columns, strict=True):
        known = tuple(figure for figure in column if figure is not None)
        if len(known) < len(column):
            return None
        series.append(Series(head.text, known))
    names = tuple(row[0].text for row in sheet.rows)
    share = all("%" in cell.text for row in sheet.rows for cell in row[1:])
    return Chart(
        write.frame("chart"),
        kind,
        names,
        tuple(series),
        _told(write, sheet),
        language(write.curriculum.language).tag,
        _SIZE,
        unit="%" if share else "",
    )


def _figure(text: str) -> float | None:
    """The number in a cell, in whichever digits it is written; ``None`` where there is none."""
    try:
        return float(text.translate(_IGNORED))
    except ValueError:
        return None


def _told(write: Writer, sheet: Sheet) -> str:
    """The figures in words, for who cannot see them."""
    rows = []
    for row in sheet.rows:
        cells = ", ".join(f"{head.text} {cell.text}" for head, cell in zip(sheet.header[1:], row[1:], strict=False))
        rows.append(f"{row[0].text}: {cells}")
    return f"{write.word('chart')} – {'; '.join(rows)}"
