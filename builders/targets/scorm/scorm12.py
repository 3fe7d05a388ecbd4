"""The SCORM 1.2 manifest (Content Aggregation Model 1.2, chapter 2)."""

from __future__ import annotations

from xml.etree import ElementTree

from builders.targets.scorm.manifest import Course, child, resource, written

_NAMESPACES = (
    ("", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
    ("adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
)


def manifest(course: Course) -> bytes:
    """One organization, one item, one SCO."""
    root = ElementTree.Element("manifest", identifier=f"{course.identifier('manifest')}-{course.language}", version="1.0")
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", "1.2")
    organizations = child(root, "organizations", default=course.identifier("organization"))
    organization = child(organizations, "organization", identifier=course.identifier("organization"))
    child(organization, "title", course.short_title)
    target = course.identifier("resource")
    item = child(organization, "item", identifier=course.identifier("item"), identifierref=target, isvisible="true")
    child(item, "title", course.short_title)
    if course.mastery is not None:
        child(item, "adlcp:masteryscore", str(course.mastery))
    resource(root, course, sco="adlcp_scormtype")
    return written(root, _NAMESPACES)
