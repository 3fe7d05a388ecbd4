"""A sheet as one HTML page that needs nothing else: a sheet comes in, UTF-8 goes out. No script; it prints on A4."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from builders.rendering.languages import language
from builders.rendering.standalone import head
from builders.targets.packaging.sheet.parts import Cell, Grid, Note, Pairs, Part, Points, Section, Sheet, Steps

_STYLES = Path(__file__).parent / "sheet.css"
_TYPED, _LABEL = re.compile("`([^`]+)`"), re.compile("“([^”]+)”")


def page(sheet: Sheet) -> bytes:
    opening = head(sheet.language, title=f"{sheet.title.text} – {sheet.kind}", styles=_STYLES)
    top = [
        f'<p class="kind">{_inline(sheet.kind)}</p>',
        f"<h1{_lang(sheet.title)}>{_inline(sheet.title.text)}</h1>",
        *(f'<p class="lead">{_inline(sentence)}</p>' for sentence in sheet.lead),
    ]
    header = "<header>\n" + "\n".join(top) + "\n</header>\n"
    main = "<main>\n" + "\n".join(_section(section) for section in sheet.sections) + "\n</main>\n"
    return f"{opening}<body>\n{header}{main}</body>\n</html>\n".encode()


def _section(section: Section) -> str:
    parts = "\n".join(_part(part) for part in section.parts)
    kind = ' class="inner"' if section.level > 2 else ""
    return f"<section{kind}>\n<h{section.level}>{_inline(section.heading)}</h{section.level}>\n{parts}\n</section>"


def _part(part: Part) -> str:
    match part:
        case Pairs(rows):
            return (
                "<dl>\n"
                + "\n".join(f"<div><dt>{_inline(name)}</dt><dd>{_cell(cell)}</dd></div>" for name, cell in rows)
                + "\n</dl>"
            )
        case Grid():
            return _grid(part)
        case Steps(items):
            return '<ol class="steps">\n' + "\n".join(f"<li>{_inline(item)}</li>" for item in items) + "\n</ol>"
        case Points(items):
            return "<ul>\n" + "\n".join(f"<li>{_inline(item)}</li>" for item in items) + "\n</ul>"
        case Note(text):
            return f'<p class="note">{_inline(text)}</p>'


def _grid(grid: Grid) -> str:
    """A table. On a narrow screen its rows stand one below the other, so it says its roles by itself."""
    head = "".join(f'<th role="columnheader" scope="col">{_inline(name)}</th>' for name in grid.head)
    rows = "\n".join(_row(grid.head, row) for row in grid.rows)
    return (
        f'<table role="table"><caption>{_inline(grid.title)}</caption>\n<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody></table>'
    )


def _row(head: tuple[str, ...], row: tuple[Cell, ...]) -> str:
    first = f'<th role="rowheader" scope="row"{_lang(row[0])}>{_inline(row[0].text)}</th>'
    rest = (
        f'<td role="cell" data-name="{escape(name)}"{_lang(cell)}><span>{_inline(cell.text)}</span></td>'
        for name, cell in zip(head[1:], row[1:], strict=True)
    )
    return f'<tr role="row">{first}{"".join(rest)}</tr>'


def _cell(cell: Cell) -> str:
    lang = _lang(cell)
    return f"<span{lang}>{_inline(cell.text)}</span>" if lang else _inline(cell.text)


def _lang(cell: Cell) -> str:
    return f' lang="{language(cell.language).tag}"' if cell.language else ""


def _inline(text: str) -> str:
    """What is typed is code; what stands on a button is in English, in every sheet."""
    html = _TYPED.sub(r"<code>\1</code>", escape(text, quote=False))
    return _LABEL.sub(r'<b lang="en">“\1”</b>', html)
