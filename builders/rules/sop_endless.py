"""P003: from a step of a procedure the end cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.sops import END
from builders.rules.views.graph import before_end
from builders.rules.views.items import sops
from builders.rules.views.sop_paths import following, is_whole, paths


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The officer goes round in circles. Going back is allowed, as long as some way leads out.

    Example: `ask` leads to `write`, and `write` back to `ask`.
    """
    for sop in sops(curriculum):
        if not is_whole(sop):
            continue
        leaving = before_end(frozenset({END}), following(sop))
        stuck = [id for id in paths(sop).order if id not in leaving]
        step = sop.step(stuck[0]) if stuck else None
        if step:
            message = f"from step `{stuck[0]}` of `{sop.id}` the end cannot be reached: {' → '.join(stuck)} → …"
            yield Finding(step.at, "P003", message)
