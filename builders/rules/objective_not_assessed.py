"""O002: no graded question assesses an objective."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import objectives, questions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Nobody would know whether it was reached. A rating is an opinion and does not count.

    Example: an objective in module.yaml that is the `objective` of no question.
    """
    assessed = {question.objective for question in questions(curriculum) if question.graded}
    for objective in objectives(curriculum):
        if objective.id and objective.id not in assessed:
            yield Finding(objective.at, "O002", f"no graded question has the objective `{objective.id}`")
