"""A package taken apart: what every rule looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.conformance.opening.element import Element
from builders.conformance.opening.standard import Recognised, Standard
from builders.diagnostics.location import Location

MANIFESTS = ("imsmanifest.xml", "cmi5.xml")
"""The names by which systems find a manifest, at the root of the zip."""


@dataclass(frozen=True, slots=True)
class Package:
    """What there is to judge under one manifest.

    ``name`` is what findings call the file. ``paths`` are the files of the zip in its order, none for a bare manifest
    (``zipped`` says which); ``spellings`` are the same paths by what they are in lower case. ``texts`` are the bytes of XML,
    pages, scripts and styles by path; ``documents`` the trees of the XML files that resources list and that could be read.
    ``root`` is the manifest's outermost element.
    """

    name: str
    zipped: bool
    paths: tuple[str, ...]
    spellings: Mapping[str, frozenset[str]]
    texts: Mapping[str, bytes]
    manifest: str
    root: Element
    documents: Mapping[str, Element]
    recognised: Recognised

    @property
    def standard(self) -> Standard:
        return self.recognised.standard

    @property
    def scorm(self) -> bool:
        return self.standard in {Standard.SCORM12, Standard.SCORM2004}

    def has(self, path: str) -> bool:
        """Whether there is a file of exactly that name; capitals count."""
        return path in self.spellings.get(path.lower(), ())

    def remedy(self, path: str) -> str:
        """What to do about a path that is not there, where only capitals differ; else nothing, for the code's own remedy."""
        other = min(self.spellings.get(path.lower(), ()), default="")
        return f"the file is called `{other}`; write both the same way" if other else ""

    def at(self, path: str, line: int = 0, column: int = 0) -> Location:
        """A place in a file of the package."""
        return Location(f"{self.name}!{path}" if self.zipped else self.name, line, column)
