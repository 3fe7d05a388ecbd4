"""The editions: for each language its handbook, how much has been built and how much is translated."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.artefacts import ALL_LANGUAGES, PACKAGES, SITES, Kind
from builders.model.curriculum import Curriculum
from builders.targets.catalogue.items import address, details, link
from builders.targets.catalogue.markup import counted, facts, listed, mark, named, plain, tag, titled
from builders.targets.catalogue.stock import SLIDES, Stock, mark_of
from builders.targets.catalogue.translations import coverage


def languages(stock: Stock) -> str:
    """Every language in which something has been built."""
    built = {entry.artefact.language for entry in stock.entries}
    rows = [_edition(edition, stock) for edition in stock.editions.values() if edition.language in built]
    heading = tag("h2", plain(stock.words["languages"]))
    return tag("section", heading, tag("div", *rows, class_="group"), id="languages") if rows else ""


def _edition(edition: Curriculum, stock: Stock) -> str:
    language = edition.language
    what = tag("h3", named(language, stock.page), class_="what")
    missing = mark(mark_of(language, edition.title), stock.words)
    shown = tag("p", titled(edition.title, stock.page), " ", missing) if language != stock.page else ""
    counts = facts((*_counts(language, stock), coverage(edition, stock)))
    return tag("div", what, tag("div", shown, *_handbook(language, stock), _taken_along(edition, stock), counts), class_="row")


def _handbook(language: str, stock: Stock) -> Iterator[str]:
    for entry in stock.of(*SITES):
        if entry.artefact.language == language:
            words = f"{plain(stock.words[entry.artefact.kind])}: {named(language, stock.page)}"
            yield tag("p", tag("a", words, href=address(entry))) + details(entry, stock.words)


def _taken_along(edition: Curriculum, stock: Stock) -> str:
    titles = {course.id: titled(course.title, stock.page) for course in edition.courses}
    items = (
        link(entry, f"{plain(stock.words['take-along'])}: {titles[entry.artefact.course]}", stock)
        for entry in stock.of(Kind.TAKE_ALONG)
        if entry.artefact.language == edition.language
    )
    return listed(items, kind="items")


def _counts(language: str, stock: Stock) -> Iterator[str]:
    for key, kinds in (("decks", SLIDES), ("sheets", (Kind.PRINTABLE,)), ("packages", PACKAGES)):
        n = sum(entry.artefact.language in (language, ALL_LANGUAGES) for entry in stock.of(*kinds))
        if n:
            yield counted(key, n, stock.words)
