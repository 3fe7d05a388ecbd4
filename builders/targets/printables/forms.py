"""Parallel forms of a test: a course and a use come in, the same items in another order for each form go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from builders.model.assessment import draw
from builders.model.courses import Course, CourseTest
from builders.model.curriculum import Curriculum
from builders.model.questions import Question

Use = Literal["pre-test", "post-test"]
Form = Literal["A", "B"]
FORMS: tuple[Form, ...] = ("A", "B")


@dataclass(frozen=True, slots=True)
class Paper:
    """The items of one form in the order in which they are printed. Form A is the handbook's paper."""

    use: Use
    form: Form
    questions: tuple[Question, ...]

    def order(self, question: Question) -> Sequence[int]:
        """The positions in which a question's choices are printed."""
        ids = [choice.id for choice in question.choices]
        return range(len(ids)) if self.form == "A" else _moved(f"{self.form}/{question.id}", ids)

    def number(self, id: str) -> int:
        """The number of an item on this paper, from 1."""
        return [question.id for question in self.questions].index(id) + 1


def tests_of(course: Course) -> tuple[tuple[Use, CourseTest], ...]:
    """The tests that a course has."""
    tests: tuple[tuple[Use, CourseTest | None], ...] = (("pre-test", course.pre_test), ("post-test", course.post_test))
    return tuple((use, test) for use, test in tests if test)


def paper(course: Course, use: Use, form: Form, curriculum: Curriculum) -> Paper:
    """The same items in both forms, in every edition and at every build. Raises LookupError where the course has no such test."""
    test = dict(tests_of(course)).get(use)
    if test is None:
        raise LookupError(f"{course.id} has no {use}")
    drawn = draw(test, use, curriculum)
    if form == "A":
        return Paper(use, form, drawn)
    order = _moved(f"{course.id}/{use}/{form}", [question.id for question in drawn])
    return Paper(use, form, tuple(drawn[at] for at in order))


def _moved(seed: str, ids: Sequence[str]) -> list[int]:
    """Positions in an order that hangs on seed and ids alone and is never the given one, if there are two or more."""
    order = sorted(range(len(ids)), key=lambda at: sha256(f"{seed}/{ids[at]}".encode()).digest())
    return [*order[1:], *order[:1]] if order == list(range(len(ids))) else order
