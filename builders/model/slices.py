"""What one artefact is made from: an artefact and a whole edition come in, the part of the edition that it needs goes out.

A target gets its slice and nothing more, so the digest of the slice is a true key: an edited session builds its own decks
and its module's packages again, and the others come from the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builders.model.artefacts import ALL_LANGUAGES, Artefact, Kind
from builders.model.blocks import Reference, walk
from builders.model.courses import Course, Day, SessionSlot
from builders.model.curriculum import Curriculum, Published
from builders.model.modules import Module, Session
from builders.model.theme import Theme


class Slicer:
    """Cuts the slices of one edition. What several slices share is made once, so that its digest is taken once as well."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._whole = curriculum
        self._unadorned = replace(curriculum, theme=Theme(), published=Published())  # only decks show these
        sessions = [session for module in curriculum.modules for session in module.sessions]
        self._shown = {session.id: replace(session, difficulties=()) for session in sessions}  # slides do not show them
        self._times = {session.id: _times(session) for session in sessions}

    def slice_for(self, artefact: Artefact) -> Curriculum:
        """The part of the edition that an artefact is made from."""
        whole = self._whole
        match artefact.kind:
            case Kind.HANDBOOK | Kind.PARTICIPANTS:
                return self._unadorned
            case Kind.SESSION_DECK:
                course = self._course(artefact)
                days = [sessions_of(day) for day in course.days]
                beside = set().union(*(sessions for sessions in days if artefact.session in sessions))
                return self._for_deck(course, shown={artefact.session}, timed=beside)
            case Kind.DAY_DECK:
                course = self._course(artefact)
                taught = sessions_of(course.days[artefact.day - 1])
                return self._for_deck(course, shown=taught, timed=taught)
            case Kind.COURSE_DECK:
                course = self._course(artefact)
                taught = set().union(*(sessions_of(day) for day in course.days))
                return self._for_deck(course, shown=taught, timed=taught)
            case Kind.CALENDAR:
                return self._for_calendar(self._course(artefact))
            case _ if artefact.course:
                return self._for_course_package(self._course(artefact))
            case _:
                modules = tuple(module for module in whole.modules if module.id == artefact.module)
                return replace(self._unadorned, modules=modules, courses=(), needs=())

    def _course(self, artefact: Artefact) -> Course:
        return next(course for course in self._whole.courses if course.id == artefact.course)

    def _for_course_package(self, course: Course) -> Curriculum:
        """Every module that the course teaches or tests, and whatever their sessions may link to."""
        ids = modules_of(course.days)
        ids |= {id for test in (course.pre_test, course.post_test) if test for id in test.modules}
        modules = tuple(module for module in self._whole.modules if module.id in ids)
        return replace(self._unadorned, modules=modules, courses=(course,), needs=())

    def _for_calendar(self, course: Course) -> Curriculum:
        """The sessions of a course as titles and times."""
        ids = set().union(*(sessions_of(day) for day in course.days))
        modules = tuple(self._outlined(module, ids) for module in self._whole.modules)
        bare = replace(self._unadorned, sources=(), terms=(), competencies=(), needs=(), videos=())
        return replace(bare, modules=tuple(module for module in modules if module.sessions), courses=(course,))

    def _outlined(self, module: Module, ids: set[str]) -> Module:
        sessions = tuple(_outline(session) for session in module.sessions if session.id in ids)
        return replace(module, sessions=sessions, objectives=(), questions=(), scenarios=(), sops=(), media=())

    def _for_deck(self, course: Course, *, shown: set[str], timed: set[str]) -> Curriculum:
        """The sessions shown in full, those that share a day with them as times alone: they set the clock."""
        sessions = shown | timed
        used = set().union(*(self._used(id) for id in shown))
        modules = {id.partition(".")[0] for id in sessions | used}
        return replace(
            self._whole,
            modules=tuple(self._module(module, shown, sessions, used) for module in self._whole.modules if module.id in modules),
            courses=(course,),
            needs=(),
            competencies=(),
        )

    def _used(self, session: str) -> set[str]:
        """The ids of the questions, scenarios and procedures that a session shows, of whichever module."""
        found = self._whole.session(session)
        blocks = (block for segment in found.segments for block in walk(segment.blocks)) if found else ()
        return {block.target for block in blocks if isinstance(block, Reference)}

    def _module(self, module: Module, shown: set[str], sessions: set[str], used: set[str]) -> Module:
        kept = tuple(session for session in module.sessions if session.id in sessions)
        is_shown = any(session.id in shown for session in kept)
        return replace(
            module,
            objectives=module.objectives if is_shown else (),
            sessions=tuple((self._shown if session.id in shown else self._times)[session.id] for session in kept),
            questions=tuple(question for question in module.questions if question.id in used),
            scenarios=tuple(scenario for scenario in module.scenarios if scenario.id in used),
            sops=tuple(sop for sop in module.sops if sop.id in used),
            media=module.media if is_shown else (),
        )


def slices(artefact: Artefact, slicers: Mapping[str, Slicer]) -> tuple[Curriculum, ...]:
    """The slice of each edition that an artefact holds: one, or all of them, the source edition first."""
    languages = tuple(slicers) if artefact.language == ALL_LANGUAGES else (artefact.language,)
    return tuple(slicers[language].slice_for(artefact) for language in languages)


def sessions_of(day: Day) -> set[str]:
    return {slot.session for slot in day.slots if isinstance(slot, SessionSlot)}


def _outline(session: Session) -> Session:
    segments = tuple(replace(segment, blocks=()) for segment in session.segments)
    return replace(session, segments=segments, summary=None, materials=(), prepare=(), difficulties=())


def modules_of(days: Iterable[Day]) -> set[str]:
    """The ids of the modules that are taught on some days."""
    return {id.partition(".")[0] for day in days for id in sessions_of(day)}


def _times(session: Session) -> Session:
    outline = _outline(session)
    return replace(outline, segments=tuple(replace(each, title=replace(each.title, value="")) for each in outline.segments))
