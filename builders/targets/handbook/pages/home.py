"""The first page: courses first, then modules, procedures, scenarios and the rest. A language edition comes in, Markdown
goes out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.model import places
from builders.model.courses import Course
from builders.model.modules import Module
from builders.model.text import Text
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.navigation import look_up
from builders.targets.handbook.pages.writer import Writer


def home_page(edition: Edition) -> Writer:
    write = Writer(edition, places.HOME)
    curriculum = edition.curriculum
    sops = [(places.sop(sop.id), sop.title) for module in curriculum.modules for sop in module.sops]
    scenarios = [(places.scenario(found.id), found.title) for module in curriculum.modules for found in module.scenarios]
    write.add(
        write.title(curriculum.title),
        write.mark(curriculum.title, curriculum.issuer),
        markup.span("lead", write.word("home-lead" if write.for_trainers else "home-lead-participant")),
        write.section("courses", _cards(_course(write, course) for course in curriculum.courses)),
        write.section("modules", _cards(_module(write, module) for module in curriculum.modules)),
        write.section("sops", _links(write, sops)),
        write.section("scenarios", _links(write, scenarios)),
        write.section("reference", _reference(write)),
        markup.offline({key: write.word(f"offline-{key}") for key in ("copy", "working", "done", "failed")}),
        _imprint(write),
    )
    return write


def _cards(cards: Iterable[str]) -> str:
    return markup.box("cards", *cards)


def _course(write: Writer, course: Course) -> str:
    chips = [write.edition.count("days", len(course.days)), write.word(f"depth-{course.depth}")]
    if course.participants:
        chips.append(write.word("participants", least=course.participants[0], most=course.participants[1]))
    return markup.box(
        "card card-course",
        write.heading(3, write.link(write.inline(course.title), places.course(course.id)), f"course_{course.id}"),
        " ".join(markup.span("chip", chip) for chip in chips),
        write.mark(course.title, course.summary),
        write.prose(course.summary),
        tag="section",
    )


def _module(write: Writer, module: Module) -> str:
    return markup.box(
        "card",
        write.heading(3, write.link(write.inline(module.title), places.module(module.id)), f"module_{module.id}"),
        markup.span("chip", write.edition.count("sessions", len(module.sessions))),
        write.mark(module.title, tuple(session.title for session in module.sessions)),
        markup.listed(write.link(write.inline(session.title), places.session(session.id)) for session in module.sessions),
        tag="section",
    )


def _links(write: Writer, titles: Iterable[tuple[str, Text]]) -> str:
    return markup.listed(write.link(write.inline(title), place) for place, title in titles)


def _reference(write: Writer) -> str:
    return markup.listed(write.link(write.word(key), place) for key, place in look_up(write.edition))


def _imprint(write: Writer) -> str:
    curriculum = write.edition.curriculum
    licence = write.word("licence", licence=markup.plain(curriculum.licence)) if curriculum.licence else ""
    issuer = write.word("issued-by", issuer=write.inline(curriculum.issuer)) if curriculum.issuer else ""
    return markup.span("imprint", " · ".join(part for part in (issuer, licence) if part))
