"""Questions: what happens to answers that were saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, Verdict
from builders.model.modules import Module
from builders.model.questions import Pair, Question, Scale

Changed = Callable[..., Comparison]
Case = tuple[str, Callable[[Question], Question | None], str, str, str]

LOST: list[Case] = [
    (
        "kit.q-choice",
        lambda each: replace(each, choices=each.choices[:2]),
        "the answer `table` is gone",
        "records",
        "Answers to `kit.q-choice` in which `table` was chosen are dropped.",
    ),
    (
        "kit.q-multiple",
        lambda each: replace(each, choices=each.choices[::-1]),
        "the answers stand in another order",
        "records",
        "Answers to `kit.q-multiple` with several parts are dropped.",
    ),
    (
        "kit.q-match",
        lambda each: replace(each, pairs=(*each.pairs, Pair("knot", each.stem, each.stem))),
        "the answer `knot` is new",
        "records",
        "Answers to `kit.q-match` lack `knot` and are dropped.",
    ),
    (
        "kit.q-match",
        lambda each: replace(each, pairs=each.pairs[::-1]),
        "the answers stand in another order",
        "records",
        "Answers to `kit.q-match` with several parts are dropped.",
    ),
    (
        "kit.q-order",
        lambda each: replace(each, items=each.items[:2]),
        "the answer `tie` is gone",
        "records",
        "Answers to `kit.q-order` in which `tie` was chosen are dropped.",
    ),
    (
        "kit.q-rating",
        lambda each: replace(each, scale=Scale(each.stem, each.stem, 3)),
        "the scale lacks 4, 5",
        "records",
        "Answers 4, 5 to `kit.q-rating` are dropped.",
    ),
    (
        "kit.q-true",
        lambda each: replace(each, kind="number", answer=3.0, feedback=()),
        "is of the kind number now, was true-false",
        "records",
        "Answers to `kit.q-true` that do not fit the new kind are dropped.",
    ),
    (
        "kit.q-rating",
        lambda _: None,
        "is gone",
        "records",
        "Answers to `kit.q-rating` are dropped; those already reported stay in the system's reports.",
    ),
]
KEPT: list[Case] = [
    (
        "kit.q-choice",
        lambda each: replace(each, choices=each.choices[::-1]),
        "the answers stand in another order",
        "structure",
        "",
    ),
    (
        "kit.q-choice",
        lambda each: replace(each, choices=(*each.choices, replace(each.choices[1], id="rope"))),
        "the answer `rope` is new",
        "structure",
        "",
    ),
    (
        "kit.q-choice",
        lambda each: replace(each, kind="multiple"),
        "is of the kind multiple now, was choice",
        "structure",
        "The answer given stands.",
    ),
    (
        "kit.q-order",
        lambda each: replace(each, items=each.items[::-1]),
        "another answer is right",
        "structure",
        "Answers given are judged anew on the next visit; a score that was reported is only ever raised.",
    ),
    (
        "kit.q-number",
        lambda each: replace(each, tolerance=2),
        "another answer is right",
        "structure",
        "Answers given are judged anew on the next visit; a score that was reported is only ever raised.",
    ),
    (
        "kit.q-rating",
        lambda each: replace(each, scale=Scale(each.stem, each.stem, 7)),
        "the scale has more steps",
        "structure",
        "",
    ),
    (
        "kit.q-rating",
        lambda each: replace(each, objective="kit.name"),
        "counts for the objective `kit.name` now, was `kit.use`",
        "structure",
        "",
    ),
    (
        "kit.q-rating",
        lambda each: replace(each, level="apply"),
        "is on the level apply now, was evaluate",
        "structure",
        "",
    ),
]


@pytest.mark.parametrize("case", [*LOST, *KEPT], ids=lambda case: f"{case[0]} {case[2]}")
def test_an_answer(case: Case, changed: Changed, question: Any) -> None:
    id, edit, what, weight, meaning = case
    comparison = changed(question(id, edit))
    found = next(change for change in comparison.changes if change.what == what and change.id == id)
    assert (found.topic, found.weight, found.meaning) == ("question", weight, meaning)
    assert found.verdict is (Verdict.CARE if case in LOST else Verdict.REPLACE)
    lost = {change.id for change in comparison.changes if change.topic == "question" and change.weight == "records"}
    assert lost == ({id} if case in LOST else set())


def test_a_pair_in_another_order_is_right_as_before(changed: Changed, question: Any, told: Any) -> None:
    comparison = changed(question("kit.q-match", lambda each: replace(each, pairs=each.pairs[::-1])))
    assert "another answer is right" not in {what for _, what, _, _ in told(comparison, "question")}


def test_a_question_that_has_another_id(changed: Changed, question: Any, told: Any) -> None:
    def in_test(id: str) -> Any:
        return question("kit.q-true", lambda each: replace(each, id=id, use=("final",)))

    comparison = changed(in_test("kit.q-blue"), first=in_test("kit.q-rope"))
    assert told(comparison, "question") == [("kit.q-rope", "is called `kit.q-blue` now", "records", "care")]


def test_a_question_in_two_places_has_its_words_once(changed: Changed, question: Any) -> None:
    comparison = changed(question("kit.q-true", lambda each: replace(each, use=("check",))))
    assert not [change for change in comparison.changes if change.id == "kit.q-true" and change.weight == "text"]


def test_a_question_that_is_new(changed: Changed, told: Any) -> None:
    def more(module: Module) -> Module:
        return replace(module, questions=(*module.questions, replace(module.questions[2], id="kit.q-more", use=("final",))))

    comparison = changed(more)
    assert told(comparison, "question") == [("kit.q-more", "is new", "structure", "replace")]


def test_letters_in_reports_of_scorm_1_2(changed: Changed, question: Any) -> None:
    comparison = changed(question("kit.q-choice", lambda each: replace(each, choices=each.choices[1:])))
    letters = next(change for change in comparison.changes if "letters" in change.what)
    assert letters.meaning == "In the system's reports `a` meant `lamp` before and means `ladder` now."
    added = changed(question("kit.q-choice", lambda each: replace(each, choices=(*each.choices, replace(each.choices[1], id="z")))))
    assert not [change for change in added.changes if "letters" in change.what]


def test_scorm_2004_reports_ids(edition: Any, packed: Any, question: Any) -> None:
    from builders.comparison import compare_bytes  # noqa: PLC0415 - used here alone

    edit = question("kit.q-choice", lambda each: replace(each, choices=each.choices[::-1]))
    newer = replace(edition, modules=(edit(edition.modules[0]),))
    pair = (packed(each, standard="scorm2004") for each in (edition, newer))
    comparison = compare_bytes(*zip(("old", "new"), pair, strict=True))
    assert not [change for change in comparison.changes if "letters" in change.what]
