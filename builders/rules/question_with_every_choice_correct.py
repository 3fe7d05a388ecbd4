"""Q002: in a question of several answers every one is right."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Whoever marks everything passes without reading.

    Example::

        kind: multiple
        choices:
          - {text: Wait, correct: true, feedback: …}
          - {text: Nod, correct: true, feedback: …}
          - {text: Sum up, correct: true, feedback: …}
    """
    for question in questions(curriculum):
        if question.kind == "multiple" and question.choices and all(choice.correct for choice in question.choices):
            yield Finding(question.at, "Q002", f"all {len(question.choices)} choices of question `{question.id}` are right")
