"""The ways through a scenario: a scenario comes in; its graph, its circles and the points of its paths go out."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.scenarios import Scenario
from builders.rules.views.graph import Paths, explore


@dataclass(frozen=True, slots=True)
class Points:
    """The points of the worst and of the best path from start to an ending."""

    worst: int
    best: int


def places(scenario: Scenario) -> frozenset[str]:
    """All that a decision may lead to: nodes and endings."""
    return frozenset((*(node.id for node in scenario.nodes), *(ending.id for ending in scenario.endings)))


def is_clear(scenario: Scenario) -> bool:
    """Whether no two nodes or endings share an id: otherwise it is open where a decision leads."""
    return len(places(scenario)) == len(scenario.nodes) + len(scenario.endings)


def is_whole(scenario: Scenario) -> bool:
    """Whether start and every decision lead to one certain place: without that nothing can be said of all its paths."""
    known = places(scenario)
    leads_on = all(decision.next in known for node in scenario.nodes for decision in node.choices)
    return leads_on and is_clear(scenario) and scenario.node(scenario.start) is not None


def paths(scenario: Scenario) -> Paths:
    following: dict[str, tuple[str, ...]] = {ending.id: () for ending in scenario.endings}
    following |= {node.id: tuple(decision.next for decision in node.choices) for node in scenario.nodes}
    return explore(scenario.start, following)


def points(scenario: Scenario) -> Points | None:
    """The extremes over all paths, ``None`` for a scenario that is not whole or goes round in circles.

    Each node is settled once, from the endings back to the start: sixty nodes have too many paths to try them all.
    """
    if not is_whole(scenario):
        return None
    walked = paths(scenario)
    if walked.circles:
        return None
    settled: dict[str, Points] = {}
    for id in reversed(walked.order):
        node = scenario.node(id)
        decisions = node.choices if node is not None else ()
        settled[id] = Points(
            worst=min((decision.points + settled[decision.next].worst for decision in decisions), default=0),
            best=max((decision.points + settled[decision.next].best for decision in decisions), default=0),
        )
    return settled[scenario.start]
