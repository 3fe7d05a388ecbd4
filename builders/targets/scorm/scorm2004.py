"""The SCORM 2004 4th edition manifest (Content Aggregation Model 4th edition, chapters 3 and 5)."""

from __future__ import annotations

from xml.etree import ElementTree

from builders.targets.packaging.content import Content, Unit
from builders.targets.packaging.lom import SCORM2004
from builders.targets.packaging.profiles import Profile
from builders.targets.packaging.xml import child, written
from builders.targets.scorm.manifest import identifier, skeleton

# Moodle finds elements by these very prefixes.
_NAMESPACES = (
    ("", "http://www.imsglobal.org/xsd/imscp_v1p1"),
    ("adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
    ("adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3"),
    ("adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3"),
    ("imsss", "http://www.imsglobal.org/xsd/imsss"),
)


def manifest(content: Content, _profile: Profile) -> bytes:
    """One organization that the learner may enter by choice or in order, with an item and a SCO for each unit."""
    several = len(content.units) > 1
    root, organization = skeleton(
        content,
        version="1",
        schemaversion="2004 4th Edition",
        sco="adlcp_scormType",
        dialect=SCORM2004,
        complete=lambda item, unit: _sequencing(item, unit, several=several),
    )
    control = child(organization, "imsss:sequencing")
    child(control, "imsss:controlMode", choice="true", flow="true")
    return written(root, (*_NAMESPACES, SCORM2004.namespace))


def _sequencing(item: ElementTree.Element, unit: Unit, *, several: bool) -> None:
    """The pass mark as primary objective, and: the unit itself says what is complete and what is passed.

    Of several units the one with the pass mark alone decides whether the whole is passed and how well (Sequencing and
    Navigation 4th edition, 3.7 and 4.6); completed is the whole when all are.
    """
    sequencing = child(item, "imsss:sequencing")
    measured = unit.mastery is not None
    if several and not measured:
        child(sequencing, "imsss:rollupRules", rollupObjectiveSatisfied="false", objectiveMeasureWeight="0")
    objectives = child(sequencing, "imsss:objectives")
    primary = child(
        objectives,
        "imsss:primaryObjective",
        objectiveID=identifier("objective", unit.id),
        satisfiedByMeasure="true" if measured else "false",
    )
    if unit.mastery is not None:
        child(primary, "imsss:minNormalizedMeasure", f"{unit.mastery / 100:g}")
    child(sequencing, "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
