"""K074, K075, K084, K085: what a Common Cartridge says of itself, and who can import it."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

_READ_BY_MOODLE = ("1.0.0", "1.1.0")


def check(package: Package) -> Iterator[Finding]:
    """A title in its metadata, no authorization, a version and a name that systems take.

    Example: `<cc:authorizations access="cartridge">`, which asks for a service that the publisher runs.
    """
    metadata = package.root.first("metadata")
    title = metadata.first("lom:lom", "lom:general", "lom:title") if metadata else None
    if title is None or not any(each.text for each in title.walk()):
        yield Finding((title or metadata or package.root).at, "K075", "the metadata has no title")
    for element in package.root.walk("auth:authorizations", "resource"):
        protected = next((name for name in element.attributes if name.rpartition(":")[2] == "protected"), "")
        if element.kind != "resource" or (protected and element.get(protected) in {"true", "1"}):
            yield Finding(element.at, "K074", f"`{element.name}` asks for authorization")
    version = package.recognised.version
    if version not in _READ_BY_MOODLE:
        yield Finding(package.root.at, "K084", f"this is Common Cartridge {version.removesuffix('.0')}")
    if not package.name.lower().endswith(".imscc"):
        yield Finding(Location(package.name), "K085", "the name does not end in .imscc")
