"""The top of the page, where a trainer, an LMS administrator and a designer each find their part."""

from __future__ import annotations

from builders.model.artefacts import PACKAGES, Kind
from builders.targets.catalogue.items import address, size
from builders.targets.catalogue.markup import listed, named, plain, tag, titled
from builders.targets.catalogue.stock import DECKS, Stock


def roles(stock: Stock) -> str:
    """Three cards, one for each role."""
    cards = _trainer(stock) + _administrator(stock) + _designer(stock)
    heading = tag("h2", plain(stock.words["roles"]))
    return tag("section", heading, tag("div", cards, class_="cards"), id="roles")


def _trainer(stock: Stock) -> str:
    handbooks = (
        tag("a", f"{plain(stock.words['handbook'])}: {named(entry.artefact.language, stock.page)}", href=address(entry))
        for entry in stock.of(Kind.HANDBOOK)
    )
    held = {entry.artefact.course for entry in stock.of(*DECKS)}
    decks = (
        tag("a", f"{plain(stock.words['decks'])}: {titled(course.title, stock.page)}", href=f"#course-{course.id}")
        for course in stock.source.courses
        if course.id in held
    )
    return _card("trainer", stock, listed(handbooks) + listed(decks))


def _administrator(stock: Stock) -> str:
    packages = stock.of(*PACKAGES)
    held = {entry.artefact.module for entry in packages}
    courses = (
        tag("a", titled(course.title, stock.page), href=f"#course-{course.id}")
        for course in stock.source.courses
        if any(entry.artefact.course == course.id for entry in packages)
    )
    modules = (
        tag("a", titled(module.title, stock.page), href=f"#module-{module.id}")
        for module in stock.source.modules
        if module.id in held
    )
    if not packages:
        return _card("administrator", stock, "")
    note = tag("p", plain(stock.words["administrator-check"]), class_="note")
    return _card("administrator", stock, listed(courses) + listed(modules) + note)


def _designer(stock: Stock) -> str:
    files = listed(
        tag("a", name, href=name) + " " + tag("span", plain(stock.words[key]), class_="note")
        for name, key in (("build.json", "build-json"), ("SHA256SUMS", "sha256sums"))
    )
    total = plain(stock.words["total"].format(n=len(stock.entries), size=_total(stock)))
    return _card("designer", stock, files + tag("p", total, class_="note"))


def _total(stock: Stock) -> str:
    return size(sum(entry.bytes for entry in stock.entries), stock.words)


def _card(role: str, stock: Stock, inside: str) -> str:
    """A card. Without anything inside it says so."""
    heading = tag("h3", plain(stock.words[role]))
    lead = tag("p", plain(stock.words[f"{role}-lead"]))
    return tag("div", heading, lead, inside or tag("p", plain(stock.words["none"]), class_="note"), class_="card", id=role)
