"""P005: a step is due before the one that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.sops import Duration, Sop
from builders.rules.views.items import sops
from builders.rules.views.sop_paths import is_clear, paths


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """All times count from the start of the clock, so that they can only grow from step to step.

    Example::

        - {id: record, within: 60 min, …}
        - {id: sign, within: 10 min, …}      # meant: ten minutes more
    """
    for sop in sops(curriculum):
        if is_clear(sop):
            yield from _in_sop(sop)


def _in_sop(sop: Sop) -> Iterator[Finding]:
    walked, steps = paths(sop), {step.id: step for step in sop.steps}
    latest: dict[str, tuple[str, Duration]] = {}  # by step: the latest limit on the ways to it, and whose it is
    for id in walked.order:
        step, due = steps[id], latest.get(id)
        if step.within and due and step.within.minutes < due[1].minutes:
            message = (
                f"step `{id}` of `{sop.id}` is due within {step.within.amount} {step.within.unit}, "
                f"`{due[0]}` before it within {due[1].amount} {due[1].unit}"
            )
            yield Finding(step.at, "P005", message)
        elif step.within and step.within.minutes <= sop.clock_limit.minutes:  # beyond it, the step itself is at fault
            due = (id, step.within)
        for successor in step.successors:
            known = latest.get(successor)
            if due and (id, successor) not in walked.backward and (known is None or known[1].minutes < due[1].minutes):
                latest[successor] = due
