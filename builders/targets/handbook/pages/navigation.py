"""The handbook's navigation: a language edition comes in, a tree of titles and pages goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builders.model import places
from builders.model.text import Text
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.papers import tests_of
from builders.targets.handbook.pages.titles import plain_title


@dataclass(frozen=True, slots=True)
class Entry:
    """A title in plain words. A page has a ``path``, a section has ``children``; the first of a section's children may
    be the page about it. ``language`` is that of the title's words."""

    title: str
    language: str
    path: str = ""
    children: tuple[Entry, ...] = ()


def navigation(edition: Edition) -> tuple[Entry, ...]:
    """Home, then a section each for courses, modules, procedures, scenarios and what to look up. No empty sections."""
    curriculum = edition.curriculum
    sections = (
        _section(edition, "courses", _courses(edition)),
        _section(edition, "modules", _modules(edition)),
        _section(edition, "sops", (_page(sop.title, places.sop(sop.id)) for module in curriculum.modules for sop in module.sops)),
        _section(edition, "scenarios", _scenarios(edition)),
        _section(edition, "reference", _reference(edition)),
    )
    home = Entry(edition.word("home"), edition.language, places.HOME)
    return (home, *(section for section in sections if section.children))


def _page(title: Text, path: str) -> Entry:
    return Entry(plain_title(title), title.language, path)


def _section(edition: Edition, key: str, children: Iterable[Entry]) -> Entry:
    return Entry(edition.word(key), edition.language, children=tuple(children))


def _courses(edition: Edition) -> Iterable[Entry]:
    """For trainers a course is a section of its page, its run of show, its papers and their keys."""
    for course in edition.curriculum.courses:
        about = _page(course.title, places.course(course.id))
        if not edition.for_trainers:
            yield about
            continue
        run = Entry(edition.word("run-of-show"), edition.language, places.run(course.id))
        papers = tuple(
            Entry(edition.word(key), edition.language, place(course.id, use))
            for use, _ in tests_of(course)
            for key, place in ((use, places.paper), (f"{use}-key", places.paper_key))
        )
        yield Entry(about.title, about.language, children=(about, run, *papers))


def _modules(edition: Edition) -> Iterable[Entry]:
    for module in edition.curriculum.modules:
        about = _page(module.title, places.module(module.id))
        pages = [about, *(_page(session.title, places.session(session.id)) for session in module.sessions)]
        if edition.for_trainers and module.questions:
            pages.append(Entry(edition.word("questions"), edition.language, places.questions(module.id)))
        yield Entry(about.title, about.language, children=tuple(pages))


def _scenarios(edition: Edition) -> Iterable[Entry]:
    for module in edition.curriculum.modules:
        for scenario in module.scenarios:
            yield _page(scenario.title, places.scenario(scenario.id))


def _reference(edition: Edition) -> Iterable[Entry]:
    return (Entry(edition.word(key), edition.language, path) for key, path in look_up(edition))


def look_up(edition: Edition) -> tuple[tuple[str, str], ...]:
    """The pages to look things up in: the key of each one's title, and its path."""
    trainers = (
        ("guide", places.GUIDE),
        ("coverage-objectives", places.OBJECTIVES),
        ("coverage-competencies", places.COMPETENCIES),
        ("coverage-courses", places.COURSES),
    )
    everyone = (("glossary", places.GLOSSARY), ("sources", places.SOURCES), ("downloads", places.DOWNLOADS))
    return (*trainers, *everyone) if edition.for_trainers else everyone
