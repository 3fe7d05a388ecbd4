"""The decks, by course and day: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from builders.model.artefacts import PACKAGES, Entry
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.targets.catalogue.items import deck, package
from builders.targets.catalogue.markup import counted, facts, listed, named, plain, tag, titled
from builders.targets.catalogue.modules import in_all_languages
from builders.targets.catalogue.stock import DECKS, Places, Stock
from builders.targets.catalogue.translations import also, sessions_mark

_Title = Callable[[Curriculum], Text]


def courses(stock: Stock) -> str:
    """Every course that has a deck or a package. Nothing where none has."""
    places = stock.places(*DECKS, *PACKAGES)
    held = {course for course, _, _, _ in places}
    sections = [_course(course, stock, places) for course in stock.source.courses if course.id in held]
    heading = tag("h2", plain(stock.words["courses"]))
    return tag("section", heading, *sections, id="courses") if sections else ""


def _course(course: Course, stock: Stock, places: Places) -> str:
    length = counted("days", len(course.days), stock.words)
    depth = plain(stock.words[f"depth-{course.depth}"])
    return tag(
        "section",
        tag("h3", titled(course.title, stock.page)),
        also(stock, lambda edition: _course_in(edition, course.id).title),
        facts((length, depth, titled(course.audience, stock.page))),
        *(_day(course, number, stock, places) for number in range(1, len(course.days) + 1)),
        _packages(course, stock, places),
        id=f"course-{course.id}",
        class_="group",
    )


def _day(course: Course, number: int, stock: Stock, places: Places) -> str:
    """A day with its own deck first, then those of its sessions in teaching order. Nothing for a day without decks."""
    day = course.days[number - 1]
    sessions = [_session_title(slot.session) for slot in day.slots if isinstance(slot, SessionSlot)]
    title = _day_title(course.id, number)
    whole = _decks(places.get((course.id, "", number, ""), ()), stock, title, sessions or [title])
    rows = [_row(plain(stock.words["whole-day"]), whole, kind="row whole")]
    for id in dict.fromkeys(slot.session for slot in day.slots if isinstance(slot, SessionSlot)):
        title = _session_title(id)
        decks = _decks(places.get((course.id, id, 0, ""), ()), stock, title, [title])
        rows.append(_row(titled(title(stock.source), stock.page), decks))
    heading = f"{plain(stock.words['day'].format(n=number))}: {titled(day.title, stock.page)}"
    return tag("h4", heading) + "".join(rows) if any(rows) else ""


def _packages(course: Course, stock: Stock, places: Places) -> str:
    """The whole course as packages, those with all languages first."""
    place = (course.id, "", 0, "")
    rows = [in_all_languages(place, course.title, stock, places)]
    for language in stock.editions:
        entries = [entry for entry in places.get(place, ()) if entry.artefact.language == language]
        items = listed((package(entry, stock, course.title) for entry in entries), kind="items")
        rows.append(_row(named(language, stock.page), items))
    return tag("h4", plain(stock.words["course-packages"])) + "".join(rows) if any(rows) else ""


def _row(what: str, items: str, *, kind: str = "row") -> str:
    return tag("div", tag("p", what, class_="what"), items, class_=kind) if items else ""


def _decks(entries: Iterable[Entry], stock: Stock, title: _Title, sessions: Sequence[_Title]) -> str:
    """The decks of one place in every language, each with a sign where its sessions are not translated."""
    items = []
    for entry in entries:
        edition = stock.editions[entry.artefact.language]
        sign = sessions_mark(tuple(session(edition) for session in sessions), edition.language, stock)
        items.append(deck(entry, stock, source=title(stock.source), title=title(edition), sign=sign))
    return listed(items, kind="items")


def _course_in(edition: Curriculum, id: str) -> Course:
    return next(course for course in edition.courses if course.id == id)


def _day_title(course: str, number: int) -> _Title:
    return lambda edition: _course_in(edition, course).days[number - 1].title


def _session_title(id: str) -> _Title:
    def title(edition: Curriculum) -> Text:
        session = edition.session(id)
        if session is None:  # rules let no such timetable through
            raise KeyError(id)
        return session.title

    return title
