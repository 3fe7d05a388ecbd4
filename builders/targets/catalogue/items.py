"""One thing to open or to download: an entry and its titles come in, an item of a list goes out."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from builders.model.artefacts import Entry, Kind
from builders.model.text import Text
from builders.targets.catalogue.markup import facts, mark, named, plain, tag, titled
from builders.targets.catalogue.stock import Stock, mark_of

_DIGITS = 12
_KB, _MB = 1_000, 1_000_000


def address(entry: Entry) -> str:
    """Where a link leads, relative to the page. A folder's own page is named: opened by double-click, a folder has none."""
    page = "/index.html" if entry.artefact.kind is Kind.HANDBOOK else ""
    return quote(entry.artefact.path + page)


def size(count: int, words: Mapping[str, str]) -> str:
    """Bytes as people read them: whole kilobytes from 1, megabytes with one decimal."""
    if count >= _MB - _KB // 2:
        return words["megabytes"].format(n=f"{count / _MB:.1f}")
    return words["kilobytes"].format(n=max(1, round(count / _KB)))


def details(entry: Entry, words: Mapping[str, str]) -> str:
    """Version, size and the first digits of the digest."""
    version = words["version-number"].format(version=entry.artefact.version) if entry.artefact.version else ""
    digest = tag("code", entry.sha256[:_DIGITS], title="SHA-256")
    return facts((plain(version), plain(size(entry.bytes, words)), digest))


def deck(entry: Entry, stock: Stock, source: Text, title: Text) -> str:
    """A deck in one language. Its title is visible where it differs from the source's, which stands above the list;
    a screen reader's list of links has it always."""
    language = entry.artefact.language
    missing = mark_of(language, title)
    shown = language != stock.page and missing != "fallback"
    words = titled(title, stock.page) if shown else tag("span", titled(source, stock.page), class_="unseen")
    link = tag("a", tag("b", named(language, stock.page)), " ", words, href=address(entry))
    return link + mark(missing, stock.words) + details(entry, stock.words)


def package(entry: Entry, stock: Stock, title: Text) -> str:
    """A package of one standard."""
    unseen = tag("span", f"{titled(title, stock.page)}, {named(entry.artefact.language, stock.page)}", class_="unseen")
    standard = tag("b", plain(stock.words[entry.artefact.kind]))
    return tag("a", standard, " ", unseen, href=address(entry)) + details(entry, stock.words)
