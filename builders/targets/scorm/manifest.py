"""What both manifests share: identifiers from stable ids, the XML around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

_LONGEST = 255  # Moodle's columns for titles and identifiers


@dataclass(frozen=True, slots=True)
class Course:
    """What a manifest says: ``module`` is a stable id, ``title`` plain words, ``files`` all paths of the package but the
    manifest itself, ``page`` the one that opens. ``mastery`` is in per cent, None where the manifest states no pass mark."""

    module: str
    language: str
    title: str
    version: str
    page: str
    files: tuple[str, ...]
    mastery: int | None

    def identifier(self, kind: str) -> str:
        """An ``xs:ID`` that stays when title, order or version change: Moodle deletes the tracks of an item whose
        identifier changed."""
        return f"{kind}-{self.module}"[:_LONGEST]

    @property
    def short_title(self) -> str:
        return self.title[:_LONGEST]


def written(root: ElementTree.Element, namespaces: Iterable[tuple[str, str]]) -> bytes:
    """UTF-8 without byte order mark or DOCTYPE. ``namespaces`` are prefix and address; the first has no prefix.

    The names in the tree are written as they will stand: systems exist that look for ``adlcp:scormtype`` as text.
    """
    for prefix, address in namespaces:
        root.set(f"xmlns:{prefix}" if prefix else "xmlns", address)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def child(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """Append an element; ``adlcp_scormType`` is the attribute ``adlcp:scormType``."""
    names = {key.replace("_", ":"): value for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, name, names)
    element.text = text or None
    return element


def resource(root: ElementTree.Element, course: Course, *, sco: str) -> None:
    """The one resource with every file of the package. ``sco`` is the attribute that says so, in the standard's case."""
    resources = child(root, "resources")
    attributes = {"identifier": course.identifier("resource"), "type": "webcontent", "href": course.page, sco: "sco"}
    entry = child(resources, "resource", **attributes)
    for path in course.files:
        child(entry, "file", href=path)
