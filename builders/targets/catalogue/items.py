"""One thing to open or to download: an entry and its titles come in, an item of a list goes out."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from builders.model.artefacts import ALL_LANGUAGES, SITES, Entry
from builders.model.text import Text
from builders.rendering.packages import package_name
from builders.rendering.words import words
from builders.targets.catalogue.markup import facts, named, plain, tag, titled
from builders.targets.catalogue.stock import Stock

_DIGITS = 12
_KB, _MB = 1_000, 1_000_000


def address(entry: Entry) -> str:
    """Where a link leads, relative to the page. A folder's own page is named: opened by double-click, a folder has none."""
    page = "/index.html" if entry.artefact.kind in SITES else ""
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


def deck(entry: Entry, stock: Stock, *, source: Text, title: Text, sign: str) -> str:
    """A deck in one language. Its title is visible where it has words of its own; those of the source stand above the list.
    A screen reader's list of links has a title always. ``sign`` is HTML."""
    language = entry.artefact.language
    visible = stock.page != language == title.language
    words = " " + titled(title, stock.page) if visible else _unseen(titled(source, stock.page))
    link = tag("a", tag("b", named(language, stock.page)), words, href=address(entry))
    return f"{link} {sign}{details(entry, stock.words)}"


def package(entry: Entry, stock: Stock, title: Text) -> str:
    """A package and how to import it."""
    artefact = entry.artefact
    spoken = "" if artefact.language == ALL_LANGUAGES else f", {named(artefact.language, stock.page)}"
    unseen = _unseen(f"{titled(title, stock.page)}{spoken}")
    link = tag("a", tag("b", plain(package_name(artefact, stock.page, with_languages=False))), unseen, href=address(entry))
    which = _unseen(f"{plain(package_name(artefact, stock.page))}: {titled(title, stock.page)}{spoken}")
    sheet = tag("a", plain(words("packages", stock.page)["import-sheet"]), which, href=quote(artefact.sheets[0]))
    return f"{link} {tag('div', sheet)} {details(entry, stock.words)}"


def _unseen(html: str) -> str:
    """Words for screen readers: whoever sees the page finds them above."""
    return tag("span", f" {html}", class_="unseen")
