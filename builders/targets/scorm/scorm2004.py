"""The SCORM 2004 4th edition manifest (Content Aggregation Model 4th edition, chapters 3 and 5)."""

from __future__ import annotations

from xml.etree import ElementTree

from builders.targets.scorm.manifest import Course, child, resource, written

# Moodle finds elements by these very prefixes.
_NAMESPACES = (
    ("", "http://www.imsglobal.org/xsd/imscp_v1p1"),
    ("adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
    ("adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3"),
    ("adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3"),
    ("imsss", "http://www.imsglobal.org/xsd/imsss"),
)


def manifest(course: Course) -> bytes:
    """One organization that the learner may enter by choice or in order, one item with the pass mark, one SCO."""
    root = ElementTree.Element("manifest", identifier=f"{course.identifier('manifest')}-{course.language}", version="1")
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", "2004 4th Edition")
    organizations = child(root, "organizations", default=course.identifier("organization"))
    organization = child(organizations, "organization", identifier=course.identifier("organization"))
    child(organization, "title", course.short_title)
    target = course.identifier("resource")
    item = child(organization, "item", identifier=course.identifier("item"), identifierref=target, isvisible="true")
    child(item, "title", course.short_title)
    _sequencing(item, course)
    control = child(organization, "imsss:sequencing")
    child(control, "imsss:controlMode", choice="true", flow="true")
    resource(root, course, sco="adlcp_scormType")
    return written(root, _NAMESPACES)


def _sequencing(item: ElementTree.Element, course: Course) -> None:
    """The pass mark as primary objective, and: the package itself says what is complete and what is passed."""
    sequencing = child(item, "imsss:sequencing")
    objectives = child(sequencing, "imsss:objectives")
    measured = course.mastery is not None
    primary = child(
        objectives,
        "imsss:primaryObjective",
        objectiveID=course.identifier("objective"),
        satisfiedByMeasure="true" if measured else "false",
    )
    if course.mastery is not None:
        child(primary, "imsss:minNormalizedMeasure", f"{course.mastery / 100:g}")
    child(sequencing, "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
