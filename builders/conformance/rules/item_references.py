"""K029, K030, K031: what an item opens."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.outline import items, titled
from builders.conformance.views.resources import by_id
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """An item that can be opened refers to a resource that is there. XSD validators let every reference pass.

    Example: `<item identifierref="page-1">` where the resource is called `page1`.
    """
    known = by_id(package.root)
    for item in items(package.root):
        reference = item.get("identifierref")
        below = item.all("item")
        if reference and reference not in known:
            yield Finding(item.at, "K029", f"item «{titled(item)}» refers to `{reference}`", suggestion(reference, known))
        if package.scorm and not reference and not below:
            yield Finding(item.at, "K030", f"item «{titled(item)}» refers to no resource")
        if package.standard is Standard.SCORM2004 and reference and below:
            yield Finding(item.at, "K031", f"item «{titled(item)}» has a resource and {len(below)} items below it")
