"""The page of contents of what a trainer takes along: a course and its files come in, a page to open offline goes out.

It lies beside the files, under the paths that they have in the output folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builders.model import places
from builders.model.artefacts import Artefact, Entry, Kind, OutputFile
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.rendering.plain import to_plain
from builders.targets.catalogue.frame import document, issued
from builders.targets.catalogue.items import about_of, in_order, link, name_of
from builders.targets.catalogue.markup import counted, facts, listed, named, plain, tag, titled
from builders.targets.catalogue.stock import SLIDES, Stock, stock

PATH = "index.html"

_Place = tuple[str, int, str]
"""Session, day and module."""


def contents(course: Course, entries: Iterable[Entry], *, edition: Curriculum) -> OutputFile:
    """A page in the edition's language that links every file of ``entries``: those of the course, those of modules that it
    teaches, and the handbook, where it is there."""
    held = stock(tuple(sorted(entries)), {edition.language: edition})
    rows: dict[_Place, list[Entry]] = {}
    for entry in held.entries:
        if entry.artefact.kind is not Kind.HANDBOOK:
            rows.setdefault(_place(entry.artefact), []).append(entry)
    main = tag("main", _handbook(course, held), _course(rows, held), *_days(course, rows, held), _modules(rows, held))
    title = f"{to_plain(course.title.value)}: {held.words['take-along']}"
    body = _header(course, held) + main + tag("footer", *issued(held))
    return OutputFile(PATH, document(body, title=title, page=held.page))


def _place(artefact: Artefact) -> _Place:
    return artefact.session, artefact.day, artefact.module


def _header(course: Course, stock: Stock) -> str:
    words = stock.words
    version = plain(words["version-number"].format(version=course.version))
    about = (
        named(stock.page, stock.page),
        version,
        counted("days", len(course.days), words),
        plain(words[f"depth-{course.depth}"]),
    )
    return tag(
        "header",
        tag("p", plain(words["take-along"]), class_="kind"),
        tag("h1", titled(course.title, stock.page)),
        facts(about),
        tag("p", plain(words["contents-lead"])),
        tag("p", plain(words["contents-answers"]), class_="note"),
    )


def _handbook(course: Course, stock: Stock) -> str:
    """The two pages of the handbook from which a trainer starts."""
    inside = tag("p", plain(stock.words["contents-no-handbook"]), class_="note")
    for entry in stock.of(Kind.HANDBOOK):
        pages = (("contents-course", places.course(course.id)), ("contents-run", places.run(course.id)), ("handbook", places.HOME))
        links = (
            tag("a", plain(stock.words[key]), href=f"{entry.artefact.path}/{places.html(page)}", class_="open")
            for key, page in pages
        )
        inside = listed(links, kind="items") + tag("p", plain(stock.words["contents-links"]), class_="note")
    return _section("handbook", plain(stock.words["handbook"]), inside)


def _course(rows: Mapping[_Place, list[Entry]], stock: Stock) -> str:
    return _section("course", plain(stock.words["contents-whole"]), _files(rows.get(("", 0, ""), ()), stock))


def _days(course: Course, rows: Mapping[_Place, list[Entry]], stock: Stock) -> Iterator[str]:
    """What belongs to each day and to its sessions, in teaching order; a session of two days stands in both."""
    for number, day in enumerate(course.days, start=1):
        inside = [_row(plain(stock.words["contents-whole-day"]), rows.get(("", number, ""), ()), stock)]
        for id in dict.fromkeys(slot.session for slot in day.slots if isinstance(slot, SessionSlot)):
            session = stock.source.session(id)
            title = titled(session.title, stock.page) if session else plain(id)
            inside.append(_row(title, rows.get((id, 0, ""), ()), stock))
        heading = f"{plain(stock.words['day'].format(n=number))}: {titled(day.title, stock.page)}"
        yield _section(f"day-{number}", heading, "".join(inside))


def _modules(rows: Mapping[_Place, list[Entry]], stock: Stock) -> str:
    """Cards, charts and debrief sheets, by module."""
    found = (_row(titled(module.title, stock.page), rows.get(("", 0, module.id), ()), stock) for module in stock.source.modules)
    return _section("practice", plain(stock.words["contents-modules"]), "".join(found))


def _section(id: str, heading: str, inside: str) -> str:
    return tag("section", tag("h2", heading), inside, id=id) if inside else ""


def _row(what: str, entries: Iterable[Entry], stock: Stock) -> str:
    items = _files(entries, stock)
    return tag("div", tag("h3", what, class_="what"), items, class_="row") if items else ""


def _files(entries: Iterable[Entry], stock: Stock) -> str:
    ordered = sorted(entries, key=lambda entry: (entry.artefact.kind not in SLIDES, in_order(entry)))
    return listed((_file(entry, stock) for entry in ordered), kind="items")


def _file(entry: Entry, stock: Stock) -> str:
    about = about_of(entry.artefact, stock.source)
    unseen = _session_of(entry.artefact, stock)
    shown = plain(name_of(entry.artefact, stock)) + (f": {titled(about, stock.page)}" if about else "")
    return link(entry, shown, stock, unseen=unseen)


def _session_of(artefact: Artefact, stock: Stock) -> str:
    """What tells links of one name apart for those who hear them in a list: the session or the day."""
    session = stock.source.session(artefact.session) if artefact.session else None
    if session:
        return titled(session.title, stock.page)
    return plain(stock.words["day"].format(n=artefact.day)) if artefact.day else ""
