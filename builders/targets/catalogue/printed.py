"""What can be printed, by course and module: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.model.artefacts import Artefact, Entry, Kind
from builders.model.text import Text
from builders.targets.catalogue.items import about_of, link, name_of
from builders.targets.catalogue.markup import counted, listed, named, plain, tag, titled
from builders.targets.catalogue.stock import Stock


def printed(stock: Stock) -> str:
    """Every course and module that has something to print. Nothing where none has."""
    held = stock.of(Kind.PRINTABLE)
    groups = [(course.title, [entry for entry in held if entry.artefact.course == course.id]) for course in stock.source.courses]
    groups += [(module.title, [entry for entry in held if entry.artefact.module == module.id]) for module in stock.source.modules]
    sections = [_group(title, entries, stock) for title, entries in groups if entries]
    return tag("section", tag("h2", plain(stock.words["printed"])), *sections, id="printed") if sections else ""


def _group(title: Text, entries: Iterable[Entry], stock: Stock) -> str:
    languages: dict[str, list[str]] = {}
    for entry in entries:
        languages.setdefault(entry.artefact.language, []).append(_item(entry, stock))
    folded = (_folded(language, items, stock) for language, items in languages.items())
    return tag("section", tag("h3", titled(title, stock.page)), *folded, class_="group")


def _folded(language: str, items: list[str], stock: Stock) -> str:
    """What there is in one language, folded unless it is the page's: all of it fills many screens of a phone."""
    count = tag("span", counted("sheets", len(items), stock.words), class_="note")
    head = tag("summary", tag("b", named(language, stock.page)), " ", count)
    return tag("details", head, listed(items, kind="items"), open="open" if language == stock.page else "")


def _item(entry: Entry, stock: Stock) -> str:
    """A document by its name, with the title of what it is about."""
    artefact = entry.artefact
    name = plain(name_of(artefact, stock))
    about = _about(artefact, stock)
    return link(
        entry, f"{name}: {titled(about, stock.page)}" if about else name, stock, unseen=named(artefact.language, stock.page)
    )


def _about(artefact: Artefact, stock: Stock) -> Text | None:
    edition = stock.editions[artefact.language]
    session = edition.session(artefact.session) if artefact.session else None
    return session.title if session else about_of(artefact, edition)
