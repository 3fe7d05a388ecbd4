"""The XML files behind resources: a package comes in, each resource with the tree of each of its files goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.resources import Resource, resources


def documents(package: Package) -> Iterator[tuple[Resource, Element]]:
    """Those that could be read, in the order of the manifest; a file that two resources list comes twice."""
    for resource in resources(package.root):
        for path in dict.fromkeys(target.path for _, target in resource.files):
            if path in package.documents:
                yield resource, package.documents[path]
