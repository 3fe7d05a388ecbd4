"""K023: a package that installs and holds nothing to open."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.views.outline import items, organizations
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """There is an organization, and an item in it refers to a resource.

    Example: `<organizations/>`.
    """
    found = organizations(package.root)
    if any(item.get("identifierref") for item in items(package.root)):
        return
    place = found[0] if found else package.root.first("organizations")
    what = "no item refers to a resource" if found else "there is no organization"
    yield Finding((place or package.root).at, "K023", what)
