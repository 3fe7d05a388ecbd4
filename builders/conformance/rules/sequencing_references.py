"""K052: references inside the sequencing of SCORM 2004 (Sequencing and Navigation 4th edition, 2.1.2 and 3.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.outline import titled
from builders.conformance.views.sequencing import activities, objectives, templates
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """An IDRef leads to a sequencing in the collection, a rule's objective is one of its own activity.

    Example: `<imsss:ruleCondition condition="satisfied" referencedObjective="quiz"/>` in an item without that objective.
    """
    known = templates(package.root)
    for activity in activities(package.root):
        own = tuple(objective.get("objectiveID") for objective in objectives(activity, known=known))
        for sequencing in activity.all("imsss:sequencing"):
            template = sequencing.get("IDRef")
            if template and template not in known:
                yield Finding(sequencing.at, "K052", f"the sequencing refers to `{template}`", suggestion(template, known))
            for condition in sequencing.walk("imsss:ruleCondition"):
                wanted = condition.get("referencedObjective")
                if wanted and wanted not in own:
                    said = f"a rule of «{titled(activity)}» asks for the objective `{wanted}`"
                    yield Finding(condition.at, "K052", said, suggestion(wanted, own))
