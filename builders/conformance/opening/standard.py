"""Which standard a manifest follows, or tries to: the tree of its XML comes in, the standard and its version go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from builders.conformance.opening.element import Element
from builders.conformance.opening.namespaces import ADLCP12, ADLCP2004, ADLNAV, ADLSEQ, CARTRIDGES, CP12, CP2004, IMSSS


class Standard(StrEnum):
    """The standards that are judged."""

    SCORM12 = "SCORM 1.2"
    SCORM2004 = "SCORM 2004"
    CMI5 = "cmi5"
    CARTRIDGE = "Common Cartridge"
    QTI21 = "QTI 2.1"


EDITIONS = {"CAM 1.3": "2nd edition", "2004 3rd Edition": "3rd edition", "2004 4th Edition": "4th edition"}
"""SCORM 2004: the edition by schemaversion. Editions before the third say ``CAM 1.3``."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """``version`` is the schemaversion as written in SCORM 2004, that of the namespace in Common Cartridge, else empty."""

    standard: Standard
    version: str = ""

    def __str__(self) -> str:
        match self.standard:
            case Standard.SCORM2004:
                return f"{self.standard} {EDITIONS.get(self.version, '')}".strip()
            case Standard.CARTRIDGE:
                return f"{self.standard} {self.version.removesuffix('.0')}"
        return str(self.standard)


def recognise(root: Element) -> Recognised | None:
    """By what is hardest to get wrong: extensions first, then schemaversion, then the default namespace, so that a slip in
    one of them does not hide the standard. None where nothing points to one."""
    local = root.name.rpartition(":")[2]
    if local == "courseStructure":
        return Recognised(Standard.CMI5)
    if local != "manifest":
        return None
    said = _text(root.first("metadata", "schema"))
    version = _text(root.first("metadata", "schemaversion"))
    spaces = {value for element in root.walk() for name, value in element.attributes.items() if name.startswith("xmlns")}
    if said == "IMS Common Cartridge" or "/imscc" in root.namespace:
        return Recognised(Standard.CARTRIDGE, _cartridge(root, version))
    if _asks_questions(root):
        return Recognised(Standard.QTI21)
    if spaces & {ADLCP2004, IMSSS, ADLSEQ, ADLNAV}:
        return Recognised(Standard.SCORM2004, version)
    if ADLCP12 in spaces or version == "1.2":
        return Recognised(Standard.SCORM12)
    if version.startswith("2004") or re.fullmatch(r"(CAM )?1\.3(\.\d)?", version):
        return Recognised(Standard.SCORM2004, version)
    return _by_namespace(root, scorm="SCORM" in said or _has_scormtype(root))


def _by_namespace(root: Element, *, scorm: bool) -> Recognised | None:
    if root.namespace == CP12:
        return Recognised(Standard.SCORM12)
    return Recognised(Standard.SCORM2004) if scorm and root.namespace == CP2004 else None


def _cartridge(root: Element, version: str) -> str:
    by_namespace = next((number for number, space in CARTRIDGES.items() if space == root.namespace), "")
    return by_namespace or (version if version in CARTRIDGES else "1.1.0")


def _asks_questions(root: Element) -> bool:
    types = [resource.get("type") for resource in root.walk("resource")]
    return any(re.match(r"imsqti_\w+_xmlv2p\d", each) for each in types)


def _has_scormtype(root: Element) -> bool:
    return any(name.lower().endswith("scormtype") for resource in root.walk("resource") for name in resource.attributes)


def _text(element: Element | None) -> str:
    return element.text if element else ""
