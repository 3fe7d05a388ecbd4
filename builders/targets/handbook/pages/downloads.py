"""The page of everything to download: the artefacts of a language edition come in, Markdown goes out."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from builders.model import places
from builders.model.artefacts import Artefact
from builders.model.courses import Course
from builders.model.modules import Module
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import printed_of, whole_course
from builders.targets.handbook.pages.module import package
from builders.targets.handbook.pages.writer import Writer


def downloads_page(edition: Edition) -> Writer:
    write = Writer(edition, places.DOWNLOADS)
    decks = [_course(write, course) for course in edition.curriculum.courses]
    packages = [_module(write, module) for module in edition.curriculum.modules]
    found = any((*decks, *packages))
    write.add(
        write.heading(1, write.word("downloads"), "page_top"),
        write.word("downloads-lead" if found else "downloads-none"),
        write.section("by-course", *decks),
        write.section("by-module", *packages),
    )
    return write


def _course(write: Writer, course: Course) -> str:
    """What is there for the course as a whole; decks in the order of teaching, each day's, and under it those of its sessions; then
    the packages of the course and what is printed."""
    edition = write.edition
    entries = list(whole_course(write, course))
    for day in edition.days[course.id]:
        name = write.word("day-title", n=day.number, title=write.inline(day.day.title))
        entries += [write.download(name, deck.path) for deck in edition.decks(course=course.id, day=day.number)]
        sessions = dict.fromkeys(slot.session.id for slot in day.slots if slot.session)
        entries += [_session_deck(write, deck) for id in sessions for deck in edition.decks(course=course.id, session=id)]
    entries += [_package(write, found) for found in edition.packages(course=course.id)]
    title = write.link(write.inline(course.title), places.course(course.id))
    printed = printed_of(write, course=course.id)
    return _group(write.heading(3, title, f"course_{course.id}"), markup.listed(dict.fromkeys(entries)), _printed(write, printed))


def _group(heading: str, *lists: str) -> str:
    inside = markup.stacked(*lists)
    return markup.stacked(heading, inside) if inside else ""


def _printed(write: Writer, links: Iterable[str]) -> str:
    """What can be printed: much, so it is folded."""
    return markup.folded("online", escape(write.word("files-printed")), markup.listed(links))


def _session_deck(write: Writer, deck: Artefact) -> str:
    session = write.edition.curriculum.session(deck.session)
    title = write.inline(session.title) if session else markup.plain(deck.session)
    return write.download(f"{write.word('session')}: {title}", deck.path)


def _module(write: Writer, module: Module) -> str:
    entries = [_package(write, found) for found in write.edition.packages(module=module.id)]
    title = write.link(write.inline(module.title), places.module(module.id))
    printed = printed_of(write, module=module.id)
    return _group(write.heading(3, title, f"module_{module.id}"), markup.listed(entries), _printed(write, printed))


def _package(write: Writer, artefact: Artefact) -> str:
    return f"{package(write, artefact)} · {write.word('version')} {markup.plain(artefact.version)}"
