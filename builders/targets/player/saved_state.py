"""How large the saved progress of a publication can become: its plan comes in, a number of characters goes out.

The form that ``state.js`` writes: records joined by commas, ASCII throughout.

| record | length | what it holds |
| --- | --- | --- |
| ``2<page>`` | 5 | version of the form, page to return to |
| ``l<language>`` | up to 4 | the language chosen, in a package with several |
| ``t<seconds>`` | up to 7 | time spent, base 36 |
| ``v<page>…`` | 1 + 4 each | pages that were read |
| ``q<question><tries><answer>`` | 6 + answer | a question asked in a session |
| ``s<scenario><plays><best><decisions>`` | 8 + 2 each | best result in per cent (base 36), the last way taken |
| ``p<procedure><done><step>`` | 8 | whether the end was reached, the step to return to |
| ``a<test><used><best><open><seed>`` | up to 16 | attempts at a test |
| ``f<question><answer>`` | 5 + answer | an answer in the last attempt at the test before it |

Form 1 knew one test, whose record had no key; it is still read.
"""

from __future__ import annotations

from builders.model.curriculum import Curriculum
from builders.model.publications import Publication, Test
from builders.model.questions import Question
from builders.rendering.words import words
from builders.targets.player.keys import ITEM_WIDTH, OPTION_WIDTH
from builders.targets.player.plan import Plan, plan
from builders.targets.player.recall import recall_questions
from builders.targets.player.scenarios import longest_path

_HEAD = 1 + ITEM_WIDTH
_TIME = 7
_LANGUAGE = 4
_ATTEMPTS = 16
_COMMA = 1
_NUMBER = 12  # the box for a number takes no more
_RATING = 2


def most_saved(publication: Publication, curriculum: Curriculum) -> int:
    """The most characters that progress in a publication can take."""
    planned = plan(publication, curriculum)
    ours = words("player", curriculum.language)
    return worst_case(
        planned, tuple(question for sop in planned.sops for question in recall_questions(sop, ours, curriculum.language))
    )


def worst_case(planned: Plan, recall: tuple[Question, ...]) -> int:
    """The most characters that progress can take: everything read and answered, the longest tests drawn.

    ``recall`` are the questions after procedures.
    """
    pages = 1 + ITEM_WIDTH * (len(planned.counted) + 1)
    checks = [1 + ITEM_WIDTH + 1 + longest_answer(question) for question in (*planned.checks, *recall)]
    scenarios = [1 + ITEM_WIDTH + 3 + OPTION_WIDTH * longest_path(scenario) for scenario in planned.scenarios]
    procedures = [1 + ITEM_WIDTH + 1 + OPTION_WIDTH for _ in planned.sops]
    tests = [length for test in planned.tests for length in (_ATTEMPTS, *_longest_drawn(test))]
    records = [_HEAD, _LANGUAGE, _TIME, pages, *checks, *scenarios, *procedures, *tests]
    return sum(records) + _COMMA * (len(records) - 1)


def _longest_drawn(test: Test) -> list[int]:
    """The answers of the attempt that takes the most room."""
    return sorted((1 + ITEM_WIDTH + longest_answer(question) for question in test.questions), reverse=True)[: test.drawn]


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
