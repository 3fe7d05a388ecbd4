"""K036, K037, K038, K040: the files that resources list are those in the zip."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import MANIFESTS, Package
from builders.conformance.rules.saying import several
from builders.conformance.views.addresses import Fault, Target, resolve
from builders.conformance.views.resources import Resource, resources
from builders.diagnostics.finding import Finding

_SCHEMAS = (".xsd", ".dtd")  # control files, which no resource lists
_BAD = {Fault.ABSOLUTE, Fault.OUTSIDE, Fault.BACKSLASH}


def check(package: Package) -> Iterator[Finding]:
    """Every file listed is there under exactly that name, every file there is listed, once in a resource.

    Example: `<file href="Media/photo.jpg"/>` where the zip has `media/photo.jpg`.
    """
    # Metadata in files of its own, which SCORM names by `adlcp:location`.
    listed = {resolve(element.text).path for element in package.root.walk("adlcp:location")}
    for resource in resources(package.root):
        listed |= {resource.launch.path, *(target.path for _, target in resource.files)}
        yield from _judged(resource, package)
    unlisted = [path for path in package.paths if path not in listed and not _control(path)]
    if unlisted:
        place = package.root.first("resources") or package.root
        yield Finding(place.at, "K037", f"{several(unlisted, 'file')} in no resource")


def _judged(resource: Resource, package: Package) -> Iterator[Finding]:
    seen: set[str] = set()
    for element, target in resource.files:
        yield from _address(element, target, package)
        if target.path in seen:
            yield Finding(element.at, "K040", f"`{target.path}` is listed twice in resource `{resource.id}`")
        if target.path:
            seen.add(target.path)
    if resource.href.strip() and resource.launch.path not in seen:
        yield from _address(resource.element, resource.launch, package)


def _address(element: Element, target: Target, package: Package) -> Iterator[Finding]:
    href = element.get("href")
    if target.fault in _BAD:
        yield Finding(element.at, "K038", f"the address `{href}` {target.fault}")
    elif not href.strip():
        yield Finding(element.at, "K036", f"`{element.name}` names no file")
    elif target.path and not package.has(target.path):
        yield Finding(element.at, "K036", f"`{target.path}` is not in the package", package.remedy(target.path))


def _control(path: str) -> bool:
    return path in MANIFESTS or path.lower().endswith(_SCHEMAS)
