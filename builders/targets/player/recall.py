"""What is asked after a procedure: a procedure comes in, questions in the item bank's form go out."""

from __future__ import annotations

from collections.abc import Mapping

from builders.model.questions import Choice, Item, Question
from builders.model.sops import Sop, Step
from builders.model.text import Text

_LONGEST_ORDER = 6
_RIGHT_ACTIONS = 3


def recall_questions(sop: Sop, words: Mapping[str, str], language: str) -> tuple[Question, ...]:
    """Put the steps in order; pick what you would never do.

    ``words`` are the interface words and ``language`` theirs. A procedure of fewer than three steps has no order to
    recall, one without ``recall_never`` nothing to avoid.
    """
    path = _longest_path(sop)

    def ours(key: str) -> Text:
        return Text(words[key], language, sop.at)

    asked = []
    if len(path) >= 3:
        asked.append(_order(sop, path, ours("recall-order"), (ours("recall-order-right"), ours("recall-order-wrong"))))
    if sop.recall_never:
        asked.append(_never(sop, path, ours("recall-never"), (ours("recall-never-right"), ours("recall-never-wrong"))))
    return tuple(asked)


def _order(sop: Sop, path: tuple[Step, ...], stem: Text, feedback: tuple[Text, Text]) -> Question:
    items = tuple(Item(step.id, step.title) for step in _thinned(path, _LONGEST_ORDER))
    answers = tuple(zip(("correct", "incorrect"), feedback, strict=True))
    return Question(f"{sop.id}.recall-order", "order", "", "remember", ("check",), stem, sop.at, items=items, feedback=answers)


def _never(sop: Sop, path: tuple[Step, ...], stem: Text, feedback: tuple[Text, Text]) -> Question:
    wrong = [
        Choice(f"never-{number}", action, True, feedback[0], sop.at) for number, action in enumerate(sop.recall_never, start=1)
    ]
    right = [Choice(f"step-{step.id}", step.title, False, feedback[1], sop.at) for step in _thinned(path, _RIGHT_ACTIONS)]
    choices = tuple(wrong + right)
    return Question(f"{sop.id}.recall-never", "multiple", "", "remember", ("check",), stem, sop.at, choices=choices)


def _longest_path(sop: Sop) -> tuple[Step, ...]:
    """The steps from the first one to the end, by the way that has most of them.

    Their order is the same on every other way, since a procedure has no loops.
    """
    found: dict[str, tuple[Step, ...]] = {}

    def walk(id: str, behind: frozenset[str]) -> tuple[Step, ...]:
        step = sop.step(id)
        if step is None or id in behind:
            return ()
        if id not in found:
            ways = [walk(successor, behind | {id}) for successor in step.successors]
            found[id] = (step, *max(ways, key=len, default=()))
        return found[id]

    return walk(sop.steps[0].id, frozenset()) if sop.steps else ()


def _thinned(steps: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """At most so many steps, evenly spread, first and last among them."""
    if len(steps) <= most:
        return steps
    last = len(steps) - 1
    return tuple(steps[round(number * last / (most - 1))] for number in range(most))
