"""Printed matter: an edition comes in, its artefacts go out; an artefact with its slice comes in, its file goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from builders.model.artefacts import Artefact, printable
from builders.model.courses import ActivitySlot, Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.timetable import timetable

COURSE = ("workbook", "feedback-form", "attendance-sheet", "certificate")
FORMS = ("a", "b", "key")
_PROCEDURE = {"sop-chart": "chart", "sop-sheet": "sheet", "step-cards": "steps"}
"""What is printed of a procedure, and how its files end."""


def printables(edition: Curriculum) -> Iterator[Artefact]:
    """Everything to print of one edition: by course, then by module."""
    for course in edition.courses:
        yield from _of_course(course, edition.language)
    for module in edition.modules:
        for scenario in module.scenarios:
            name = scenario.id.partition(".")[2]
            if scenario.roles:
                yield printable(edition.language, f"{name}-cards.pdf", module=module.id, item="role-cards", subject=scenario.id)
            yield printable(edition.language, f"{name}-debrief.pdf", module=module.id, item="debrief-sheet", subject=scenario.id)
        for sop in module.sops:
            name = sop.id.partition(".")[2]
            for item, file in _PROCEDURE.items():
                yield printable(edition.language, f"{name}-{file}.pdf", module=module.id, item=item, subject=sop.id)


def _of_course(course: Course, language: str) -> Iterator[Artefact]:
    for number, day in enumerate(course.days, start=1):
        yield printable(language, f"day-{number}.pdf", course=course.id, item="day-sheet", day=number)
        if any(isinstance(slot, ActivitySlot) for slot in day.slots):
            yield printable(language, f"plans/day-{number}.pdf", course=course.id, item="day-plan", day=number)
    slots = [slot for day in course.days for slot in day.slots]
    for id in dict.fromkeys(slot.session for slot in slots if isinstance(slot, SessionSlot)):
        yield printable(language, f"plans/{id}.pdf", course=course.id, item="session-plan", session=id)
    for item in COURSE:
        yield printable(language, f"{item}.pdf", course=course.id, item=item)
    for use, test in (("pre-test", course.pre_test), ("post-test", course.post_test)):
        for form in FORMS if test else ():
            yield printable(language, f"{use}-{form}.pdf", course=course.id, item=f"{use}-{form}")
    yield printable(language, "timetable.xlsx", course=course.id, item="timetable")


def printed(artefact: Artefact, curriculum: Curriculum) -> bytes:
    """One document. ``curriculum`` is the slice of the artefact. Raises KeyError for an item that is none of them."""
    targets = import_module("builders.targets.printables")
    if artefact.module:
        return _MODULE[artefact.item](targets, artefact.subject, curriculum)
    course = curriculum.courses[0]
    use, _, form = artefact.item.rpartition("-")
    if form in FORMS and use:
        if form == "key":
            return bytes(targets.answer_key(course, use, curriculum=curriculum))
        return bytes(targets.question_paper(course, use, form.upper(), curriculum=curriculum))
    return _COURSE[artefact.item](targets, artefact, course, curriculum)


def _session_plan(targets: Any, artefact: Artefact, course: Course, curriculum: Curriculum) -> bytes:
    session = curriculum.session(artefact.session)
    if session is None:
        raise LookupError(artefact.session)
    return bytes(targets.session_plan(session, course=course, curriculum=curriculum))


def _day_sheet(targets: Any, artefact: Artefact, course: Course, curriculum: Curriculum) -> bytes:
    return bytes(targets.day_sheet(timetable(course, curriculum)[artefact.day - 1], course=course, curriculum=curriculum))


def _day_plan(targets: Any, artefact: Artefact, course: Course, curriculum: Curriculum) -> bytes:
    return bytes(targets.day_plan(timetable(course, curriculum)[artefact.day - 1], course=course, curriculum=curriculum))


def _timetable(_targets: Any, _artefact: Artefact, course: Course, curriculum: Curriculum) -> bytes:
    return bytes(import_module("builders.targets.calendar").timetable_workbook(course, curriculum))


_COURSE: dict[str, Callable[[Any, Artefact, Course, Curriculum], bytes]] = {
    "session-plan": _session_plan,
    "day-sheet": _day_sheet,
    "day-plan": _day_plan,
    "timetable": _timetable,
    "workbook": lambda targets, _, course, curriculum: targets.workbook(course, curriculum=curriculum),
    "feedback-form": lambda targets, _, course, curriculum: targets.feedback_form(course, curriculum=curriculum),
    "attendance-sheet": lambda targets, _, course, curriculum: targets.attendance_sheet(course, curriculum=curriculum),
    "certificate": lambda targets, _, course, curriculum: targets.certificate(course, curriculum=curriculum),
}

_MODULE: dict[str, Callable[[Any, str, Curriculum], bytes]] = {
    "role-cards": lambda targets, subject, curriculum: targets.role_cards(curriculum.scenario(subject), curriculum=curriculum),
    "debrief-sheet": lambda targets, subject, curriculum: targets.debrief_sheet(
        curriculum.scenario(subject), curriculum=curriculum
    ),
    "sop-chart": lambda targets, subject, curriculum: targets.sop_chart(curriculum.sop(subject), curriculum=curriculum),
    "sop-sheet": lambda targets, subject, curriculum: targets.sop_sheet(curriculum.sop(subject), curriculum=curriculum),
    "step-cards": lambda targets, subject, curriculum: targets.step_cards(curriculum.sop(subject), curriculum=curriculum),
}
