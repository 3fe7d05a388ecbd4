"""P002: no step leads to a step of a procedure."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import sops
from builders.rules.views.sop_paths import is_whole, paths


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Nobody will ever do it.

    Example: the step before has `next: end`, and no decision leads here.
    """
    for sop in sops(curriculum):
        if not is_whole(sop):
            continue  # what a lost step was to lead to would be reported here as well
        reached = set(paths(sop).order)
        for step in sop.steps:
            if step.id not in reached:
                yield Finding(step.at, "P002", f"no step of `{sop.id}` leads to `{step.id}`")
