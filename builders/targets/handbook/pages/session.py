"""The page from which a session is taught: a session comes in, Markdown goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model import places
from builders.model.blocks import Reference, walk
from builders.model.modules import CORE, Module, Segment, Session
from builders.model.timetable import clock
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.blocks import blocks
from builders.targets.handbook.pages.edition import Edition, Taught
from builders.targets.handbook.pages.lengths import length
from builders.targets.handbook.pages.screen import pictures_of
from builders.targets.handbook.pages.session_files import session_files
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.pages.writer import Writer


def session_page(edition: Edition, module: Module, session: Session) -> Writer:
    write = Writer(edition, places.session(session.id), module=module.id)
    write.add(
        write.title(session.title),
        write.mark(session.title, session.summary, *(_trainers_words(session) if write.for_trainers else ())),
        markup.switch(write.word("view"), trainer=write.word("view-trainer"), participant=write.word("view-participant"))
        if write.for_trainers
        else "",
        write.prose(session.summary),
        _facts(write, module, session),
        _objectives(write, module, session),
        write.section("taught-in", _taught(write, session)),
        write.section("at-a-glance", _glance(write, session)),
        session_files(write, module, session),
        write.for_trainer(write.section("materials", write.listed(session.materials))),
        write.for_trainer(write.section("prepare", write.listed(session.prepare))),
        write.for_trainer(write.section("difficulties", _difficulties(write, session))),
        *(_segment(write, session, segment) for segment in session.segments),
        source_list(write),
    )
    return write


def _trainers_words(session: Session) -> tuple[object, ...]:
    return (session.materials, session.prepare, session.difficulties)


def _facts(write: Writer, module: Module, session: Session) -> str:
    before = [write.edition.curriculum.session(id) for id in session.prerequisites]
    links = [write.link(write.inline(found.title), places.session(found.id)) for found in before if found]
    return markup.facts(
        [
            (write.word("module"), write.link(write.inline(module.title), places.module(module.id))),
            (write.word("length"), length(write, session)),
            (write.word("prerequisites"), "<br>".join(links)),
        ]
    )


def _objectives(write: Writer, module: Module, session: Session) -> str:
    texts = {objective.id: objective.text for objective in module.objectives}
    items = markup.listed(write.item(texts[id]) for id in session.objectives if id in texts)
    return write.section("objectives", write.word("objectives-lead"), items) if items else ""


def _taught(write: Writer, session: Session) -> str:
    rows = [
        (
            write.link(write.inline(place.course.title), places.course(place.course.id), f"day-{place.day}"),
            write.word("day", n=place.day),
            _from_to(write, place),
        )
        for place in write.edition.taught.get(session.id, ())
    ]
    head = (write.word("course"), write.word("day-column"), write.word("time"))
    return markup.table(head, rows)


def _from_to(write: Writer, place: Taught) -> str:
    day = write.edition.days[place.course.id][place.day - 1]
    of = {"course": place.course.id, "day": str(place.day), "start": clock(day.day.start)}
    start, end = (markup.clock_time(clock(minute), **of) for minute in (place.slot.start, place.slot.end))
    return write.word("from-to", start=start, end=end)


def _glance(write: Writer, session: Session) -> str:
    """The segments with the minute at which each begins when all are taught."""
    rows = []
    now = 0
    for segment in session.segments:
        title = write.link(write.inline(segment.title), write.page, segment.id)
        rows.append((str(now), f"{title}{_extended(write, segment)}", str(segment.minutes)))
        now += segment.minutes
    head = tuple(write.word(key) for key in ("starts-at", "segment", "minutes-short"))
    return markup.table(head, rows, right=frozenset({0, 2}))


def _difficulties(write: Writer, session: Session) -> str:
    """What often goes wrong in the room, each time with what the trainer does about it."""
    return markup.answered((write.inline(item.when), write.item(item.do)) for item in session.difficulties)


def _extended(write: Writer, segment: Segment) -> str:
    return "" if segment.depth == CORE else f" {markup.span('depth depth-extended', write.word('depth-extended'))}"


def _segment(write: Writer, session: Session, segment: Segment) -> str:
    minutes = write.word("minutes", n=segment.minutes)
    depth = markup.span(f"depth depth-{segment.depth}", write.word(f"depth-{segment.depth}"))
    words = f"{write.inline(segment.title)} {markup.span('minutes', minutes)} {depth}"
    return markup.box(
        f"segment segment-{segment.depth}",
        write.heading(2, words, segment.id, short=f"{plain_title(segment.title)} · {minutes}"),
        write.mark(segment.title, segment.blocks, tuple(_questions(write, segment))),
        blocks(write, segment.blocks, pictures_of(write, session.id, segment.id)),
        tag="section",
    )


def _questions(write: Writer, segment: Segment) -> Iterator[object]:
    """The questions that the segment asks: their words stand in it too."""
    for block in walk(segment.blocks):
        if isinstance(block, Reference) and block.kind == "question":
            yield write.edition.curriculum.question(block.target)
