"""B004: the best path of a scenario does not pass."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import scenarios
from builders.rules.views.scenario_paths import points


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """What passes is a share of the best path's points: where these are none, nobody passes, whatever they do.

    Example: no choice has a `score`.
    """
    for scenario in scenarios(curriculum):
        reached = points(scenario)
        if reached and reached.best <= 0:
            yield Finding(scenario.at, "B004", f"the best path of scenario `{scenario.id}` brings {reached.best} points")
