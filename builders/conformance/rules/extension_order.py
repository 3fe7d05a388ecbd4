"""K046: extensions of SCORM 2004 in an item (Content Aggregation Model 4th edition)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from builders.conformance.opening.package import Package
from builders.conformance.views.sequencing import activities
from builders.diagnostics.finding import Finding

_RANKS = {
    "adlcp:timeLimitAction": 0,
    "adlcp:dataFromLMS": 0,
    "adlcp:completionThreshold": 0,
    "imsss:sequencing": 1,
    "adlnav:presentation": 2,
}


def check(package: Package) -> Iterator[Finding]:
    """Limits, then sequencing, then presentation. The XSD takes extensions in any order.

    Example: `<adlnav:presentation>` before `<imsss:sequencing>`.
    """
    for activity in activities(package.root):
        ranked = [child for child in activity.children if child.kind in _RANKS]
        for before, after in pairwise(ranked):
            if _RANKS[after.kind] < _RANKS[before.kind]:
                yield Finding(after.at, "K046", f"`{after.name}` comes after `{before.name}`")
