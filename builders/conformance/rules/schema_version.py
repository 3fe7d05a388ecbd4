"""K021: the words by which systems tell standards apart."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import EDITIONS, Standard
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """`schema` and `schemaversion` say exactly what the standard wants.

    Example: `<schemaversion>2004 4th edition</schemaversion>`, with a small e.
    """
    schema, versions = _wanted(package)
    metadata = package.root.first("metadata")
    if metadata is None:
        return  # K020 says so
    for name, allowed in (("schema", (schema,)), ("schemaversion", versions)):
        found = metadata.first(name)
        if found is None:
            yield Finding(metadata.at, "K021", f"there is no `{name}`", f"write `{allowed[-1]}`")
        elif found.text not in allowed:
            said = " or ".join(f"`{each}`" for each in allowed)
            yield Finding(found.at, "K021", f"`{name}` is `{found.text}`", f"for {package.standard} write {said}")


def _wanted(package: Package) -> tuple[str, tuple[str, ...]]:
    match package.standard:
        case Standard.SCORM12:
            return "ADL SCORM", ("1.2",)
        case Standard.SCORM2004:
            return "ADL SCORM", tuple(EDITIONS)
    return "IMS Common Cartridge", (package.recognised.version,)
