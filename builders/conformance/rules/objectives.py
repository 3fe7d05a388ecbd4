"""K047, K048, K053: the pass mark of SCORM 2004 and the ids of objectives (Sequencing and Navigation 4th edition, 3.10)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.outline import titled
from builders.conformance.views.sequencing import TRUE, activities, objectives, templates
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """Where a measure decides, it is stated, from -1 to 1; ids are given once in an activity.

    Example: `<imsss:primaryObjective satisfiedByMeasure="true"/>`, which only full marks satisfy.
    """
    known = templates(package.root)
    for activity in activities(package.root):
        seen: set[str] = set()
        for objective in objectives(activity, known=known):
            yield from _measure(objective)
            id = objective.get("objectiveID")
            if id and id in seen:
                yield Finding(objective.at, "K053", f"«{titled(activity)}» has the objective `{id}` twice")
            seen.add(id)


def _measure(objective: Element) -> Iterator[Finding]:
    measure = objective.first("imsss:minNormalizedMeasure")
    if measure is not None and not _fits(measure.text):
        yield Finding(measure.at, "K048", f"`{measure.name}` is `{measure.text}`")
    if measure is None and objective.get("satisfiedByMeasure") in TRUE:
        yield Finding(
            objective.at, "K047", f"objective `{objective.get('objectiveID')}` is satisfied by a measure that is not stated"
        )


def _fits(text: str) -> bool:
    try:
        return abs(Decimal(text)) <= 1
    except InvalidOperation:
        return False
