"""What a cartridge makes of each kind of question: nothing is invented, and no answer is given away."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from builders.model.modules import Module
from builders.model.questions import Question
from builders.rendering.plain import html_to_plain
from builders.targets.cartridge.questions import (
    BLANK,
    MULTIPLE_CHOICE,
    MULTIPLE_RESPONSE,
    TRUE_FALSE,
    CartridgeItem,
    accepted_numbers,
    converted,
)
from builders.targets.packaging.wording import Wording


def _of(module: Module, name: str) -> Question:
    question = module.question(f"kit.q-{name}")
    assert question
    return question


def _one(question: Question, wording: Wording) -> CartridgeItem:
    (item,) = converted(question, wording)
    return item


def _labels(item: CartridgeItem) -> dict[str, str]:
    return {id: html_to_plain(html.markup) for id, html in item.labels}


def test_three_answers_stay_a_choice(module: Module, wording: Wording) -> None:
    item = _one(_of(module, "choice"), wording)
    assert (item.id, item.profile, item.right) == ("kit.q-choice", MULTIPLE_CHOICE, ("lamp",))
    assert _labels(item) == {"lamp": "The lamp", "ladder": "The ladder", "table": "The table"}
    assert dict(item.said).keys() == {"lamp", "ladder", "table"}
    assert "It shines." in item.hint.markup


@pytest.mark.parametrize("right", [0, 1])
def test_of_two_answers_it_is_asked_whether_the_first_is_right(module: Module, wording: Wording, right: int) -> None:
    question = _of(module, "choice")
    two = tuple(dataclasses.replace(choice, correct=at == right) for at, choice in enumerate(question.choices[:2]))
    item = _one(dataclasses.replace(question, choices=two), wording)
    assert item.profile == TRUE_FALSE
    assert item.right == (("true", "false")[right],)
    assert _labels(item) == {"true": "True", "false": "False"}
    assert "The lamp\nThe ladder\nThe first one is right." in html_to_plain(item.stem.markup)
    said = {id: html_to_plain(html.markup) for id, html in item.said}
    assert said["false"] == "The ladder stays at home."


def test_multiple(module: Module, wording: Wording) -> None:
    item = _one(_of(module, "multiple"), wording)
    assert (item.profile, item.right) == (MULTIPLE_RESPONSE, ("red", "blue"))


def test_true_false(module: Module, wording: Wording) -> None:
    item = _one(_of(module, "true"), wording)
    assert (item.profile, item.right) == (TRUE_FALSE, ("true",))
    assert {id: html_to_plain(html.markup) for id, html in item.said} == {
        "true": "It is blue.",
        "false": "Look at the table again.",
    }


def test_match_asks_for_each_line(module: Module, wording: Wording) -> None:
    items = converted(_of(module, "match"), wording)
    assert [item.id for item in items] == ["kit.q-match.lamp", "kit.q-match.rope", "kit.q-match.bag"]
    assert {item.parts for item in items} == {3}
    for item, left, right in zip(items, ("Lamp", "Rope", "Bag"), ("Light", "Holding", "Carrying"), strict=True):
        assert html_to_plain(item.stem.markup) == f"What is for what?\n{left}"
        assert [_labels(item)[id] for id in item.right] == [right]
        assert html_to_plain(dict(item.said)[item.right[0]].markup) == "All three fit."
    assert len({tuple(_labels(item)) for item in items}) == 1, "the order of the answers must not tell which line it is"


def test_lines_with_the_same_partner_share_an_answer(module: Module, wording: Wording) -> None:
    question = _of(module, "match")
    lamp, rope, bag = question.pairs
    same = dataclasses.replace(question, pairs=(lamp, dataclasses.replace(rope, right=lamp.right), bag))
    items = converted(same, wording)
    assert [item.profile for item in items] == [TRUE_FALSE] * 3, "only two different answers are left"
    nothing = dataclasses.replace(question, pairs=tuple(dataclasses.replace(pair, right=lamp.right) for pair in question.pairs))
    assert converted(nothing, wording) == ()


@pytest.mark.parametrize("size", range(3, 9))
def test_order_is_a_choice_of_four_orders(module: Module, wording: Wording, size: int) -> None:
    question = _of(module, "order")
    model = question.items[0]
    items = tuple(
        dataclasses.replace(model, id=f"i{at}", text=dataclasses.replace(model.text, value=f"Step {at}")) for at in range(size)
    )
    item = _one(dataclasses.replace(question, items=items), wording)
    assert item.profile == MULTIPLE_CHOICE
    orders = {id: tuple(words.splitlines()) for id, words in _labels(item).items()}
    assert len(orders) == len(set(orders.values())) == 4
    right = tuple(f"Step {at}" for at in range(size))
    assert [id for id, order in orders.items() if order == right] == list(item.right)
    assert all(sorted(order) == sorted(right) for order in orders.values())


def test_the_right_order_has_no_place_of_its_own(module: Module, wording: Wording) -> None:
    question = _of(module, "order")
    places = set()
    for number in range(40):
        item = _one(dataclasses.replace(question, id=f"kit.q-{number}"), wording)
        places.add([id for id, _ in item.labels].index(item.right[0]))
    assert places == {0, 1, 2, 3}


def test_number_lists_what_is_right(module: Module, wording: Wording) -> None:
    item = _one(_of(module, "number"), wording)
    assert item.profile == BLANK
    assert {"12", "12.0", "12.5", "13", "13.0"} <= set(item.right)
    assert not {"11.9", "13.1"} & set(item.right)
    assert "Answer in: metres" in html_to_plain(item.stem.markup)
    assert html_to_plain(item.praise.markup) == "Twelve and a half."


@pytest.mark.parametrize(
    ("answer", "tolerance", "expected"),
    [
        (24, 0, ("24",)),
        (0.4, 0.01, ("0.39", "0.4", "0.40", "0.41")),
        (-2, 1, ("-3", "-2", "-1")),
        (0, 0, ("0",)),
        (1000, 500, ()),
        (3.14159, 0.5, ()),
    ],
)
def test_numbers_within_the_tolerance(module: Module, answer: float, tolerance: float, expected: tuple[str, ...]) -> None:
    question = dataclasses.replace(_of(module, "number"), answer=answer, tolerance=tolerance)
    assert accepted_numbers(question, devanagari=False) == expected


def test_devanagari_digits_count(module: Module) -> None:
    question = dataclasses.replace(_of(module, "number"), answer=24.0, tolerance=0)
    assert accepted_numbers(question, devanagari=True) == ("24", "२४")


def test_a_rating_and_a_number_of_too_many_answers_are_left_out(module: Module, wording: Wording) -> None:
    assert converted(_of(module, "rating"), wording) == ()
    assert converted(dataclasses.replace(_of(module, "number"), tolerance=1000), wording) == ()


def test_ids_are_unique(module: Module, wording: Wording) -> None:
    ids = sorted(item.id for question in module.questions for item in converted(question, wording))
    assert all(one != other for one, other in pairwise(ids))
