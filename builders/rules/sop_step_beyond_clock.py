"""P004: a step has more time than its procedure."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import sops


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The procedure promises an earlier end than its own steps keep.

    Example::

        clock: {starts: When she reaches the counter, limit: 60 min}
        steps:
          - {id: register, within: 2 h, …}
    """
    for sop in sops(curriculum):
        limit = sop.clock_limit
        for step in sop.steps:
            if step.within and limit.minutes and step.within.minutes > limit.minutes:
                message = (
                    f"step `{step.id}` of `{sop.id}` is due within {step.within.amount} {step.within.unit}, "
                    f"the clock stops at {limit.amount} {limit.unit}"
                )
                yield Finding(step.at, "P004", message)
