"""P001: a step of a procedure leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.model.sops import END
from builders.rules.views.items import sops


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The officer stands there without a next step.

    Example, without a step of that name::

        decision: {question: Is it cognizable?, yes: regster, no: end}
    """
    for sop in sops(curriculum):
        known = (*(step.id for step in sop.steps), END)
        for step in sop.steps:
            for id in dict.fromkeys(step.successors):
                if id and id not in known:
                    message = f"step `{step.id}` of `{sop.id}` leads to `{id}`, which does not exist"
                    yield Finding(step.at, "P001", message, nearest(id, known))
