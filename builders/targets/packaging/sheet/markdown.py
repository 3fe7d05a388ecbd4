"""A sheet as Markdown, for wikis and repositories: a sheet comes in, UTF-8 goes out."""

from __future__ import annotations

import re

from builders.targets.packaging.sheet.parts import Grid, Note, Pairs, Part, Points, Sheet, Steps

_SIGNS = re.compile(r"([\\*_\[\]<>|#~])")


def markdown(sheet: Sheet) -> bytes:
    blocks = [f"# {_inline(sheet.title.text)}", f"**{_inline(sheet.kind)}**", *map(_inline, sheet.lead)]
    for section in sheet.sections:
        blocks.append(f"{'#' * section.level} {_inline(section.heading)}")
        blocks += [_part(part) for part in section.parts]
    return ("\n\n".join(blocks) + "\n").encode()


def _part(part: Part) -> str:
    match part:
        case Pairs(rows):
            return "\n".join(f"- **{_inline(name)}:** {_inline(cell.text)}" for name, cell in rows)
        case Grid(_, head, rows):
            lines = [_row(head), _row(["---"] * len(head)), *(_row([_inline(cell.text) for cell in row]) for row in rows)]
            return "\n".join(lines)
        case Steps(items):
            return "\n".join(f"{number}. {_inline(item)}" for number, item in enumerate(items, start=1))
        case Points(items):
            return "\n".join(f"- {_inline(item)}" for item in items)
        case Note(text):
            return _inline(text)


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _inline(text: str) -> str:
    """Signs of Markdown are taken literally, but for backticks around what is typed."""
    pieces = text.split("`")
    return "`".join(piece if at % 2 else _SIGNS.sub(r"\\\1", piece) for at, piece in enumerate(pieces))
