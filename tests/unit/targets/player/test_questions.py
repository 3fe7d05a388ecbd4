"""Questions as forms, and the answers that the script compares with."""

from __future__ import annotations

from typing import Any

import pytest

from builders.model.modules import Module
from builders.rendering.words import words
from builders.targets.player.edition import Edition
from builders.targets.player.questions import options_of, question_data, render_question, right_answer
from builders.targets.player.recall import recall_questions

KINDS = ("choice", "multiple", "true-false", "match", "order", "number", "rating")


def _question(module: Module, kind: str) -> Any:
    return next(question for question in module.questions if question.kind == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_shows_no_right_answer(module: Module, edition: Edition, kind: str) -> None:
    html = render_question(_question(module, kind), edition, place="check")
    shown = html.split("<template")[0]
    assert "correct" not in shown
    assert "checked" not in shown
    assert "selected" not in shown


def test_items_do_not_stand_in_their_right_order(module: Module, edition: Edition) -> None:
    question = _question(module, "order")
    html = render_question(question, edition, place="check")
    keys = options_of(question)
    places = [html.index(f'data-key="{keys[item.id]}"') for item in question.items]
    assert places != sorted(places)


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("choice", ["lamp"]),
        ("multiple", ["red", "blue"]),
        ("match", ["lamp", "lamp", "rope", "rope", "bag", "bag"]),
        ("order", ["open", "light", "tie"]),
    ],
)
def test_right_answers_are_keys_in_the_authors_order(module: Module, kind: str, ids: list[str]) -> None:
    question = _question(module, kind)
    assert right_answer(question) == "".join(options_of(question)[id] for id in ids)


def test_right_answers_that_are_not_chosen_from_a_list(module: Module) -> None:
    answers = {kind: right_answer(_question(module, kind)) for kind in ("true-false", "number", "rating")}
    assert answers == {"true-false": "t", "number": "12.5", "rating": ""}


def test_a_title_for_reports_is_plain_and_short(module: Module, edition: Edition) -> None:
    assert question_data(_question(module, "choice"), edition)["title"] == "Which of these is in the kit?"


def test_recall_asks_the_longest_way_and_what_never_to_do(module: Module) -> None:
    order, _, never = recall_questions(module.sops[0], words("player", "en"), "en")
    assert [item.id for item in order.items] == ["open", "dark", "light", "tie"]
    assert {choice.text.value for choice in never.choices if choice.correct} == {"Tear the bag", "Pull the rope"}
    assert {choice.id for choice in never.choices if not choice.correct} == {"step-open", "step-light", "step-tie"}


def test_the_level_is_known_for_the_draw(module: Module, edition: Edition) -> None:
    assert question_data(_question(module, "match"), edition)["level"] == "understand"
