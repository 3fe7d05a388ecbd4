"""B003: a scenario goes round in circles."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import scenarios
from builders.rules.views.scenario_paths import is_clear, paths


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """A learner could go round for ever, and collect points each time.

    Example: `counter` leads to `standoff`, and a choice of `standoff` back to `counter`.
    """
    for scenario in scenarios(curriculum):
        for circle in paths(scenario).circles if is_clear(scenario) else ():
            node = scenario.node(circle[-1])
            for decision in node.choices if node else ():
                if decision.next == circle[0]:
                    way = " → ".join((*circle, circle[0]))
                    yield Finding(decision.at, "B003", f"choice `{decision.id}` of node `{circle[-1]}` closes a circle: {way}")
