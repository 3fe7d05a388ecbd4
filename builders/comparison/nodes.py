"""What is compared of a unit: pages, tests, questions, scenarios and procedures by their ids, with the short keys under which
progress is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """``words`` are without markup and in one line; ``markup`` is a digest of the elements around them."""

    words: str
    markup: str


@dataclass(frozen=True, slots=True)
class Question:
    """``options`` are key and id, ``right`` the right answer: ids for choice, multiple, match and order. ``values`` are what a
    rating can be. ``asked`` says that it is asked on a page, outside tests."""

    key: str
    kind: str
    objective: str
    level: str
    options: tuple[tuple[str, str], ...]
    right: Ids
    values: frozenset[str]
    asked: bool

    @property
    def ids(self) -> Ids:
        return tuple(id for _, id in self.options)


@dataclass(frozen=True, slots=True)
class Test:
    """``questions`` are ids, ``mastery`` is in per cent, None where nothing hangs on the result."""

    __test__ = False  # for pytest, whose classes are named so

    key: str
    questions: Ids
    drawn: int
    mastery: float | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Decision:
    """``following`` is the id of a moment or an ending."""

    key: str
    points: float
    following: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """``nodes`` are decisions by the id of their moment, ``endings`` grades by id. ``keys`` are those of both."""

    key: str
    mastery: float
    start: str
    nodes: Mapping[str, Mapping[str, Decision]]
    endings: Mapping[str, str]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Procedure:
    """``steps`` are the ids of what may follow, by the id of the step; the end is empty. ``keys`` are those of the steps."""

    key: str
    start: str
    steps: Mapping[str, Ids]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """One unit in one language. ``pages`` are keys by id in reading order, ``counted`` the ids of those that count as progress.
    ``words`` are passages by topic and id; ``frame`` is what belongs to no item, without the version."""

    id: str
    kind: str
    version: str
    language: str
    documents: Mapping[str, str]
    pages: Mapping[str, str]
    counted: Ids
    tests: Mapping[str, Test]
    questions: Mapping[str, Question]
    scenarios: Mapping[str, Scenario]
    procedures: Mapping[str, Procedure]
    objectives: Mapping[str, str]
    reflections: Ids
    settings: Mapping[str, str]
    interface: Mapping[str, str]
    words: Mapping[tuple[str, str], Passage]
    frame: Passage
