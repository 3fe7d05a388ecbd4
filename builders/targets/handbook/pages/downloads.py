"""The page of everything to download: the artefacts of a language edition come in, Markdown goes out."""

from __future__ import annotations

from builders.model.artefacts import Artefact
from builders.model.courses import Course
from builders.model.modules import Module
from builders.targets.handbook import places
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
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
    """Decks in the order of teaching: each day's, and under it those of its sessions; then the packages of the course."""
    edition = write.edition
    entries = []
    for day in edition.days[course.id]:
        name = write.word("day-title", n=day.number, title=write.inline(day.day.title))
        entries += [write.download(name, deck.path) for deck in edition.decks(course=course.id, day=day.number)]
        sessions = dict.fromkeys(slot.session.id for slot in day.slots if slot.session)
        entries += [_session_deck(write, deck) for id in sessions for deck in edition.decks(course=course.id, session=id)]
    entries += [_package(write, found) for found in edition.packages(course=course.id)]
    if not entries:
        return ""
    title = write.link(write.inline(course.title), places.course(course.id))
    return markup.stacked(write.heading(3, title, f"course_{course.id}"), markup.listed(dict.fromkeys(entries)))


def _session_deck(write: Writer, deck: Artefact) -> str:
    session = write.edition.curriculum.session(deck.session)
    title = write.inline(session.title) if session else markup.plain(deck.session)
    return write.download(f"{write.word('session')}: {title}", deck.path)


def _module(write: Writer, module: Module) -> str:
    entries = [_package(write, found) for found in write.edition.packages(module=module.id)]
    if not entries:
        return ""
    title = write.link(write.inline(module.title), places.module(module.id))
    return markup.stacked(write.heading(3, title, f"module_{module.id}"), markup.listed(entries))


def _package(write: Writer, artefact: Artefact) -> str:
    return f"{package(write, artefact)} · {write.word('version')} {markup.plain(artefact.version)}"
