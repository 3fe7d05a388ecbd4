"""Sources: those that a page cites, listed at its end, and the page of all of them with the pages that cite each."""

from __future__ import annotations

from collections.abc import Mapping

from builders.model import places
from builders.model.curriculum import Source
from builders.model.text import Text
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.writer import UNVERIFIED, Writer

_VERIFIED = "verified"


def source_list(write: Writer) -> str:
    """What the page has cited up to here, numbered as cited. Nothing where it cites nothing."""
    sources = [source for id in write.cited if (source := write.edition.curriculum.source(id))]
    entries = markup.listed((_entry(write, source) for source in sources), numbered=True)
    return write.section("sources", _legend(write, sources), markup.box("sources", entries))


def sources_page(edition: Edition, citing: Mapping[str, tuple[tuple[str, Text], ...]]) -> Writer:
    """``citing`` gives for a source's id the pages that cite it, each with its path and title."""
    write = Writer(edition, places.SOURCES)
    sources = sorted(edition.curriculum.sources, key=lambda source: (source.title.casefold(), source.id))
    entries = (markup.stacked(_entry(write, source), _citing(write, citing.get(source.id, ()))) for source in sources)
    write.add(
        write.heading(1, write.word("sources"), "page_top"),
        write.word("sources-lead") if sources else write.word("source-none"),
        _legend(write, sources),
        markup.box("sources", markup.listed(entries)),
    )
    return write


def _legend(write: Writer, sources: list[Source]) -> str:
    return write.word("unverified-legend") if any(source.status != _VERIFIED for source in sources) else ""


def _entry(write: Writer, source: Source) -> str:
    """The anchor is raw HTML, since a list item can bear none in Markdown."""
    parts = [f'<span id="source_{source.id}">**{markup.plain(source.title)}**</span>', markup.plain(source.publisher)]
    if source.address:
        parts.append(f"[{markup.plain(source.address)}](<{source.address}>)")
    return f"{'. '.join(part for part in parts if part)}<br>{_status(write, source)}"


def _status(write: Writer, source: Source) -> str:
    verified = source.status == _VERIFIED
    sign = write.word("status-verified") if verified else f"{UNVERIFIED} {write.word('unverified-mark')}"
    parts = [markup.span(f"chip source-{source.status}", sign)]
    if source.review_by:
        parts.append(f"{write.word('review-by')}: {source.review_by.isoformat()}")
    if source.note:
        parts.append(f"{write.word('note')}: {markup.plain(source.note)}")
    return " · ".join(parts)


def _citing(write: Writer, pages: tuple[tuple[str, Text], ...]) -> str:
    links = ", ".join(write.link(write.inline(title), path) for path, title in pages)
    return f"{write.word('cited-on')}: {links}" if links else ""
