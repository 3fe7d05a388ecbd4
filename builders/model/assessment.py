"""The questions of a course's test: a test and an edition come in, the items drawn from the banks go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from builders.model.courses import CourseTest
from builders.model.curriculum import Curriculum
from builders.model.questions import Question

T = TypeVar("T")


def draw(test: CourseTest, use: str, curriculum: Curriculum) -> tuple[Question, ...]:
    """As many graded items of a use (``pre-test`` or ``post-test``) as the test has, spread evenly over its modules and,
    within each, over its objectives. The same items in every edition and at every build; fewer where the banks hold fewer.
    """
    banks = []
    for id in test.modules:
        module = curriculum.module(id)
        items = [question for question in module.questions if use in question.use and question.graded] if module else []
        objectives = dict.fromkeys(question.objective for question in items)
        banks.append(list(_in_turn([[item for item in items if item.objective == objective] for objective in objectives])))
    drawn = {question.id for question, _ in zip(_in_turn(banks), range(test.items), strict=False)}
    return tuple(question for bank in banks for question in bank if question.id in drawn)


def _in_turn(lists: Sequence[Sequence[T]]) -> Iterator[T]:
    """One of each, then the next of each."""
    for row in zip_longest(*lists):
        yield from (item for item in row if item is not None)
