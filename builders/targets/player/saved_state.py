"""How large the saved progress of a module can become: its plan comes in, a number of characters goes out.

The form that ``state.js`` writes: records joined by commas, ASCII throughout.

| record | length | what it holds |
| --- | --- | --- |
| ``1<page>`` | 5 | version of the form, page to return to |
| ``t<seconds>`` | up to 7 | time spent, base 36 |
| ``v<page>…`` | 1 + 4 each | pages that were read |
| ``q<question><tries><answer>`` | 6 + answer | a question asked in a session |
| ``s<scenario><plays><best><decisions>`` | 8 + 2 each | best result in per cent (base 36), the last way taken |
| ``p<procedure><done><step>`` | 8 | whether the end was reached, the step to return to |
| ``a<used><best><open><seed>`` | up to 12 | attempts at the final assessment |
| ``f<question><answer>`` | 5 + answer | an answer in the last attempt |
"""

from __future__ import annotations

from builders.model.questions import Question
from builders.targets.player.keys import ITEM_WIDTH, OPTION_WIDTH
from builders.targets.player.plan import Plan
from builders.targets.player.scenarios import longest_path

_HEAD = 1 + ITEM_WIDTH
_TIME = 7
_ATTEMPTS = 12
_COMMA = 1
_NUMBER = 12  # the box for a number takes no more
_RATING = 2


class SavedStateTooLarge(ValueError):  # noqa: N818 - the name says what happened
    """A module's progress may not fit into what the standard gives it. ``size`` and ``limit`` count characters."""

    def __init__(self, module: str, size: int, limit: int) -> None:
        super().__init__(
            f"module {module}: saved progress can take {size} characters, the standard gives {limit}; "
            "split the module or ask fewer questions in it"
        )
        self.module = module
        self.size = size
        self.limit = limit


def worst_case(planned: Plan, recall: tuple[Question, ...]) -> int:
    """The most characters that progress can take: everything read and answered, the longest final assessment drawn.

    ``recall`` are the questions after procedures.
    """
    pages = 1 + ITEM_WIDTH * (len(planned.counted) + 1)
    checks = [1 + ITEM_WIDTH + 1 + longest_answer(question) for question in (*planned.checks, *recall)]
    scenarios = [1 + ITEM_WIDTH + 3 + OPTION_WIDTH * longest_path(scenario) for scenario in planned.scenarios]
    procedures = [1 + ITEM_WIDTH + 1 + OPTION_WIDTH for _ in planned.sops]
    finals = sorted((1 + ITEM_WIDTH + longest_answer(question) for question in planned.final), reverse=True)
    records = [_HEAD, _TIME, pages, *checks, *scenarios, *procedures, _ATTEMPTS, *finals[: planned.drawn]]
    return sum(records) + _COMMA * (len(records) - 1)


def longest_answer(question: Question) -> int:
    """The most characters that an answer to a question can take."""
    match question.kind:
        case "choice":
            return OPTION_WIDTH
        case "multiple":
            return OPTION_WIDTH * len(question.choices)
        case "match":
            return 2 * OPTION_WIDTH * len(question.pairs)
        case "order":
            return OPTION_WIDTH * len(question.items)
        case "number":
            return _NUMBER
        case "rating":
            return _RATING
        case _:
            return 1


def fit(module: str, size: int, limit: int) -> None:
    """Raises SavedStateTooLarge where progress may not fit."""
    if size > limit:
        raise SavedStateTooLarge(module, size, limit)
