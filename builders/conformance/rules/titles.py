"""K024, K025: every line that a learner sees has words, and they fit."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.rules.saying import cut
from builders.conformance.views.outline import items, organizations
from builders.diagnostics.finding import Finding

_LONGEST = 255  # Moodle's column
_LONGEST_SCORM12 = 200  # imscp_rootv1p1p2.xsd


def check(package: Package) -> Iterator[Finding]:
    """Organizations and items of SCORM have a title; in a cartridge the items below the root item.

    Example: `<item identifier="one" identifierref="page"/>`.
    """
    longest = _LONGEST_SCORM12 if package.standard is Standard.SCORM12 else _LONGEST
    for element in _shown(package):
        title = element.first("title")
        if title is None or not title.text:
            at = title.at if title else element.at
            yield Finding(at, "K024", f"{element.kind} `{element.get('identifier')}` has no title")
        elif len(title.text) > longest:
            said = f"the title «{cut(title.text)}» has {len(title.text)} characters"
            yield Finding(title.at, "K025", said, f"{package.standard} allows {longest}")


def _shown(package: Package) -> tuple[Element, ...]:
    tops = organizations(package.root)
    if package.scorm:
        return (*tops, *items(package.root))
    roots = [item for top in tops for item in top.all("item")]
    return tuple(item for root in roots for item in root.walk("item") if item is not root)
