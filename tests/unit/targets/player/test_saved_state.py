"""The greatest length of saved progress. That the player writes no more is tested in the browser."""

from __future__ import annotations

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.targets.player.plan import plan
from builders.targets.player.saved_state import SavedStateTooLarge, fit, longest_answer, worst_case


def test_counts_every_record(module: Module, curriculum: Curriculum) -> None:
    planned = plan(module, curriculum)
    answers = {question.kind: longest_answer(question) for question in planned.checks}
    assert answers == {"choice": 2, "multiple": 6, "true-false": 1, "match": 12, "order": 6, "number": 12, "rating": 2}
    pages = 1 + 4 * 7
    checks = sum(6 + length for length in answers.values())
    finals = sum(5 + length for kind, length in answers.items() if kind != "rating")
    scenario, procedure, attempts, head, time = 8 + 2 * 2, 8, 12, 5, 7
    records = 3 + 7 + 1 + 1 + 1 + 6
    assert worst_case(planned, ()) == head + time + pages + checks + finals + scenario + procedure + attempts + records - 1


def test_too_large_is_our_own_error() -> None:
    fit("kit", 4096, 4096)
    with pytest.raises(SavedStateTooLarge, match="module kit: saved progress can take 4097 characters") as caught:
        fit("kit", 4097, 4096)
    assert isinstance(caught.value, ValueError)
    assert (caught.value.size, caught.value.limit) == (4097, 4096)
