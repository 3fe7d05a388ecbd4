"""One thing to open or to download: an entry and its titles come in, an item of a list goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from builders.model.artefacts import ALL_LANGUAGES, PACKAGES, PDFS, SITES, Artefact, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.rendering.documents import document_name
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
    """Version, format, size and the first digits of the digest."""
    artefact = entry.artefact
    version = words["version-number"].format(version=artefact.version) if artefact.version else ""
    ending = "" if artefact.kind in (*SITES, *PACKAGES) else artefact.path.rpartition(".")[2].upper()
    digest = tag("code", entry.sha256[:_DIGITS], title="SHA-256")
    return facts((plain(version), plain(ending), plain(size(entry.bytes, words)), digest))


def name_of(artefact: Artefact, stock: Stock) -> str:
    """What a file for trainers is, whatever it is about: a deck, a run of show, a calendar. Plain words."""
    if artefact.kind is Kind.PRINTABLE:
        return document_name(artefact, stock.page)
    if artefact.kind is Kind.CALENDAR:
        return stock.words["calendar-from"].format(date=artefact.dates[0])
    key = artefact.kind.value if artefact.kind in PDFS else "deck"
    return stock.words[f"{key}-{artefact.audience}" if artefact.audience else key]


def about_of(artefact: Artefact, edition: Curriculum) -> Text | None:
    """The title of the scenario or procedure that printed matter is about."""
    found = artefact.subject and (edition.scenario(artefact.subject) or edition.sop(artefact.subject))
    return found.title if found else None


def link(entry: Entry, shown: str, stock: Stock, *, unseen: str = "") -> str:
    """A file under the words ``shown``, followed by what ``unseen`` adds for screen readers; both are HTML."""
    return f"{tag('a', shown, _unseen(unseen) if unseen else '', href=address(entry))} {details(entry, stock.words)}"


def in_languages(entries: Iterable[Entry], stock: Stock, *, about: str) -> Iterator[str]:
    """One file in every language. ``about`` (HTML) is what stands above the list, for screen readers."""
    for entry in entries:
        yield link(entry, tag("b", named(entry.artefact.language, stock.page)), stock, unseen=about)


def in_order(entry: Entry) -> tuple[str, str, bool, Entry]:
    """By language; what trainers show first, and what is made of a deck after the deck. A key to sort by."""
    artefact = entry.artefact
    return artefact.language, artefact.audience, artefact.kind in PDFS, entry


def deck(entries: Sequence[Entry], stock: Stock, *, source: Text, title: Text, sign: str) -> str:
    """A deck in one language, in all its forms. Its title is visible where it has other words than ``source``, which stand
    above the list. A screen reader's list of links has a title always. ``sign`` is HTML."""
    first, *others = entries
    language = first.artefact.language
    visible = stock.page != language == title.language and title.value != source.value
    words = " " + titled(title, stock.page) if visible else _unseen(titled(source, stock.page))
    which = name_of(first.artefact, stock)
    special = f" · {plain(which)}" if which != stock.words["deck"] else ""
    main = tag("a", tag("b", named(language, stock.page)), words, special, href=address(first))
    about = f"{named(language, stock.page)} {titled(title, stock.page)}"
    more = (link(entry, plain(name_of(entry.artefact, stock)), stock, unseen=about) for entry in others)
    return f"{main} {sign}{details(first, stock.words)}{''.join(tag('div', form, class_='more') for form in more)}"


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
