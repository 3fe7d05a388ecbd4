"""Prose on paper: paragraphs, tables and pictures come in, Typst code goes out with lists nested as the author nested them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builders.rendering.paragraphs import BULLET, HEADING, NUMBER, QUOTE, Content, Paragraph, Picture, Run, Table
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string, truth

Runs = Callable[[tuple[Run, ...]], str]

_LISTS = {BULLET: "bullets", NUMBER: "numbers"}
_SIGNATURES = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}


def content(parts: Sequence[Content], runs: Runs, media: Mapping[str, bytes]) -> str:
    """All of a text, in reading order."""
    made: list[str] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        if isinstance(part, Paragraph) and part.kind in _LISTS:
            code, index = _list(parts, index, runs)
            made.append(code)
            continue
        made.append(_block(part, runs, media))
        index += 1
    return joined(made)


def _block(part: Content, runs: Runs, media: Mapping[str, bytes]) -> str:
    match part:
        case Paragraph():
            return _paragraph(part, runs)
        case Table():
            return _table(part, runs)
        case Picture():
            return _picture(part, media)


def _paragraph(paragraph: Paragraph, runs: Runs) -> str:
    words = runs(paragraph.runs)
    match paragraph.kind:
        case kind if kind == HEADING:  # a heading of the author's would stand beside those of the sheet
            return call("p", call("strong", words))
        case kind if kind == QUOTE:
            return call("quote", words, block=truth(True))
        case _:
            return call("p", words)


def _list(parts: Sequence[Content], index: int, runs: Runs) -> tuple[str, int]:
    """The list that begins at an index and the index behind it. What stands deeper belongs to the item before it."""
    first = parts[index]
    items: list[list[str]] = []
    if not isinstance(first, Paragraph):
        return NOTHING, index + 1
    while index < len(parts):
        part = parts[index]
        if not isinstance(part, Paragraph) or part.level < first.level or (part.level == first.level and part.kind != first.kind):
            break
        if part.level == first.level:
            items.append([runs(part.runs)])
            index += 1
        elif part.kind in _LISTS:
            code, index = _list(parts, index, runs)
            items[-1].append(code)
        else:
            items[-1].append(call("p", runs(part.runs)))
            index += 1
    start = {"start": str(first.number)} if first.kind == NUMBER and first.number > 1 else {}
    return call(_LISTS[first.kind], *(joined(item) for item in items), **start), index


def _table(table: Table, runs: Runs) -> str:
    width = max((len(row) for row in (table.header, *table.rows)), default=0)
    header = [runs(cell) for cell in table.header] + ['""'] * (width - len(table.header)) if table.header else []
    rows = [[*(runs(cell) for cell in row), *(['""'] * (width - len(row)))] for row in table.rows]
    columns = array(["auto" if _short(table, at) else "1fr" for at in range(width)])
    return call("tbl", columns, array(header), array(array(row) for row in rows), size="0.92em")


def _short(table: Table, column: int) -> bool:
    """A column of numbers or single letters takes no more room than it needs."""
    cells = [row[column] for row in (table.header, *table.rows) if column < len(row)]
    return all(sum(len(run.text) for run in cell) <= 9 for cell in cells)


def _picture(picture: Picture, media: Mapping[str, bytes]) -> str:
    """A picture with its alternative text; its words where the sheet has no such picture."""
    data = media.get(picture.path)
    kind = _format(picture.path, data or b"")
    if data is None or not kind:
        return call("p", string(picture.alt)) if picture.alt else NOTHING
    return call("picture", call("bytes", array(str(byte) for byte in data)), string(picture.alt or " "), string(kind))


def _format(path: str, data: bytes) -> str:
    """By what the file holds, whatever it is called; empty for what cannot be printed, such as a clip."""
    if path.lower().endswith(".svg"):
        return "svg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), "")
