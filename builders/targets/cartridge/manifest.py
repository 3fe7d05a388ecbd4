"""The manifest of a cartridge (Common Cartridge Profile, chapter 3): what is in it comes in, ``imsmanifest.xml`` goes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from builders.targets.cartridge.outline import Folder
from builders.targets.cartridge.versions import Version
from builders.targets.packaging.content import Content, first
from builders.targets.packaging.lom import lom
from builders.targets.packaging.wording import shortened
from builders.targets.packaging.xml import child, written

_LONGEST = 255  # Moodle's columns for titles


@dataclass(frozen=True, slots=True)
class Resource:
    """``path`` is its file, ``needs`` are the ids of the resources that it cannot be read without. ``opens`` says that the file
    is what a learner opens: quizzes are read by the system, and the standard gives them no address. ``teachers`` says that it
    is not for learners."""

    id: str
    type: str
    path: str
    needs: tuple[str, ...] = ()
    opens: bool = True
    teachers: bool = False


WEB = "webcontent"


def manifest(content: Content, folders: Sequence[Folder], resources: Iterable[Resource], version: Version) -> bytes:
    """One organization, one root item without a title, folders below it."""
    root = Element("manifest", identifier=f"cartridge-{content.id}-{content.languages[0]}")
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Common Cartridge")
    child(metadata, "schemaversion", version.schema)
    metadata.append(lom(content, version.metadata))
    organizations = child(root, "organizations")
    organization = child(organizations, "organization", identifier=f"organization-{content.id}", structure="rooted-hierarchy")
    child(organization, "title", shortened(first(content.title), _LONGEST))
    top = child(organization, "item", identifier=f"root-{content.id}")
    for folder in folders:
        _folder(top, folder)
    listed = child(root, "resources")
    for resource in resources:
        _resource(listed, resource, version)
    roles = (("lom", version.roles_namespace),) if version.roles else ()
    return written(root, (("", version.namespace), version.metadata.namespace, *roles))


def _folder(parent: Element, folder: Folder) -> None:
    item = child(parent, "item", identifier=f"folder-{folder.id}")
    child(item, "title", shortened(folder.title, _LONGEST))
    for entry in folder.entries:
        below = child(item, "item", identifier=f"item-{entry.id}", identifierref=entry.target)
        child(below, "title", shortened(entry.title, _LONGEST))


def _resource(parent: Element, resource: Resource, version: Version) -> None:
    element = child(parent, "resource", identifier=resource.id, type=resource.type)
    if resource.opens:
        element.set("href", resource.path)
    if resource.teachers and version.roles:
        educational = child(child(child(element, "metadata"), "lom:lom"), "lom:educational")
        role = child(educational, "lom:intendedEndUserRole")
        child(role, "lom:source", version.roles)
        child(role, "lom:value", "Instructor")
    child(element, "file", href=resource.path)
    for needed in resource.needs:
        child(element, "dependency", identifierref=needed)
