"""The matrices: what covers each objective, which modules build each competency, what a shorter course leaves out. A language
edition comes in, pages go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model import places
from builders.model.blocks import Slide, walk
from builders.model.courses import Course
from builders.model.modules import Module, Objective, Segment, Session
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.writer import Writer

_NONE = "–"


def coverage(edition: Edition) -> tuple[Writer, ...]:
    return (_objectives(edition), _competencies(edition), _courses(edition))


def _objectives(edition: Edition) -> Writer:
    """Each objective with the sessions that teach it, the slides that these show, and the questions that ask for it."""
    write = Writer(edition, places.OBJECTIVES)
    write.add(write.heading(1, write.word("coverage-objectives"), "page_top"), write.word("coverage-objectives-lead"))
    head = [write.word(key) for key in ("objective", "sessions", "slides", "questions")]
    for module in edition.curriculum.modules:
        title = write.link(write.inline(module.title), places.module(module.id))
        rows = (_objective(write, module, objective) for objective in module.objectives)
        table = markup.table(head, rows, right=frozenset({2, 3}))
        write.add(write.heading(2, title, f"module_{module.id}"), markup.box("coverage", table))
    return write


def _objective(write: Writer, module: Module, objective: Objective) -> tuple[str, ...]:
    sessions = [each for each in module.sessions if objective.id in each.objectives]
    links = "<br>".join(write.link(write.inline(each.title), places.session(each.id)) for each in sessions)
    slides = sum(isinstance(block, Slide) for each in sessions for segment in each.segments for block in walk(segment.blocks))
    questions = [each for each in module.questions if each.objective == objective.id]
    anchor = f"question_{questions[0].id.rpartition('.')[2]}" if questions else ""
    asked = write.link(str(len(questions)), places.questions(module.id), anchor) if questions else _NONE
    return write.inline(objective.text), links or _NONE, str(slides or _NONE), asked


def _competencies(edition: Edition) -> Writer:
    write = Writer(edition, places.COMPETENCIES)
    rows = []
    for competency in edition.curriculum.competencies:
        modules = (module for module in edition.curriculum.modules if competency.id in module.competencies)
        links = "<br>".join(write.link(write.inline(module.title), places.module(module.id)) for module in modules)
        rows.append((write.inline(competency.title), write.word(f"competency-{competency.kind}"), links or _NONE))
    head = [write.word(key) for key in ("competency", "competency-kind", "modules")]
    write.add(
        write.heading(1, write.word("coverage-competencies"), "page_top"),
        markup.box("coverage", markup.table(head, rows)) or write.word("coverage-none"),
    )
    return write


def _courses(edition: Edition) -> Writer:
    """Every course beside the longest one: the segments that only the longest teaches."""
    write = Writer(edition, places.COURSES)
    write.add(write.heading(1, write.word("coverage-courses"), "page_top"))
    courses = edition.curriculum.courses
    longest = max(courses, key=lambda course: sum(segment.minutes for _, segment in _taught(edition, course)), default=None)
    shorter = [course for course in courses if course is not longest]
    if longest is None or not shorter:
        write.add(write.word("coverage-none"))
        return write
    for course in shorter:
        write.add(*_left_out(write, course, longest))
    return write


def _left_out(write: Writer, course: Course, longest: Course) -> Iterator[str]:
    names = {
        key: write.link(write.inline(each.title), places.course(each.id)) for key, each in (("course", course), ("other", longest))
    }
    kept = {(session.id, segment.id) for session, segment in _taught(write.edition, course)}
    every = list(_taught(write.edition, longest))
    missing = [(session, segment) for session, segment in every if (session.id, segment.id) not in kept]
    minutes = sum(segment.minutes for _, segment in missing)
    yield write.heading(2, write.inline(course.title), f"course_{course.id}")
    yield write.word("left-out", **names, minutes=minutes, total=sum(segment.minutes for _, segment in every))
    yield markup.box("coverage", _missing(write, missing)) or write.word("left-out-nothing")


def _missing(write: Writer, missing: list[tuple[Session, Segment]]) -> str:
    rows = (
        (
            write.link(write.inline(session.title), places.session(session.id)),
            write.link(write.inline(segment.title), places.session(session.id), segment.id),
            str(segment.minutes),
        )
        for session, segment in missing
    )
    return markup.table([write.word(key) for key in ("session", "segment", "minutes-short")], rows, right=frozenset({2}))


def _taught(edition: Edition, course: Course) -> Iterator[tuple[Session, Segment]]:
    """Each segment of a course once, in the order of teaching."""
    seen: set[tuple[str, str]] = set()
    for slot in (slot for day in edition.days[course.id] for slot in day.slots if slot.session):
        for entry in slot.segments:
            if slot.session and (slot.session.id, entry.segment.id) not in seen:
                seen.add((slot.session.id, entry.segment.id))
                yield slot.session, entry.segment
