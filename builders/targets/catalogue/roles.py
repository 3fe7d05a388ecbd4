"""The top of the page, where a trainer, an LMS administrator and a designer each find their part."""

from __future__ import annotations

from builders.model.artefacts import PACKAGES, SITES, Kind
from builders.model.courses import Course
from builders.targets.catalogue.items import address, size
from builders.targets.catalogue.markup import listed, named, plain, tag, titled
from builders.targets.catalogue.stock import SLIDES, Stock


def roles(stock: Stock) -> str:
    """Three cards, one for each role."""
    cards = _trainer(stock) + _administrator(stock) + _designer(stock)
    heading = tag("h2", plain(stock.words["roles"]))
    return tag("section", heading, tag("div", cards, class_="cards"), id="roles")


def _trainer(stock: Stock) -> str:
    handbooks = (
        tag("a", f"{plain(stock.words[entry.artefact.kind])}: {named(entry.artefact.language, stock.page)}", href=address(entry))
        for entry in stock.of(*SITES)
    )
    held = {entry.artefact.course for entry in stock.of(*SLIDES)}
    whole = "".join(_taken_along(course, stock) for course in stock.source.courses)
    decks = (
        tag("a", f"{plain(stock.words['decks'])}: {titled(course.title, stock.page)}", href=f"#course-{course.id}")
        for course in stock.source.courses
        if course.id in held
    )
    sheets = [tag("a", plain(stock.words["printed"]), href="#printed")] if stock.of(Kind.PRINTABLE) else []
    return _card("trainer", stock, listed(handbooks) + whole + listed([*decks, *sheets]))


def _taken_along(course: Course, stock: Stock) -> str:
    """One file for each language with everything that a trainer of the course takes along."""
    items = []
    for entry in stock.of(Kind.TAKE_ALONG):
        if entry.artefact.course == course.id:
            which = tag("span", f"{plain(stock.words['take-along'])}: {titled(course.title, stock.page)} ", class_="unseen")
            link = tag("a", which, named(entry.artefact.language, stock.page), href=address(entry))
            items.append(f"{link} {tag('span', plain(size(entry.bytes, stock.words)), class_='note')}")
    heading = f"{plain(stock.words['take-along'])}: {titled(course.title, stock.page)}"
    return tag("h4", heading) + listed(items, kind="short") if items else ""


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
    told = any(entry.artefact.language in stock.editions for entry in stock.entries)
    languages = tag("p", tag("a", plain(stock.words["languages"]), href="#languages")) if told else ""
    total = plain(stock.words["total"].format(n=len(stock.entries), size=_total(stock)))
    return _card("designer", stock, files + languages + tag("p", total, class_="note"))


def _total(stock: Stock) -> str:
    return size(sum(entry.bytes for entry in stock.entries), stock.words)


def _card(role: str, stock: Stock, inside: str) -> str:
    """A card. Without anything inside it says so."""
    heading = tag("h3", plain(stock.words[role]))
    lead = tag("p", plain(stock.words[f"{role}-lead"]))
    return tag("div", heading, lead, inside or tag("p", plain(stock.words["none"]), class_="note"), class_="card", id=role)
