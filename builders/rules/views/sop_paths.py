"""The ways through a procedure: an SOP comes in, its graph goes out."""

from __future__ import annotations

from builders.model.sops import END, Sop
from builders.rules.views.graph import Paths, explore


def following(sop: Sop) -> dict[str, tuple[str, ...]]:
    """The successors of every step, by its id."""
    return {step.id: step.successors for step in sop.steps}


def is_clear(sop: Sop) -> bool:
    """Whether no two steps share an id, and none that of the end: otherwise it is open where a step leads."""
    return len({END, *(step.id for step in sop.steps)}) == len(sop.steps) + 1


def is_whole(sop: Sop) -> bool:
    """Whether every step leads to one certain step or to the end: without that nothing can be said of all its paths."""
    leads_on = all(id == END or sop.step(id) is not None for step in sop.steps for id in step.successors)
    return leads_on and is_clear(sop)


def paths(sop: Sop) -> Paths:
    """From the first step on."""
    return explore(sop.steps[0].id if sop.steps else "", following(sop))
