"""K032, K033: what SCORM takes a resource for."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.views.resources import resources
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """Each resource is `webcontent` and says `sco` or `asset`, in the capitals of its standard.

    Example: `adlcp:scormtype="sco"` in SCORM 2004, whose XSD ignores it, since that attribute is `adlcp:scormType` there.
    """
    local = "scormtype" if package.standard is Standard.SCORM12 else "scormType"
    for resource in resources(package.root):
        at = resource.element.at
        if resource.type != "webcontent":
            said = f"`{resource.type}`" if resource.type else "missing"
            yield Finding(at, "K032", f"the type of resource `{resource.id}` is {said}")
        name, value = resource.scormtype
        fix = f"write `adlcp:{local}` with the value `sco` or `asset`"
        if not name:
            yield Finding(at, "K033", f"resource `{resource.id}` has no `adlcp:{local}`", fix)
        elif ":" not in name or name.partition(":")[2] != local:
            yield Finding(at, "K033", f"resource `{resource.id}` has `{name}`", fix)
        elif value not in {"sco", "asset"}:
            yield Finding(at, "K033", f"`{name}` of resource `{resource.id}` is `{value}`", fix)
