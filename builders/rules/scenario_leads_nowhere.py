"""B001: a choice, or the start, leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.rules.views.items import scenarios
from builders.rules.views.scenario_paths import places


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The learner chooses, and nothing happens.

    Example, without a node or ending of that name::

        next: stroy
    """
    for scenario in scenarios(curriculum):
        known = tuple(sorted(places(scenario)))
        nodes = tuple(node.id for node in scenario.nodes)
        if scenario.start and scenario.start not in nodes:
            message = f"scenario `{scenario.id}` starts at `{scenario.start}`, which is no node"
            yield Finding(scenario.at, "B001", message, nearest(scenario.start, nodes))
        for node in scenario.nodes:
            for decision in node.choices:
                if decision.next and decision.next not in known:
                    message = f"choice `{decision.id}` of node `{node.id}` leads to `{decision.next}`, which does not exist"
                    yield Finding(decision.at, "B001", message, nearest(decision.next, known))
