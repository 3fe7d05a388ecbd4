"""The namespaces of the standards, and the short names by which rules know their elements."""

from __future__ import annotations

from collections.abc import Mapping

CP12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
CP2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
ADLCP2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
CMI5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
QTI12 = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
QTI21 = "http://www.imsglobal.org/xsd/imsqti_v2p1"

CARTRIDGES: Mapping[str, str] = {
    "1.0.0": "http://www.imsglobal.org/xsd/imscc/imscp_v1p1",
    "1.1.0": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "1.2.0": "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1",
    "1.3.0": "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
}
"""Common Cartridge: the default namespace of each schemaversion."""

_FAMILIES: Mapping[str, str] = {
    CP12: "",
    CP2004: "",
    ADLCP12: "adlcp",
    ADLCP2004: "adlcp",
    ADLSEQ: "adlseq",
    ADLNAV: "adlnav",
    IMSSS: "imsss",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


def kind(local: str, *, namespace: str, prefix: str, root: str) -> str:
    """``item``, ``adlcp:masteryscore``, ``imsss:sequencing``, ``lom:title``: what a name means, whatever its prefix.

    ``root`` is the namespace of the outermost element, whose own elements go without a family. A namespace that nobody
    knows counts as what its prefix says, so that a slip in it does not hide what else is wrong.
    """
    if namespace == root:
        return local
    family = _FAMILIES.get(namespace)
    if family is None:
        family = _by_words(namespace) or prefix
    return f"{family}:{local}" if family else local


def _by_words(namespace: str) -> str:
    if "/LOM" in namespace or "/imsmd" in namespace:
        return "lom"
    return "auth" if "/imsccauth" in namespace else ""
