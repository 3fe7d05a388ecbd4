"""K049, K050, K051: who says what is complete, and how the learner moves (Sequencing and Navigation 4th edition, 3.2 and 3.13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.outline import leaves, titled
from builders.conformance.views.resources import by_id
from builders.conformance.views.sequencing import TRUE, activities, part, templates
from builders.diagnostics.finding import Finding

_SET = ("completionSetByContent", "objectiveSetByContent")


def check(package: Package) -> Iterator[Finding]:
    """A SCO sets its own status; every cluster can be walked through, and an organization by going on.

    Example: an item without `imsss:deliveryControls`: the system counts it as completed once it was opened.
    """
    known = templates(package.root)
    yield from _statuses(package, known)
    for activity in activities(package.root):
        if activity.all("item"):
            yield from _movement(activity, known, top=activity.kind == "organization")


def _statuses(package: Package, known: Mapping[str, Element]) -> Iterator[Finding]:
    resources = by_id(package.root)
    for item in leaves(package.root):
        resource = resources.get(item.get("identifierref"))
        controls = part(item, "imsss:deliveryControls", known=known)
        if resource is None or not resource.is_sco or (controls and controls.get("tracked") == "false"):
            continue
        missing = [name for name in _SET if controls is None or controls.get(name) not in TRUE]
        if missing:
            at = controls.at if controls else item.at
            yield Finding(at, "K049", f"item «{titled(item)}» does not say {' and '.join(missing)}")


def _movement(activity: Element, known: Mapping[str, Element], *, top: bool) -> Iterator[Finding]:
    mode = part(activity, "imsss:controlMode", known=known)
    choice = mode is None or mode.get("choice") in {"", *TRUE}
    flow = mode is not None and mode.get("flow") in TRUE
    at = mode.at if mode else activity.at
    if not choice and not flow:
        yield Finding(at, "K050", f"in «{titled(activity)}» neither choice nor flow is allowed")
    elif top and not flow:
        yield Finding(at, "K051", f"organization «{titled(activity)}» has no flow")
