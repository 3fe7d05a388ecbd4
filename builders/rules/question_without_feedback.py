"""Q004: an answer without feedback."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions

ANSWERED_AS_A_WHOLE = ("true-false", "match", "order", "number")


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Feedback is where a question teaches; without it the learner knows the score and not the reason.

    Every choice carries its own; the other graded kinds have theirs under `feedback`, whose keys the schema knows.

    Example::

        choices:
          - text: Wait
            correct: true                       # and not a word why
    """
    for question in questions(curriculum):
        for choice in question.choices:
            if not choice.feedback:
                yield Finding(choice.at, "Q004", f"choice `{choice.id}` of question `{question.id}` has no feedback")
        if question.kind in ANSWERED_AS_A_WHOLE and not question.feedback:
            yield Finding(question.at, "Q004", f"question `{question.id}` of kind {question.kind} has no feedback")
