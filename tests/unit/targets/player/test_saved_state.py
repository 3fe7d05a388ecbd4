"""The greatest length of saved progress. That the player writes no more is tested in the browser."""

from __future__ import annotations

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import of_module
from builders.targets.player.plan import plan
from builders.targets.player.saved_state import longest_answer, worst_case


def test_counts_every_record(module: Module, curriculum: Curriculum) -> None:
    planned = plan(of_module(module), curriculum)
    answers = {question.kind: longest_answer(question) for question in planned.checks}
    assert answers == {"choice": 2, "multiple": 6, "true-false": 1, "match": 12, "order": 6, "number": 12, "rating": 2}
    pages = 1 + 4 * 7
    checks = sum(6 + length for length in answers.values())
    finals = sum(5 + length for kind, length in answers.items() if kind != "rating")
    scenario, procedure, attempts, head, time, language = 8 + 2 * 2, 8, 16, 5, 7, 4
    records = 4 + 7 + 1 + 1 + 1 + 6
    assert (
        worst_case(planned, ()) == head + time + language + pages + checks + finals + scenario + procedure + attempts + records - 1
    )
