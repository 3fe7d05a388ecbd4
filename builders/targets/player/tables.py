"""Tables that a phone can show: HTML with tables comes in, the same tables with what a narrow screen needs go out.

On a narrow screen each row becomes a card and each cell carries its column's heading. A browser forgets that a table is
a table once its cells are laid out as blocks, so the roles say it.
"""

from __future__ import annotations

import re
from html import escape

from builders.rendering.plain import html_to_plain

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_HEADING_START = re.compile(r"<th\b")
_CELL = re.compile(r"<td\b")
_ROLES = {"<table>": "table", "<thead>": "rowgroup", "<tbody>": "rowgroup", "<tr>": "row"}


def adaptable(html: str) -> str:
    """Every table in a frame that can be scrolled, with roles and labels."""
    return _TABLE.sub(lambda found: f'<div class="table">{_with_labels(found[0])}</div>', html)


def _with_labels(table: str) -> str:
    headings = [" ".join(html_to_plain(heading).split()) for heading in _HEADING.findall(table)]
    labelled = _ROW.sub(lambda row: _row(row[0], headings), table)
    labelled = _HEADING_START.sub('<th role="columnheader"', labelled)
    for opening, role in _ROLES.items():
        labelled = labelled.replace(opening, f'{opening[:-1]} role="{role}">')
    return labelled


def _row(row: str, headings: list[str]) -> str:
    labels = iter(headings)
    return _CELL.sub(lambda _: f'<td role="cell" data-label="{escape(next(labels, ""))}"', row)
