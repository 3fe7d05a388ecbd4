"""What both manifests share: identifiers from stable ids, the tree of organization, items and resources."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

from builders.targets.packaging.content import Content, Unit, first
from builders.targets.packaging.lom import Dialect, lom
from builders.targets.packaging.xml import child

LONGEST = 255
"""Characters of identifiers: Moodle's columns hold no more."""

LONGEST_TITLE = 200
"""Characters of titles, which imscp_rootv1p1p2.xsd of SCORM 1.2 limits; 2004 does not, and Moodle's columns hold 255."""


def identifier(kind: str, id: str) -> str:
    """An ``xs:ID`` that stays when title, order or version change: Moodle deletes the tracks of an item whose identifier
    changed."""
    return f"{kind}-{id}"[:LONGEST]


def skeleton(
    content: Content,
    *,
    version: str,
    schemaversion: str,
    sco: str,
    dialect: Dialect,
    complete: Callable[[ElementTree.Element, Unit], None],
) -> tuple[ElementTree.Element, ElementTree.Element]:
    """The manifest's element and its organization: metadata, one organization with an item for each unit, resources.

    ``sco`` is the attribute that tells a SCO, in the standard's case; ``dialect`` is the binding of its metadata;
    ``complete`` adds to an item what the standard wants.
    """
    languages = "-".join(content.languages)
    root = ElementTree.Element("manifest", identifier=f"{identifier('manifest', content.id)}-{languages}", version=version)
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", schemaversion)
    metadata.append(lom(content, dialect))
    name = identifier("organization", content.id)
    organization = child(child(root, "organizations", default=name), "organization", identifier=name)
    child(organization, "title", first(content.title)[:LONGEST_TITLE])
    for unit in content.units:
        target = identifier("resource", unit.id)
        item = child(organization, "item", identifier=identifier("item", unit.id), identifierref=target, isvisible="true")
        child(item, "title", first(unit.title)[:LONGEST_TITLE])
        complete(item, unit)
    _resources(root, content, sco)
    return root, organization


def _resources(root: ElementTree.Element, content: Content, sco: str) -> None:
    """A resource for each unit with every file that it needs; what several units need stands in each."""
    resources = child(root, "resources")
    for unit in content.units:
        attributes = {"identifier": identifier("resource", unit.id), "type": "webcontent", "href": unit.page, sco: "sco"}
        entry = child(resources, "resource", **attributes)
        for path in sorted({*unit.files, *content.shared}):
            child(entry, "file", href=path)
