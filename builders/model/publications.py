"""What a learner takes in one go: a module or a course comes in, its sessions, practice and tests in order go out.

A course as a whole, a module, a session by itself and a test by itself are all publications, so whatever shows, saves or
reports one of them handles every one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from builders.model.blocks import Reference, walk
from builders.model.courses import Course, CourseTest, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Objective, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.model.text import Text
from builders.model.timetable import segments_of

ASSESSMENT = "assessment"
PRE_TEST = "pre-test"
POST_TEST = "post-test"

ATTEMPTS = 3
"""How often a test with a pass mark may be taken."""

SESSION = "session"
"""The granularity in which every session and every test is launched by itself."""


@dataclass(frozen=True, slots=True)
class Test:
    """Questions asked together. ``drawn`` of ``questions`` are asked in one attempt. ``mastery`` is in per cent, None where
    nothing hangs on the result: such a test is taken once and counts as done when it is handed in."""

    __test__ = False  # for pytest, whose classes are named so

    id: str
    questions: tuple[Question, ...]
    drawn: int
    mastery: int | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Publication:
    """``id`` is stable, ASCII, and unique among publications: ``empathy``, ``course-two-day``, and for a part of a whole
    ``empathy.listening``, ``course-two-day.post-test``. ``kind`` is module, course, or for a part session, practice or test.
    ``minutes`` is the time that it takes in class; ``elsewhere`` pairs the id of an objective with the title of a session
    that teaches it in another part. A pre-test comes before the sessions, any other test after practice."""

    id: str
    kind: str
    title: Text
    summary: Text
    version: str
    audience: Text
    minutes: int
    objectives: tuple[Objective, ...]
    competencies: tuple[str, ...]
    keywords: tuple[Text, ...]
    sessions: tuple[Session, ...]
    practice: tuple[Scenario | Sop, ...]
    tests: tuple[Test, ...]
    elsewhere: tuple[tuple[str, Text], ...] = ()

    @property
    def final(self) -> Test | None:
        """The test that decides about passing."""
        return next((test for test in self.tests if test.mastery is not None), None)


def of_module(module: Module) -> Publication:
    """A whole module, every session in full, and its final assessment."""
    final = tuple(question for question in module.questions if "final" in question.use and question.graded)
    drawn = min(module.assessment_items or len(final), len(final))
    test = Test(ASSESSMENT, final, drawn, module.mastery, ATTEMPTS)
    return Publication(
        id=module.id,
        kind="module",
        title=module.title,
        summary=module.summary,
        version=module.version,
        audience=module.audience,
        minutes=sum(session.minutes() for session in module.sessions),
        objectives=module.objectives,
        competencies=module.competencies,
        keywords=module.keywords,
        sessions=module.sessions,
        practice=_spare(module),
        tests=(test,) if final else (),
    )


def of_course(course: Course, curriculum: Curriculum) -> Publication:
    """A whole course: what its timetable teaches, in that order, between pre-test and post-test."""
    sessions = _taught(course, curriculum)
    modules = tuple(
        module for id in dict.fromkeys(session.id.partition(".")[0] for session in sessions) if (module := curriculum.module(id))
    )
    taught = {objective for session in sessions for objective in session.objectives}
    tests = (
        _test(course.pre_test, PRE_TEST, curriculum) if course.pre_test else None,
        _test(course.post_test, POST_TEST, curriculum) if course.post_test else None,
    )
    return Publication(
        id=f"course-{course.id}",
        kind="course",
        title=course.title,
        summary=course.summary or course.audience,
        version=course.version,
        audience=course.audience,
        minutes=sum(session.minutes() for session in sessions),
        objectives=tuple(objective for module in modules for objective in module.objectives if objective.id in taught),
        competencies=tuple(dict.fromkeys(id for module in modules for id in module.competencies)),
        keywords=tuple(dict.fromkeys(word for module in modules for word in module.keywords)),
        sessions=sessions,
        practice=tuple(item for module in modules for item in _spare(module)),
        tests=tuple(test for test in tests if test and test.questions),
    )


def parts(whole: Publication) -> tuple[Publication, ...]:
    """A publication of its own for every test, session and piece of practice, in order. What hangs on the final test hangs
    on that part alone."""
    before = [_test_part(whole, test) for test in whole.tests if test.id == PRE_TEST]
    after = [_test_part(whole, test) for test in whole.tests if test.id != PRE_TEST]
    return (
        *before,
        *(_session_part(whole, session) for session in whole.sessions),
        *(_practice_part(whole, item) for item in whole.practice),
        *after,
    )


def _taught(course: Course, curriculum: Curriculum) -> tuple[Session, ...]:
    """Each session once, with the segments that any of its slots teaches, in the session's own order."""
    segments: dict[str, set[str]] = {}
    for slot in (slot for day in course.days for slot in day.slots if isinstance(slot, SessionSlot)):
        if session := curriculum.session(slot.session):
            segments.setdefault(session.id, set()).update(each.id for each in segments_of(slot, session, course.depth))
    found = ((curriculum.session(id), taught) for id, taught in segments.items())
    return tuple(
        replace(session, segments=tuple(segment for segment in session.segments if segment.id in taught))
        for session, taught in found
        if session
    )


def _test(test: CourseTest, use: str, curriculum: Curriculum) -> Test:
    modules = (module for id in test.modules if (module := curriculum.module(id)))
    bank = tuple(question for module in modules for question in module.questions if use in question.use and question.graded)
    mastery = test.mastery or None
    return Test(use, bank, min(test.items, len(bank)), mastery, ATTEMPTS if mastery else 1)


def _spare(module: Module) -> tuple[Scenario | Sop, ...]:
    """The scenarios and procedures that no session of the module refers to."""
    blocks = (block for session in module.sessions for segment in session.segments for block in walk(segment.blocks))
    used = {block.target for block in blocks if isinstance(block, Reference)}
    items: tuple[Scenario | Sop, ...] = (*module.scenarios, *module.sops)
    return tuple(item for item in items if item.id not in used)


def _session_part(whole: Publication, session: Session) -> Publication:
    return replace(
        whole,
        id=f"{whole.id}.{_within(whole, session.id)}",
        kind="session",
        title=session.title,
        summary=session.summary or whole.summary,
        minutes=session.minutes(),
        objectives=tuple(objective for objective in whole.objectives if objective.id in session.objectives),
        sessions=(session,),
        practice=(),
        tests=(),
    )


def _practice_part(whole: Publication, item: Scenario | Sop) -> Publication:
    return replace(
        whole,
        id=f"{whole.id}.{_within(whole, item.id)}",
        kind="practice",
        title=item.title,
        summary=item.summary if isinstance(item, Scenario) else item.purpose,
        minutes=item.minutes if isinstance(item, Scenario) else 0,
        sessions=(),
        practice=(item,),
        tests=(),
    )


def _test_part(whole: Publication, test: Test) -> Publication:
    return replace(
        whole,
        id=f"{whole.id}.{test.id}",
        kind="test",
        minutes=0,
        sessions=(),
        practice=(),
        tests=(test,),
        elsewhere=tuple((objective, session.title) for session in whole.sessions for objective in session.objectives),
    )


def _within(whole: Publication, id: str) -> str:
    """``listening`` in the module ``empathy``, ``empathy.listening`` in a course."""
    return id.removeprefix(f"{whole.id}.")
