"""Where it is from: the sources that a deck cites come in, numbered tables go out."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from builders.model.curriculum import Source
from builders.targets.slides.page import Line, Page, Words
from builders.targets.slides.pages.citing import label
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_SHARES = (8, 70, 22)


def source_pages(write: Writer, sources: Sequence[Source]) -> tuple[Page, ...]:
    if not sources:
        return ()
    header = (write.say("column-number"), write.say("column-source"), write.say("column-checked"))
    rows = tuple(_row(write, source, number) for number, source in enumerate(sources, start=1))
    title = write.say("sources")
    found = grids(Sheet(header, rows), write.frame("sources"), write.setter, description=title.text, sizes=(18,), shares=_SHARES)
    notes = [line for number, source in enumerate(sources, start=1) for line in _note(write, source, number)]
    return write.series(title, [("sources", (grid,)) for grid in found], notes=notes or (write.say("sources"),))


def _row(write: Writer, source: Source, number: int) -> tuple[Line, ...]:
    """The link stands on the host alone: offices break a long link badly in a table."""
    runs = [Words(f"{source.title} – {source.publisher}" if source.publisher else source.title)]
    if source.address:
        runs += [Words(" · "), Words(urlsplit(source.address).netloc.removeprefix("www."), link=source.address)]
    unverified = source.status != "verified"
    return (
        write.plain(label(source, number), bold=True),
        Line(tuple(runs), write.curriculum.source_language),
        write.plain(write.word("unverified-mark" if unverified else "checked"), bold=unverified),
    )


def _note(write: Writer, source: Source, number: int) -> tuple[Line, ...]:
    if not source.note:
        return ()
    return (Line((Words(f"[{label(source, number)}] ", bold=True), Words(source.note)), write.curriculum.source_language),)
