"""Q001: a question of one answer has several right ones."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The learner can mark one only, and whichever it is, another right one stays open.

    Example::

        kind: choice
        choices:
          - {text: Wait, correct: true, feedback: …}
          - {text: Nod, correct: true, feedback: …}
    """
    for question in questions(curriculum):
        right = [f"`{choice.id}`" for choice in question.choices if choice.correct]
        if question.kind == "choice" and len(right) > 1:
            message = f"question `{question.id}` of kind choice has {len(right)} right choices: {', '.join(right)}"
            yield Finding(question.at, "Q001", message)
