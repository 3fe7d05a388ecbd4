"""B005: the worst path of a scenario passes."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import scenarios
from builders.rules.views.scenario_paths import points


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Everybody passes, whatever they do: the result says nothing.

    Example: the best path brings 10 points, the worst 6, and `mastery` is 60.
    """
    for scenario in scenarios(curriculum):
        reached = points(scenario)
        if reached and reached.best > 0 and reached.worst * 100 >= scenario.mastery * reached.best:
            share = reached.worst * 100 // reached.best
            message = (
                f"the worst path of scenario `{scenario.id}` brings {reached.worst} of {reached.best} points, "
                f"{share} per cent; {scenario.mastery} pass"
            )
            yield Finding(scenario.at, "B005", message)
