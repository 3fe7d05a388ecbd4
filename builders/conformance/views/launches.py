"""The pages that a system opens: a package comes in, each page with the element of the manifest that names it goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.views.addresses import Target, resolve
from builders.conformance.views.outline import items
from builders.conformance.views.resources import by_id

PAGES = (".html", ".htm", ".xhtml")


def launches(package: Package) -> Iterator[tuple[Element, Target]]:
    """Units of cmi5; elsewhere the resources that items refer to, of those in Common Cartridge and QTI only web pages."""
    if package.standard is Standard.CMI5:
        for url in package.root.walk("url"):
            yield url, resolve(url.text)
        return
    known = by_id(package.root)
    for reference in dict.fromkeys(item.get("identifierref") for item in items(package.root)):
        resource = known.get(reference)
        if resource and (package.scorm or resource.type == "webcontent"):
            yield resource.element, resource.launch


def launch_pages(package: Package) -> tuple[str, ...]:
    """Paths of the launch pages that are HTML and could be read, each once, sorted."""
    paths = {target.path for _, target in launches(package)} & package.texts.keys()
    return tuple(sorted(path for path in paths if path.lower().endswith(PAGES)))
