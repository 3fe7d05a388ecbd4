"""The versions of Common Cartridge: a version comes in, its namespaces and words for types go out."""

from __future__ import annotations

from dataclasses import dataclass

from builders.targets.packaging.lom import CARTRIDGE11, CARTRIDGE13, Dialect


@dataclass(frozen=True, slots=True)
class Version:
    """``schema`` is the version as the manifest states it, ``namespace`` its default namespace. ``assessment`` and ``bank`` are
    types of resources. ``roles`` names the vocabulary that tells teachers from learners, with the namespace of a resource's
    metadata; empty where a version's schema was not at hand to prove it, since a wrong word there makes a manifest invalid."""

    schema: str
    namespace: str
    metadata: Dialect
    assessment: str
    bank: str
    roles: str = ""
    roles_namespace: str = ""


VERSIONS = {
    "1.1": Version(
        "1.1.0",
        "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        CARTRIDGE11,
        "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
        "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank",
        "IMSGLC_CC_Rolesv1p1",
        "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource",
    ),
    "1.3": Version(
        "1.3.0",
        "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
        CARTRIDGE13,
        "imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
        "imsqti_xmlv1p2/imscc_xmlv1p3/question-bank",
    ),
}
"""Moodle reads 1.0 and 1.1, most other systems 1.3."""
