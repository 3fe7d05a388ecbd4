"""From bytes to packages: a zip or a bare cmi5.xml comes in; what rules can judge goes out, with findings about the rest (K006,
K007, K017)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.conformance.opening.archive import Archive, unpack
from builders.conformance.opening.element import Element
from builders.conformance.opening.package import MANIFESTS, Package
from builders.conformance.opening.standard import Standard, recognise
from builders.conformance.opening.xml import LARGEST, Parsed, parse
from builders.conformance.views.resources import resources
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

_JUDGED_XML = ("imsqti_", "imsdt_", "imswl_")  # types of resources whose file is XML with a meaning of its own


@dataclass(frozen=True, slots=True)
class Opened:
    """``packages`` has one entry for each manifest; ``texts`` are the bytes of all texts by the name that findings use."""

    packages: tuple[Package, ...]
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]


def open_package(name: str, data: bytes) -> Opened:
    """Take a package apart. Never raises for what is in the bytes."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _bare(name, data)
    archive = unpack(data, name)
    texts = {f"{name}!{path}": text for path, text in archive.texts.items()}
    if not archive.paths:
        return Opened((), archive.findings or (Finding(Location(name), "K006", "the zip is empty"),), texts)
    packages: list[Package] = []
    findings = [*archive.findings, *_misplaced(archive.paths, name)]
    for manifest in MANIFESTS:
        if manifest in archive.texts:
            package, found = _package(name, manifest, archive)
            packages += package
            findings += found
        elif manifest in archive.paths and not archive.findings:
            findings.append(Finding(Location(f"{name}!{manifest}"), "K016", f"the manifest is over {LARGEST} bytes"))
    return Opened(tuple(packages), tuple(findings), texts)


def _bare(name: str, data: bytes) -> Opened:
    parsed = parse(data, name)
    recognised = recognise(parsed.root) if parsed.root else None
    if parsed.root is None or recognised is None or recognised.standard is not Standard.CMI5:
        alone = Finding(Location(name), "K001", "this is a text; only a cmi5 course structure may come without a zip")
        return Opened((), (*parsed.findings, alone), {name: data})
    package = Package(name, False, (), {}, {name: data}, name, parsed.root, {}, recognised)
    return Opened((package,), parsed.findings, {name: data})


def _misplaced(paths: tuple[str, ...], name: str) -> tuple[Finding, ...]:
    if any(manifest in paths for manifest in MANIFESTS):
        return ()
    elsewhere = [path for path in paths if path.rpartition("/")[2].lower() in MANIFESTS]
    if not elsewhere:
        return (Finding(Location(name), "K006", "the zip has neither imsmanifest.xml nor cmi5.xml"),)
    found = min(elsewhere, key=lambda path: (path.count("/"), path))
    wanted = found.rpartition("/")[2].lower()
    return (Finding(Location(f"{name}!{found}"), "K007", f"the manifest is `{found}`, not `{wanted}` at the root of the zip"),)


def _package(name: str, manifest: str, archive: Archive) -> tuple[tuple[Package, ...], tuple[Finding, ...]]:
    file = f"{name}!{manifest}"
    parsed = parse(archive.texts[manifest], file)
    if parsed.root is None:
        return (), parsed.findings
    recognised = recognise(parsed.root)
    if recognised is None:
        unknown = Finding(parsed.root.at, "K017", f"nothing in `{manifest}` says which standard it follows")
        return (), (*parsed.findings, unknown)
    listed = _listed_xml(parsed.root, archive, every=recognised.standard is Standard.QTI21)
    documents = {path: parse(archive.texts[path], f"{name}!{path}") for path in listed}
    trees = {path: document.root for path, document in documents.items() if document.root}
    package = Package(name, True, archive.paths, _spellings(archive.paths), archive.texts, manifest, parsed.root, trees, recognised)
    return (package,), (*parsed.findings, *_all_findings(documents))


def _listed_xml(root: Element, archive: Archive, *, every: bool) -> list[str]:
    judged = [resource for resource in resources(root) if every or resource.type.startswith(_JUDGED_XML)]
    paths = {target.path for resource in judged for _, target in resource.files}
    return sorted(path for path in paths if path.lower().endswith(".xml") and path in archive.texts)


def _all_findings(documents: Mapping[str, Parsed]) -> tuple[Finding, ...]:
    return tuple(finding for document in documents.values() for finding in document.findings)


def _spellings(paths: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for path in paths:
        found.setdefault(path.lower(), set()).add(path)
    return {folded: frozenset(spelled) for folded, spelled in found.items()}
