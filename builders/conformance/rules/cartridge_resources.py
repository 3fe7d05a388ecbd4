"""K067, K068, K069, K072, K073: the resources of a Common Cartridge (Schematron rules 1 to 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.resources import Resource, by_id, resources
from builders.diagnostics.finding import Finding

_IMPORTED = ("imsqti_", "imsdt_", "imswl_")
_PAGES = ("webcontent", "associatedcontent")
_LTI = re.compile(r"imsbasiclti_xmlv1p\d")
_EXTENSIBLE = ("1.2.0", "1.3.0")  # versions with resource types of extensions


def check(package: Package) -> Iterator[Finding]:
    """Types are those of the cartridge's version; what is imported has one file, no href and few dependencies.

    Example: `<resource type="imswl_xmlv1p3" href="link.xml">` in a cartridge of version 1.1.
    """
    version = package.recognised.version
    types = {id: resource.type for id, resource in by_id(package.root).items()}
    banks = 0
    for resource in resources(package.root):
        yield from _type(resource, version)
        if resource.type.startswith(_IMPORTED):
            yield from _imported(resource)
        yield from _dependencies(resource, types)
        banks += resource.type.endswith("/question-bank")
        if banks > 1 and resource.type.endswith("/question-bank"):
            yield Finding(resource.element.at, "K073", f"`{resource.id}` is question bank number {banks}")


def _type(resource: Resource, version: str) -> Iterator[Finding]:
    allowed = _types(version)
    basic = resource.type.startswith((*_IMPORTED, *_PAGES, "imsbasiclti_"))
    if resource.type in allowed or (version != "1.0.0" and _LTI.fullmatch(resource.type)):
        return
    if resource.type and not basic and version in _EXTENSIBLE:
        return
    said = f"the type of `{resource.id}` is `{resource.type}`" if resource.type else f"`{resource.id}` has no type"
    yield Finding(resource.element.at, "K067", said, suggestion(resource.type, allowed))


def _types(version: str) -> tuple[str, ...]:
    number = version[2]
    return (
        "webcontent",
        f"associatedcontent/imscc_xmlv1p{number}/learning-application-resource",
        f"imsqti_xmlv1p2/imscc_xmlv1p{number}/assessment",
        f"imsqti_xmlv1p2/imscc_xmlv1p{number}/question-bank",
        f"imsdt_xmlv1p{number}",
        f"imswl_xmlv1p{number}",
    )


def _imported(resource: Resource) -> Iterator[Finding]:
    if len(resource.files) != 1:
        yield Finding(resource.element.at, "K068", f"`{resource.id}` lists {len(resource.files)} files")
    if "href" in resource.element.attributes:
        yield Finding(resource.element.at, "K069", f"`{resource.id}` has the href `{resource.href}`")


def _dependencies(resource: Resource, types: dict[str, str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for dependency in resource.dependencies:
        wanted = dependency.get("identifierref")
        said = _objection(resource, wanted, types.get(wanted, "webcontent"))
        if wanted in seen:
            said = f"`{resource.id}` depends on `{wanted}` twice"
        if said:
            yield Finding(dependency.at, "K072", said)
        seen.add(wanted)


def _objection(resource: Resource, wanted: str, type: str) -> str:
    if wanted == resource.id:
        return f"`{wanted}` depends on itself"
    if resource.type.startswith("imswl_"):
        return f"the web link `{resource.id}` depends on `{wanted}`"
    pages = ("webcontent",) if resource.type.startswith(_PAGES) else _PAGES
    if resource.type.startswith((*_IMPORTED, *_PAGES)) and not type.startswith(pages):
        return f"`{resource.id}` depends on `{wanted}` of type `{type}`"
    return ""
