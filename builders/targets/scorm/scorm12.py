"""The SCORM 1.2 manifest (Content Aggregation Model 1.2, chapter 2)."""

from __future__ import annotations

from xml.etree import ElementTree

from builders.targets.packaging.content import Content, Unit
from builders.targets.packaging.lom import SCORM12
from builders.targets.packaging.profiles import Profile
from builders.targets.packaging.xml import child, written
from builders.targets.scorm.manifest import skeleton

_NAMESPACES = (
    ("", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
    ("adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
)


def manifest(content: Content, profile: Profile) -> bytes:
    """One organization with an item and a SCO for each unit."""

    def complete(item: ElementTree.Element, unit: Unit) -> None:
        if unit.mastery is not None and profile.states_mastery:
            child(item, "adlcp:masteryscore", str(unit.mastery))

    root, _ = skeleton(content, version="1.0", schemaversion="1.2", sco="adlcp_scormtype", dialect=SCORM12, complete=complete)
    return written(root, (*_NAMESPACES, SCORM12.namespace))
