"""Q003: no choice of a question is right."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Nobody can pass it, and the learner takes a right answer for a wrong one.

    Example::

        kind: choice
        choices:
          - {text: Wait, feedback: …}
          - {text: Read back, feedback: …}      # neither says `correct: true`
    """
    for question in questions(curriculum):
        if question.kind in ("choice", "multiple") and question.choices and not any(choice.correct for choice in question.choices):
            yield Finding(question.at, "Q003", f"question `{question.id}` has {len(question.choices)} choices and no right one")
