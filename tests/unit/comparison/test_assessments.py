"""Tests: pass mark, attempts, pool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, Verdict, compare_bytes
from builders.model.curriculum import Curriculum
from builders.model.modules import Module

Changed = Callable[..., Comparison]


def drawing(items: int) -> Callable[[Module], Module]:
    return lambda module: replace(module, assessment_items=items)


def test_a_raised_pass_mark_wants_a_new_activity(changed: Changed, told: Any) -> None:
    comparison = changed(lambda module: replace(module, mastery=80))
    assert told(comparison, "test") == [("assessment", "the pass mark is raised from 70 to 80 %", "structure", "new")]
    assert comparison.verdict is Verdict.NEW
    assert comparison.lost == ("Who passed with less than 80 % counts as passed in the system, and would not pass now.",)


def test_a_lowered_pass_mark_does_not(changed: Changed, told: Any) -> None:
    comparison = changed(lambda module: replace(module, mastery=60))
    assert told(comparison, "test") == [("assessment", "the pass mark is lowered from 70 to 60 %", "structure", "replace")]
    assert comparison.verdict is Verdict.REPLACE


def test_the_deciding_test_goes_or_comes(changed: Changed, told: Any) -> None:
    def untested(module: Module) -> Module:
        return replace(module, questions=tuple(replace(each, use=("check",)) for each in module.questions))

    gone = changed(untested)
    assert told(gone, "test") == [("assessment", "is gone, and with it the pass mark", "records", "new")]
    come = changed(lambda module: module, first=untested)
    assert told(come, "test") == [("assessment", "is new, and has a pass mark", "records", "new")]
    assert not [change for change in come.changes if change.topic == "page" and change.id == "assessment" and "new" in change.what]


@pytest.mark.parametrize(("attempts", "weight", "verdict"), [(1, "records", "care"), (5, "structure", "replace")])
def test_attempts(attempts: int, weight: str, verdict: str, kit: bytes, repacked: Any, told: Any) -> None:
    edited = repacked(kit, **{"index.html": lambda text: text.replace('"attempts":3', f'"attempts":{attempts}')})
    comparison = compare_bytes(("old", kit), ("new", edited))
    assert told(comparison, "test") == [("assessment", f"{attempts} attempts, were 3", weight, verdict)]


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [(6, 3, "records"), (3, 2, "records"), (3, 4, "structure"), (3, 6, "structure")],
)
def test_the_number_drawn(before: int, after: int, weight: str, changed: Changed, told: Any) -> None:
    comparison = changed(drawing(after), first=drawing(before))
    assert told(comparison, "test")[0][1:3] == (f"asks {after} questions, were {before}", weight)


def test_a_larger_pool(changed: Changed, told: Any) -> None:
    def more(module: Module) -> Module:
        return replace(module, questions=(*module.questions, replace(module.questions[2], id="kit.q-more", use=("final",))))

    what = "draws from `kit.q-more` too"
    assert told(changed(more), "test") == [("assessment", what, "records", "care")]  # six of seven
    all_of_them = changed(lambda module: drawing(7)(more(module)))
    assert told(all_of_them, "test") == [("assessment", f"{what}, asks 7 questions, were 6", "structure", "replace")]


def test_a_smaller_pool(changed: Changed, question: Any, told: Any) -> None:
    comparison = changed(question("kit.q-true", lambda each: replace(each, use=("check",))))
    assert told(comparison, "test") == [
        ("assessment", "no longer draws from `kit.q-true`, asks 5 questions, were 6", "records", "care")
    ]
    assert not told(comparison, "question")  # still asked on its page


def test_another_order_is_another_draw(changed: Changed, told: Any) -> None:
    def turned(module: Module) -> Module:
        return replace(module, questions=module.questions[::-1])

    assert told(changed(turned), "test") == [("assessment", "draws by another order", "structure", "replace")]
    fewer = changed(lambda module: drawing(3)(turned(module)), first=drawing(3))
    assert told(fewer, "test") == [("assessment", "draws by another order", "records", "care")]


def test_another_objective_is_another_draw(changed: Changed, question: Any, told: Any) -> None:
    edit = question("kit.q-true", lambda each: replace(each, objective="kit.use"))
    comparison = changed(lambda module: drawing(3)(edit(module)), first=drawing(3))
    assert told(comparison, "test") == [("assessment", "draws by another order", "records", "care")]


def test_a_pool_of_which_nothing_is_left(changed: Changed, told: Any) -> None:
    def other(module: Module) -> Module:
        spare = replace(module.questions[2], id="kit.q-other", use=("final",))
        return replace(module, questions=(*(replace(each, use=("check",)) for each in module.questions), spare))

    comparison = changed(other)
    assert told(comparison, "test")[0][2:] == ("records", "new")
    assert comparison.verdict is Verdict.NEW


def test_the_tests_of_a_course(edition: Curriculum, packed: Callable[..., bytes], told: Any) -> None:
    course = edition.courses[0]
    assert course.post_test
    decided = replace(course, post_test=replace(course.post_test, mastery=60))
    untested = replace(course, pre_test=None)

    def compared(newer: Any) -> Comparison:
        old, new = (packed(replace(edition, courses=(each,)), course=course.id) for each in (course, newer))
        return compare_bytes(("old", old), ("new", new))

    assert ("post-test", "has a pass mark of 60 % now", "records", "new") in told(compared(decided), "test")
    gone = compared(untested)
    assert told(gone, "test") == [("pre-test", "is gone", "records", "care")]
    assert gone.verdict is Verdict.CARE
