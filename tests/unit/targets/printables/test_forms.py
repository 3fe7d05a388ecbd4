"""Parallel forms: the same items, another order, a key that fits both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders.model.assessment import draw
from builders.reading.curriculum import Reading
from builders.targets import printables
from builders.targets.printables.forms import paper
from builders.targets.printables.questions import choices_of, right_answer
from builders.targets.printables.writer import Writer


def test_forms_hold_the_handbooks_items_in_another_order(reading: Reading) -> None:
    edition = reading.editions["en"]
    for course in edition.courses:
        for use, test in printables.tests_of(course):
            a, b = (paper(course, use, form, edition) for form in printables.FORMS)
            assert a.questions == draw(test, use, edition)
            assert set(a.questions) == set(b.questions)
            assert [question.id for question in a.questions] != [question.id for question in b.questions]


def test_forms_are_the_same_in_every_language(reading: Reading) -> None:
    orders = []
    for edition in reading.editions.values():
        set_ = paper(edition.courses[0], "post-test", "B", edition)
        orders.append([(question.id, tuple(set_.order(question))) for question in set_.questions])
    assert orders[0] == orders[1] == orders[2]


def test_the_letters_of_the_key_point_at_right_choices(reading: Reading) -> None:
    edition = reading.editions["en"]
    write = Writer(edition)
    checked = 0
    for form in printables.FORMS:
        set_ = paper(edition.courses[0], "pre-test", form, edition)
        for question in set_.questions:
            if question.kind in ("choice", "multiple"):
                printed = choices_of(question, set_.order(question))
                letters = right_answer(write, question, set_.order(question)).split(", ")
                assert {printed["ABCDEFGH".index(letter)].id for letter in letters} == {
                    choice.id for choice in question.choices if choice.correct
                }
                checked += 1
    assert checked > 10


def test_the_key_maps_items_to_objectives(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["en"]
    course = edition.courses[0]
    words = opened(printables.answer_key(course, "pre-test", curriculum=edition)).words
    for question in paper(course, "pre-test", "A", edition).questions:
        assert question.id.replace("-", "") in words.replace("-", "")


def test_a_course_without_the_test_has_no_paper(reading: Reading) -> None:
    edition = reading.editions["en"]
    course = next(iter(edition.courses))
    without = type(course)(**{name: getattr(course, name) for name in course.__slots__} | {"pre_test": None})
    with pytest.raises(LookupError, match="pre-test"):
        printables.question_paper(without, "pre-test", "A", curriculum=edition)
