"""D001: an id stands twice where it has to be the only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.blocks import Activity, Slide, walk
from builders.model.courses import ActivitySlot, Course
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import END, Sop


class Item(Protocol):
    """What has an id and a place of its own."""

    @property
    def id(self) -> str: ...
    @property
    def at(self) -> Location: ...


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """References, translations and learners' records hang on ids; with two of a name each of them could mean either.

    Example::

        questions:
          - {id: empathy.q-desk, …}
          - {id: empathy.q-desk, …}      # the second one
    """
    yield from _twice("source", _named(curriculum.sources))
    yield from _twice("term", _named(curriculum.terms))
    yield from _twice("competency", _named(curriculum.competencies))
    yield from _twice("need", _named(curriculum.needs))
    yield from _twice("video", _named(curriculum.videos))
    for course in curriculum.courses:
        yield from _in_course(course)
    for module in curriculum.modules:
        yield from _in_module(module)


def _in_module(module: Module) -> Iterator[Finding]:
    yield from _twice("objective", _named(module.objectives))
    yield from _twice("question", _named(module.questions))
    for session in module.sessions:
        yield from _in_session(session)
    for question in module.questions:
        yield from _in_question(question)
    for scenario in module.scenarios:
        yield from _in_scenario(scenario)
    for sop in module.sops:
        yield from _in_sop(sop)


def _in_course(course: Course) -> Iterator[Finding]:
    yield from _twice("day", _named(course.days))
    for day in course.days:
        yield from _twice("slot", _named(slot for slot in day.slots if isinstance(slot, ActivitySlot)))


def _in_session(session: Session) -> Iterator[Finding]:
    yield from _twice("segment", _named(session.segments))
    yield from _twice("difficulty", _named(session.difficulties))
    blocks = [block for segment in session.segments for block in walk(segment.blocks)]
    yield from _twice("activity", _named(block for block in blocks if isinstance(block, Activity)))
    yield from _twice("slide", _named(block for block in blocks if isinstance(block, Slide)))


def _in_question(question: Question) -> Iterator[Finding]:
    yield from _twice("choice", _named(question.choices))
    yield from _twice("pair", ((pair.id, pair.left.at) for pair in question.pairs))
    yield from _twice("item", ((item.id, item.text.at) for item in question.items))


def _in_scenario(scenario: Scenario) -> Iterator[Finding]:
    # One space of names for both, since `next` may be either.
    yield from _twice("node or ending", [*_named(scenario.nodes), *_named(scenario.endings)])
    yield from _twice("role", ((role.id, role.title.at) for role in scenario.roles))
    for node in scenario.nodes:
        yield from _twice("choice", _named(node.choices))


def _in_sop(sop: Sop) -> Iterator[Finding]:
    yield from _twice("step", _named(sop.steps))
    yield from _twice("record", ((record.id, record.name.at) for record in sop.records))
    for step in sop.steps:
        if step.id == END:
            yield Finding(step.at, "D001", f"a step is called `{END}`, which means the end of the procedure", "rename the step")


def _named(items: Iterable[Item]) -> Iterator[tuple[str, Location]]:
    return ((item.id, item.at) for item in items)


def _twice(kind: str, named: Iterable[tuple[str, Location]]) -> Iterator[Finding]:
    first: dict[str, Location] = {}
    for id, at in named:
        if id and first.setdefault(id, at) is not at:
            yield Finding(at, "D001", f"{kind} `{id}` stands here a second time, first on line {first[id].line}")
