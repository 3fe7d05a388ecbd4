"""K054: the threshold of completion, which the 4th edition of SCORM 2004 writes in another way than those before it
(Sequencing and Navigation 4th edition, 3.14)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.diagnostics.finding import Finding

_FOURTH = "2004 4th Edition"
_ATTRIBUTES = ("completedByMeasure", "minProgressMeasure", "progressWeight")
_SHARE = re.compile(r"0(\.\d+)?|1(\.0+)?")


def check(package: Package) -> Iterator[Finding]:
    """Attributes in the 4th edition, a number as text before it. The XSD of the 4th edition takes both.

    Example: `<adlcp:completionThreshold>0.8</adlcp:completionThreshold>` in a package of the 4th edition.
    """
    for threshold in package.root.walk("adlcp:completionThreshold"):
        has = any(name in threshold.attributes for name in _ATTRIBUTES)
        if package.recognised.version == _FOURTH and threshold.text and not has:
            yield Finding(threshold.at, "K054", f"the threshold `{threshold.text}` stands as text, as before the 4th edition")
        if package.recognised.version != _FOURTH and (has or not _SHARE.fullmatch(threshold.text)):
            yield Finding(threshold.at, "K054", "the threshold is no number from 0 to 1 as text, as this edition wants it")
