"""What one artefact is made from: an artefact and a whole edition come in, the part of the edition that it needs goes out.

A target gets its slice and nothing more, so the digest of the slice is a true key: an edited session builds its own decks
and its module's packages again, and the others come from the cache.
"""

from __future__ import annotations

from dataclasses import replace

from builders.model.artefacts import Artefact, Kind
from builders.model.blocks import Reference, walk
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Session


class Slicer:
    """Cuts the slices of one edition. What several slices share is made once, so that its digest is taken once as well."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._whole = curriculum
        self._times = {session.id: _times(session) for module in curriculum.modules for session in module.sessions}

    def slice_for(self, artefact: Artefact) -> Curriculum:
        """The part of the edition that an artefact is made from."""
        whole = self._whole
        match artefact.kind:
            case Kind.HANDBOOK:
                return whole
            case Kind.SESSION_DECK:
                return self._for_deck(artefact.course, {artefact.session})
            case Kind.DAY_DECK:
                course = next(course for course in whole.courses if course.id == artefact.course)
                return self._for_deck(artefact.course, sessions_of_day(course, artefact.day))
            case Kind.SCORM12 | Kind.SCORM2004:
                modules = tuple(module for module in whole.modules if module.id == artefact.module)
                return replace(whole, modules=modules, courses=(), needs=())

    def _for_deck(self, course: str, sessions: set[str]) -> Curriculum:
        """The sessions in full, every other one as times alone: they set the clock."""
        return replace(
            self._whole,
            modules=tuple(self._module(module, sessions) for module in self._whole.modules),
            courses=tuple(found for found in self._whole.courses if found.id == course),
            needs=(),
            competencies=(),
        )

    def _module(self, module: Module, sessions: set[str]) -> Module:
        taught = tuple(session for session in module.sessions if session.id in sessions)
        used = {
            block.target
            for session in taught
            for segment in session.segments
            for block in walk(segment.blocks)
            if isinstance(block, Reference)
        }
        return replace(
            module,
            objectives=module.objectives if taught else (),
            sessions=tuple(session if session.id in sessions else self._times[session.id] for session in module.sessions),
            questions=tuple(question for question in module.questions if question.id in used),
            scenarios=tuple(scenario for scenario in module.scenarios if scenario.id in used),
            sops=tuple(sop for sop in module.sops if sop.id in used),
            media=module.media if taught else (),
        )


def sessions_of_day(course: Course, day: int) -> set[str]:
    return {slot.session for slot in course.days[day - 1].slots if isinstance(slot, SessionSlot)}


def _times(session: Session) -> Session:
    segments = tuple(replace(segment, title=replace(segment.title, value=""), blocks=()) for segment in session.segments)
    return replace(session, segments=segments, summary=None, materials=(), prepare=())
