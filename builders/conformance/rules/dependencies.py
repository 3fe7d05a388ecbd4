"""K041: what a resource needs from another."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.resources import by_id, resources
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """Each dependency names a resource. XSD validators let every reference pass.

    Example: `<dependency identifierref="shared"/>` without a resource of that identifier.
    """
    known = by_id(package.root)
    for resource in resources(package.root):
        for dependency in resource.dependencies:
            reference = dependency.get("identifierref")
            if reference not in known:
                said = f"resource `{resource.id}` depends on `{reference}`"
                yield Finding(dependency.at, "K041", said, suggestion(reference, known))
