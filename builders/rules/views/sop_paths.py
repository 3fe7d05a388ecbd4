"""The ways through a procedure: an SOP comes in, its graph goes out."""

from __future__ import annotations

from builders.model.sops import END, Sop
from builders.rules.views.graph import Paths, explore


def following(sop: Sop) -> dict[str, tuple[str, ...]]:
    """The successors of every step, by its id."""
    return {step.id: step.successors for step in sop.steps}


def is_whole(sop: Sop) -> bool:
    """Whether every step leads to a step or to the end: without that nothing can be said of its paths."""
    return all(id == END or sop.step(id) is not None for step in sop.steps for id in step.successors)


def paths(sop: Sop) -> Paths:
    """From the first step on."""
    return explore(sop.steps[0].id if sop.steps else "", following(sop))
