"""The plan of a build: editions come in, the artefacts to be made go out, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.model.artefacts import Artefact, Kind, day_deck, handbook, package, session_deck
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum


def plan(editions: Mapping[str, Curriculum]) -> tuple[Artefact, ...]:
    """Everything that a full build makes."""
    return tuple(artefact for edition in editions.values() for artefact in _of_edition(edition))


def _of_edition(edition: Curriculum) -> Iterator[Artefact]:
    language = edition.language
    yield handbook(language)
    for course in edition.courses:
        for id in _sessions(course):
            module = edition.module(id.partition(".")[0])
            yield session_deck(language, course.id, id, module.version if module else "")
        for number in range(1, len(course.days) + 1):
            yield day_deck(language, course.id, number)
    for module in edition.modules:
        for kind in (Kind.SCORM12, Kind.SCORM2004):
            yield package(kind, language, module.id, module.version)


def _sessions(course: Course) -> tuple[str, ...]:
    """The sessions of a course in teaching order, each once."""
    return tuple(dict.fromkeys(slot.session for day in course.days for slot in day.slots if isinstance(slot, SessionSlot)))
