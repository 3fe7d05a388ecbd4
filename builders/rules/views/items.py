"""The items of all modules, in the order of the curriculum: a curriculum comes in, nodes of one kind go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.curriculum import Curriculum
from builders.model.modules import Objective, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop


def objectives(curriculum: Curriculum) -> Iterator[Objective]:
    for module in curriculum.modules:
        yield from module.objectives


def sessions(curriculum: Curriculum) -> Iterator[Session]:
    for module in curriculum.modules:
        yield from module.sessions


def questions(curriculum: Curriculum) -> Iterator[Question]:
    for module in curriculum.modules:
        yield from module.questions


def scenarios(curriculum: Curriculum) -> Iterator[Scenario]:
    for module in curriculum.modules:
        yield from module.scenarios


def sops(curriculum: Curriculum) -> Iterator[Sop]:
    for module in curriculum.modules:
        yield from module.sops
