"""The resources of an imsmanifest.xml: its tree comes in, resources with their files and addresses go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.conformance.opening.element import Element
from builders.conformance.views.addresses import Fault, Target, resolve


@dataclass(frozen=True, slots=True)
class Resource:
    """``launch`` is where its href leads; ``files`` are the ``file`` elements with where theirs lead."""

    element: Element
    launch: Target
    files: tuple[tuple[Element, Target], ...]

    @property
    def id(self) -> str:
        return self.element.get("identifier")

    @property
    def type(self) -> str:
        return self.element.get("type")

    @property
    def href(self) -> str:
        return self.element.get("href")

    @property
    def dependencies(self) -> tuple[Element, ...]:
        return self.element.all("dependency")

    @property
    def scormtype(self) -> tuple[str, str]:
        """Name and value of the attribute, whatever its prefix and capitals; two empty texts without one."""
        found = [(name, value) for name, value in self.element.attributes.items() if name.lower().rpartition(":")[2] == "scormtype"]
        return found[0] if found else ("", "")

    @property
    def is_sco(self) -> bool:
        return self.scormtype[1].lower() == "sco"


def resources(root: Element) -> tuple[Resource, ...]:
    """All resources in the order of the manifest."""
    return tuple(
        _resource(element, base=root.get("xml:base") + group.get("xml:base") + element.get("xml:base"))
        for group in root.all("resources")
        for element in group.all("resource")
    )


def by_id(root: Element) -> Mapping[str, Resource]:
    """Resources by their identifier; of two with the same one the first."""
    found: dict[str, Resource] = {}
    for resource in resources(root):
        found.setdefault(resource.id, resource)
    return found


def _resource(element: Element, *, base: str) -> Resource:
    files = tuple((file, resolve(file.get("href"), base=base)) for file in element.all("file"))
    launch = resolve(element.get("href"), base=base) if "href" in element.attributes else Target("", Fault.EMPTY)
    return Resource(element, launch, files)
