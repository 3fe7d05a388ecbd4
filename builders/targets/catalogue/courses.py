"""The decks, by course and day: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from builders.model.courses import Course, Day, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.targets.catalogue.items import deck
from builders.targets.catalogue.markup import counted, facts, listed, plain, tag, titled
from builders.targets.catalogue.stock import DECKS, Place, Stock, by_place
from builders.targets.catalogue.translations import also


def courses(stock: Stock) -> str:
    """Every course that has a deck. Nothing where none has."""
    places = by_place(stock.of(*DECKS))
    held = {course for course, _, _, _ in places}
    sections = [_course(course, stock, places) for course in stock.source.courses if course.id in held]
    heading = tag("h2", plain(stock.words["courses"]))
    return tag("section", heading, *sections, id="courses") if sections else ""


def _course(course: Course, stock: Stock, places: Places) -> str:
    days = [_day(course, number, stock, places) for number in range(1, len(course.days) + 1)]
    return tag(
        "section",
        tag("h3", titled(course.title, stock.page)),
        also(stock, lambda edition: course_in(edition, course.id).title),
        facts(
            (
                counted("days", len(course.days), stock.words),
                plain(stock.words[f"depth-{course.depth}"]),
                titled(course.audience, stock.page),
            )
        ),
        *days,
        id=f"course-{course.id}",
        class_="group",
    )


def _day(course: Course, number: int, stock: Stock, places: Places) -> str:
    day = course.days[number - 1]
    rows = [_row(plain(stock.words["whole-day"]), _day_decks(course, number, stock, places), kind="whole")]
    for id in dict.fromkeys(slot.session for slot in day.slots if isinstance(slot, SessionSlot)):
        rows.append(_row(titled(session_title(stock.source, id), stock.page), _session_decks(course, id, stock, places)))
    if not any(rows):
        return ""
    heading = f"{plain(stock.words['day'].format(n=number))}: {titled(day.title, stock.page)}"
    return tag("h4", heading) + "".join(rows)


def _row(what: str, items: str, *, kind: str = "") -> str:
    return tag("div", tag("p", what, class_="what"), items, class_=f"row {kind}".strip()) if items else ""


def _day_decks(course: Course, number: int, stock: Stock, places: Places) -> str:
    def title(edition: Curriculum) -> Text:
        return day_in(edition, course.id, number).title

    entries = places.get((course.id, "", number, ""), [])
    return listed(
        (deck(entry, stock, title(stock.source), title(stock.editions[entry.artefact.language])) for entry in entries),
        kind="items",
    )


def _session_decks(course: Course, id: str, stock: Stock, places: Places) -> str:
    entries = places.get((course.id, id, 0, ""), [])
    return listed(
        (
            deck(entry, stock, session_title(stock.source, id), session_title(stock.editions[entry.artefact.language], id))
            for entry in entries
        ),
        kind="items",
    )


def course_in(edition: Curriculum, id: str) -> Course:
    """A course of the source in an edition: every edition has all of them."""
    return next(course for course in edition.courses if course.id == id)


def day_in(edition: Curriculum, course: str, number: int) -> Day:
    return course_in(edition, course).days[number - 1]


def session_title(edition: Curriculum, id: str) -> Text:
    """Raises KeyError for a session that the edition does not have: rules let no such timetable through."""
    session = edition.session(id)
    if session is None:
        raise KeyError(id)
    return session.title


Places = dict[Place, list["Entry"]]
