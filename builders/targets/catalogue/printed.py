"""What can be printed, by course and module: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from builders.model.artefacts import Entry, Kind
from builders.model.text import Text
from builders.targets.catalogue.items import size
from builders.targets.catalogue.markup import listed, named, plain, tag, titled
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
    rows = [
        tag("div", tag("p", named(language, stock.page), class_="what"), listed(items, kind="items"), class_="row")
        for language, items in languages.items()
    ]
    return tag("section", tag("h3", titled(title, stock.page)), *rows, class_="group")


def _item(entry: Entry, stock: Stock) -> str:
    """A document by its name, with the title of what it is about."""
    artefact = entry.artefact
    name = plain(stock.words[f"printed-{artefact.item}"].format(n=artefact.day))
    about = _about(entry, stock)
    words = f"{name}: {titled(about, stock.page)}" if about else name
    spoken = tag("span", f" {named(artefact.language, stock.page)}", class_="unseen")
    link = tag("a", words, spoken, href=quote(artefact.path))
    return f"{link} {tag('span', plain(size(entry.bytes, stock.words)), class_='note')}"


def _about(entry: Entry, stock: Stock) -> Text | None:
    artefact, edition = entry.artefact, stock.editions[entry.artefact.language]
    for find, id in ((edition.session, artefact.session), (edition.scenario, artefact.subject), (edition.sop, artefact.subject)):
        if id and (found := find(id)):
            return found.title
    return None
