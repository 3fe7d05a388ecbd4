"""What there is of each course, by day: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from builders.model.artefacts import PACKAGES, Entry, Kind
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.targets.catalogue.items import deck, in_languages, in_order, name_of, package
from builders.targets.catalogue.markup import counted, facts, listed, named, plain, tag, titled
from builders.targets.catalogue.modules import in_all_languages
from builders.targets.catalogue.stock import SLIDES, Places, Stock
from builders.targets.catalogue.translations import also, sessions_mark

_Title = Callable[[Curriculum], Text]


def courses(stock: Stock) -> str:
    """Every course of which something has been built. Nothing where there is none."""
    held = {entry.artefact.course for entry in stock.entries if entry.artefact.kind is not Kind.PRINTABLE}
    sections = [_course(course, stock) for course in stock.source.courses if course.id in held]
    heading = tag("h2", plain(stock.words["courses"]))
    return tag("section", heading, *sections, id="courses") if sections else ""


def _course(course: Course, stock: Stock) -> str:
    decks = stock.places(*SLIDES)
    length = counted("days", len(course.days), stock.words)
    depth = plain(stock.words[f"depth-{course.depth}"])
    return tag(
        "section",
        tag("h3", titled(course.title, stock.page)),
        also(stock, lambda edition: _course_in(edition, course.id).title),
        facts((length, depth, titled(course.audience, stock.page))),
        _taken_along(course, stock),
        _calendars(course, stock),
        _whole(course, stock, decks),
        *(_day(course, number, stock, decks) for number in range(1, len(course.days) + 1)),
        _packages(course, stock, stock.places(*PACKAGES)),
        id=f"course-{course.id}",
        class_="group",
    )


def _taken_along(course: Course, stock: Stock) -> str:
    entries = [entry for entry in stock.of(Kind.TAKE_ALONG) if entry.artefact.course == course.id]
    what = f"{plain(stock.words['take-along'])}: {titled(course.title, stock.page)}"
    note = tag("p", plain(stock.words["take-along-lead"]), class_="note")
    return _row(
        plain(stock.words["take-along"]), listed(in_languages(entries, stock, about=what), kind="items"), note, kind="row whole"
    )


def _calendars(course: Course, stock: Stock) -> str:
    entries = [entry for entry in stock.of(Kind.CALENDAR) if entry.artefact.course == course.id]
    if not entries:
        return ""
    name = plain(name_of(entries[0].artefact, stock))
    items = listed(in_languages(entries, stock, about=f"{name}: {titled(course.title, stock.page)}"), kind="items")
    return _row(name, items)


def _whole(course: Course, stock: Stock, places: Places) -> str:
    """The decks of the whole course."""
    slots = (slot for day in course.days for slot in day.slots if isinstance(slot, SessionSlot))
    sessions = [_session_title(id) for id in dict.fromkeys(slot.session for slot in slots)]
    title = _course_title(course.id)
    whole = _decks(places.get((course.id, "", 0, ""), ()), stock, title, sessions or [title])
    return _row(plain(stock.words["whole-course"]), whole)


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


def _row(what: str, items: str, note: str = "", *, kind: str = "row") -> str:
    return tag("div", tag("p", what, class_="what"), tag("div", items, note), class_=kind) if items else ""


def _decks(entries: Iterable[Entry], stock: Stock, title: _Title, sessions: Sequence[_Title]) -> str:
    """The decks of one place in every language, each with a sign where its sessions are not translated."""
    forms: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=in_order):
        forms.setdefault(entry.artefact.language, []).append(entry)
    items = []
    for language, ours in forms.items():
        edition = stock.editions[language]
        sign = sessions_mark(tuple(session(edition) for session in sessions), language, stock)
        items.append(deck(ours, stock, source=title(stock.source), title=title(edition), sign=sign))
    return listed(items, kind="items")


def _course_in(edition: Curriculum, id: str) -> Course:
    return next(course for course in edition.courses if course.id == id)


def _course_title(id: str) -> _Title:
    return lambda edition: _course_in(edition, id).title


def _day_title(course: str, number: int) -> _Title:
    return lambda edition: _course_in(edition, course).days[number - 1].title


def _session_title(id: str) -> _Title:
    def title(edition: Curriculum) -> Text:
        session = edition.session(id)
        if session is None:  # rules let no such timetable through
            raise KeyError(id)
        return session.title

    return title
