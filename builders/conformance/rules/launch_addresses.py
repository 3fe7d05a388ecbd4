"""K034, K035, K039: the page that a resource opens with."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.views.addresses import Fault
from builders.conformance.views.launches import launches
from builders.conformance.views.outline import items
from builders.conformance.views.resources import Resource, resources
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """What an item opens has an href; the page is among the resource's files and in the package, not on another host.

    Example: a resource with `<file href="index.html"/>` and without an href of its own.
    """
    if package.standard is not Standard.CMI5:
        referred = {item.get("identifierref") for item in items(package.root)}
        for resource in resources(package.root):
            yield from _href(resource, opened=resource.id in referred and _opens(package, resource))
    if package.zipped:
        for element, target in launches(package):
            if target.fault is Fault.WEB:
                said = element.get("href") or element.text
                yield Finding(element.at, "K039", f"the launch page is `{said}`")


def _href(resource: Resource, *, opened: bool) -> Iterator[Finding]:
    if opened and not resource.href.strip():
        yield Finding(resource.element.at, "K034", f"resource `{resource.id}` has no href")
    launch = resource.launch.path
    if launch and launch not in {target.path for _, target in resource.files}:
        yield Finding(resource.element.at, "K035", f"`{launch}` is not among the files of resource `{resource.id}`")


def _opens(package: Package, resource: Resource) -> bool:
    """In a cartridge only pages are opened; the rest is imported (Common Cartridge Schematron rules 5g and 6g)."""
    return package.scorm or resource.type.startswith(("webcontent", "associatedcontent"))
