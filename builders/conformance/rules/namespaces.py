"""K018, K019: namespaces are compared letter by letter, prefixes by many systems too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.conformance.opening.element import Element
from builders.conformance.opening.namespaces import ADLCP12, ADLCP2004, ADLNAV, ADLSEQ, CARTRIDGES, CMI5, CP12, CP2004, IMSSS
from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.diagnostics.finding import Finding

_DEFAULT = {Standard.SCORM12: CP12, Standard.SCORM2004: CP2004, Standard.CMI5: CMI5, Standard.QTI21: CP2004}
_PREFIXES: Mapping[Standard, Mapping[str, str]] = {
    Standard.SCORM12: {"adlcp": ADLCP12},
    Standard.SCORM2004: {"adlcp": ADLCP2004, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS},
}


def check(package: Package) -> Iterator[Finding]:
    """The default namespace is the standard's, each extension has its own with its usual prefix, and all are declared.

    Example: `<manifest xmlns:scorm="http://www.adlnet.org/xsd/adlcp_rootv1p2">`, where `xmlns:adlcp` is wanted.
    """
    wanted = CARTRIDGES[package.recognised.version] if package.standard is Standard.CARTRIDGE else _DEFAULT[package.standard]
    root = package.root
    if root.namespace != wanted:
        said = f"is `{root.namespace}`" if root.namespace else "is missing"
        yield Finding(root.at, "K018", f"the namespace of `{root.name}` {said}", f"write `{wanted}`")
    elif root.prefix:
        yield Finding(root.at, "K019", f"`{root.name}` is written with a prefix", f'declare `xmlns="{wanted}"` and write no prefix')
    known = _PREFIXES.get(package.standard, {})
    for element in root.walk():
        yield from _declarations(element, known)
        for prefix in element.undeclared:
            fix = f'declare `xmlns:{prefix}="{known[prefix]}"`' if prefix in known else ""
            yield Finding(element.at, "K018", f"the prefix `{prefix}` is not declared", fix)


def _declarations(element: Element, known: Mapping[str, str]) -> Iterator[Finding]:
    usual = {space: prefix for prefix, space in known.items()}
    for name, space in element.attributes.items():
        start, _, prefix = name.partition(":")
        if start != "xmlns" or not prefix:
            continue
        if prefix in known and space != known[prefix]:
            yield Finding(element.at, "K018", f"`{name}` is `{space}`", f"write `{known[prefix]}`")
        elif prefix != usual.get(space, prefix):
            yield Finding(element.at, "K019", f"`{space}` has the prefix `{prefix}`", f"write `{usual[space]}`")
