"""The plan of a build: editions come in, the artefacts to be made go out, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from builders.model.artefacts import (
    BANKS,
    PACKAGES,
    PARTICIPANT,
    PLAYED,
    SCORM,
    Artefact,
    Kind,
    course_deck,
    day_deck,
    handbook,
    package,
    participants,
    session_deck,
)
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum, LmsSet
from builders.model.publications import SESSION
from builders.targets.packaging.profiles import PROFILES
from builders.workflow.printing import printables

EVERYTHING = LmsSet(
    of=("modules", "courses"),
    standards=tuple(kind.value for kind in PACKAGES),
    profiles=tuple(PROFILES),
    languages=("each", "all"),
    granularity=("whole", SESSION),
)
"""Every package that can be made."""

IN_SESSIONS = (*SCORM, Kind.CMI5)
"""The standards in which a package can have sessions that are launched by themselves."""


def plan(editions: Mapping[str, Curriculum], lms: LmsSet) -> tuple[Artefact, ...]:
    """Everything that can be made with this set of packages; printed matter only when it is asked for."""
    found = [artefact for edition in editions.values() for artefact in _of_edition(edition)]
    prints = [artefact for edition in editions.values() for artefact in printables(edition)]
    return (*found, *_packages(next(iter(editions.values())), lms), *prints)


def _of_edition(edition: Curriculum) -> Iterator[Artefact]:
    language = edition.language
    yield handbook(language)
    yield participants(language)
    for course, audience in product(edition.courses, ("", PARTICIPANT)):
        for id in _sessions(course):
            module = edition.module(id.partition(".")[0])
            yield session_deck(language, course.id, id, module.version if module else "", audience)
        for number in range(1, len(course.days) + 1):
            yield day_deck(language, course.id, number, audience)
        yield course_deck(language, course.id, course.version, audience)


def _packages(source: Curriculum, lms: LmsSet) -> Iterator[Artefact]:
    """Every combination that makes sense: profiles are SCORM's, item banks are those of modules, only what the player runs
    in can hold several languages or be cut into sessions."""
    for name in lms.standards:
        kind = Kind(name)
        profiles = lms.profiles if kind in SCORM else ("",)
        granularities = [SESSION if each == SESSION else "" for each in lms.granularity] if kind in IN_SESSIONS else [""]
        for languages, profile, granularity in product(_languages(kind, source, lms), profiles, granularities):
            if granularity and profile and PROFILES[profile].one_unit:
                continue  # the system would open the first session and no other
            for of, id, version in _publications(kind, source, lms):
                yield package(kind, languages, version, **{of: id}, profile=profile, granularity=granularity)


def _languages(kind: Kind, source: Curriculum, lms: LmsSet) -> list[tuple[str, ...]]:
    each = [(language,) for language in source.languages] if "each" in lms.languages or kind not in PLAYED else []
    several = [source.languages] if "all" in lms.languages and kind in PLAYED and len(source.languages) > 1 else []
    return [*each, *several]


def _publications(kind: Kind, source: Curriculum, lms: LmsSet) -> Iterator[tuple[str, str, str]]:
    """Field of the artefact, id and version of every module and course."""
    if "modules" in lms.of:
        yield from (("module", module.id, module.version) for module in source.modules)
    if "courses" in lms.of and kind not in BANKS:
        yield from (("course", course.id, course.version) for course in source.courses)


def _sessions(course: Course) -> tuple[str, ...]:
    """The sessions of a course in teaching order, each once."""
    return tuple(dict.fromkeys(slot.session for day in course.days for slot in day.slots if isinstance(slot, SessionSlot)))
