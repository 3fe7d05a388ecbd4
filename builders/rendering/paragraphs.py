"""Prose for slides: Markdown comes in, paragraphs with their runs, tables and pictures go out, in reading order.

The words pass through the one dialect (:func:`builders.rendering.html.to_html`), so a deck says what the handbook says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser

from builders.rendering.html import to_html
from builders.rendering.references import References, resolve

TEXT, BULLET, NUMBER, HEADING, QUOTE = "text", "bullet", "number", "heading", "quote"
"""The kinds of :class:`Paragraph`."""

_KEPT = 4096  # the same words stand in a session's deck and in its day's deck
_PLAIN = re.compile(r"(?![-+=:\d])[^\\`*_{}\[\]<>&#|~\n]+")  # one line without any of Markdown's signs


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style. ``link`` is an absolute address or empty; a line break is ``\\n``."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``level`` is 0 outside lists and for the outermost list; a ``text`` that continues a list item stands one level
    deeper than its item. ``number`` is filled for ``number``."""

    runs: tuple[Run, ...]
    kind: str = TEXT
    level: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` is empty where the table has none. ``alignments`` has ``left``, ``center``, ``right`` or ``""`` per column."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """``path`` as the author wrote it or as the references gave it."""

    path: str
    alt: str


Content = Paragraph | Table | Picture


def to_paragraphs(markdown: str, references: References = References()) -> tuple[Content, ...]:  # noqa: B008 - frozen
    """What a Markdown text consists of."""
    return _parsed(resolve(markdown, references))


def to_runs(markdown: str, references: References = References()) -> tuple[Run, ...]:  # noqa: B008 - frozen
    """The words of a title or label in one paragraph; further paragraphs follow after line breaks."""
    runs: list[Run] = []
    for content in to_paragraphs(markdown, references):
        if isinstance(content, Paragraph):
            runs += ([Run("\n")] if runs else []) + list(content.runs)
    return tuple(runs)


@lru_cache(maxsize=_KEPT)
def _parsed(markdown: str) -> tuple[Content, ...]:
    words = markdown.strip()
    if _PLAIN.fullmatch(words):  # most labels and choices: nothing to parse
        return (Paragraph((Run(" ".join(words.split())),)),)
    reader = _Reader()
    reader.feed(to_html(markdown))
    reader.close()
    reader.end()
    return tuple(reader.contents)


class _Reader(HTMLParser):
    """Collects contents from the dialect's HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.contents: list[Content] = []
        self._runs: list[Run] = []
        self._next = Paragraph(())  # what the runs being read will become
        self._bold = self._italic = 0
        self._links: list[str] = []
        self._lists: list[int] = []  # the next number per open list, -1 for bullets
        self._quotes = 0
        self._table: _Rows | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "p" | "div" | "blockquote" | "pre" | "dt" | "dd" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._begin(tag)
            case "ul" | "ol":
                self.end()
                self._lists.append(int(given.get("start") or 1) if tag == "ol" else -1)
            case "li":
                self._begin_item()
            case "table":
                self.end()
                self._table = _Rows()
            case "tr" | "th" | "td":
                self._begin_cell(tag, given.get("align", ""))
            case "strong" | "b":
                self._bold += 1
            case "em" | "i":
                self._italic += 1
            case "a":
                self._links.append(given.get("href", ""))
            case "br":
                self._runs.append(Run("\n"))
            case "img":
                self._picture(given)

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "p" | "div" | "pre" | "dt" | "dd" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.end()
            case "blockquote":
                self.end()
                self._quotes -= 1
                self._next = Paragraph(())
            case "ul" | "ol":
                self.end()
                self._lists.pop()
            case "td" | "th":
                if self._table is not None:
                    self._table.add(_trimmed(self._runs), header=tag == "th")
                self._runs = []
            case "table":
                if self._table is not None:
                    self.contents.append(self._table.table())
                self._table = None
            case "strong" | "b":
                self._bold -= 1
            case "em" | "i":
                self._italic -= 1
            case "a":
                self._links.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() or self._runs:
            link = self._links[-1] if self._links else ""
            text = re.sub(r"\s+", " ", data)
            self._runs.append(Run(text, bold=self._bold > 0, italic=self._italic > 0, link=link))

    def end(self) -> None:
        """What has been read since the last paragraph becomes one."""
        runs = _trimmed(self._runs)
        self._runs = []
        if not runs or self._table is not None:
            return
        self.contents.append(replace(self._next, runs=runs))
        depth = len(self._lists)
        self._next = Paragraph((), QUOTE if self._quotes else TEXT, level=depth)

    def _begin(self, tag: str) -> None:
        if self._table is not None:
            return
        self.end()
        if tag == "blockquote":
            self._quotes += 1
        if self._next.kind in {BULLET, NUMBER}:
            return  # the first paragraph of a list item takes the item's mark
        kind = HEADING if tag[0] == "h" or tag == "dt" else QUOTE if self._quotes else TEXT
        self._next = Paragraph((), kind, level=len(self._lists))

    def _begin_item(self) -> None:
        self.end()
        level, number = max(len(self._lists) - 1, 0), self._lists[-1] if self._lists else -1
        if number < 0:
            self._next = Paragraph((), BULLET, level)
        else:
            self._next = Paragraph((), NUMBER, level, number)
            self._lists[-1] += 1

    def _begin_cell(self, tag: str, align: str) -> None:
        if self._table is None:
            return
        if tag == "tr":
            self._table.begin()
        else:
            self._runs = []
            self._table.align(align)

    def _picture(self, given: dict[str, str]) -> None:
        if self._table is not None:  # a slide's table cell holds words only
            self._runs.append(Run(given.get("alt", "")))
            return
        mark = self._next
        self.end()
        self.contents.append(Picture(given.get("src", ""), given.get("alt", "")))
        self._next = replace(mark, runs=())


class _Rows:
    """The rows of a table that is being read."""

    def __init__(self) -> None:
        self._header: list[Cell] = []
        self._rows: list[list[Cell]] = []
        self._alignments: list[str] = []

    def begin(self) -> None:
        self._rows.append([])

    def align(self, alignment: str) -> None:
        if len(self._rows) == 1:
            self._alignments.append(alignment)

    def add(self, cell: Cell, *, header: bool) -> None:
        if header and len(self._rows) == 1:
            self._header.append(cell)
        elif self._rows:
            self._rows[-1].append(cell)

    def table(self) -> Table:
        rows = tuple(tuple(row) for row in self._rows if row)
        return Table(tuple(self._header), rows, tuple(self._alignments))


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs of one style joined, single spaces, nothing blank at the ends or around line breaks."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    cleaned: list[Run] = []
    at_start = True
    for run in joined:
        text = re.sub(r" *\n *", "\n", re.sub(" {2,}", " ", run.text))
        text = text.lstrip(" \n") if at_start else text
        if text:
            cleaned.append(replace(run, text=text))
            at_start = text[-1] in " \n"
    while cleaned and not cleaned[-1].text.rstrip():
        cleaned.pop()
    if cleaned:
        cleaned[-1] = replace(cleaned[-1], text=cleaned[-1].text.rstrip())
    return tuple(cleaned)
