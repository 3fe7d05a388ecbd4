"""B002: no path leads to a part of a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import scenarios
from builders.rules.views.scenario_paths import is_whole, paths


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """It was written and translated, and nobody will ever see it.

    Example: a node to which no choice leads, or an ending that none of the nodes on the way has as its `next`.
    """
    for scenario in scenarios(curriculum):
        if not is_whole(scenario):
            continue  # what a lost choice was to lead to would be reported here as well
        reached = set(paths(scenario).order)
        for kind, places in (("node", scenario.nodes), ("ending", scenario.endings)):
            for place in places:
                if place.id not in reached:
                    message = f"no path leads from `{scenario.start}` to the {kind} `{place.id}`"
                    yield Finding(place.at, "B002", message)
