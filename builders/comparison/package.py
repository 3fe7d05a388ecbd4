"""A package of ours, whatever its standard: its bytes come in, everything that is compared goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builders.comparison.change import Side
from builders.comparison.nodes import Document
from builders.comparison.opening import bank
from builders.comparison.opening.archive import Files, unpack
from builders.comparison.opening.bank import Entries
from builders.comparison.opening.document import read_document
from builders.comparison.opening.failure import NotAPackageError
from builders.comparison.opening.manifest import CMI5_MANIFEST, NONE, SCORM_MANIFEST, Launch, Manifest, read_manifest, standard_of
from builders.comparison.opening.tree import parse
from builders.model.artefacts import Kind

_START = "index.html"
_UNKNOWN = "no manifest of SCORM, cmi5, Common Cartridge or QTI and no page of ours"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is launched as one. ``documents`` are by language, the one that opens first; all have the same ids."""

    id: str
    documents: Mapping[str, Document]
    launch: Launch | None

    @property
    def first(self) -> Document:
        return next(iter(self.documents.values()))


@dataclass(frozen=True, slots=True)
class Package:
    """``units`` are by id and in order, none for cartridges and item banks; ``entries`` are what those hold."""

    side: Side
    manifest: Manifest
    units: Mapping[str, Unit]
    entries: Entries
    files: Files = field(repr=False)

    @property
    def kind(self) -> Kind:
        return Kind(self.side.standard)

    @property
    def by_session(self) -> bool:
        """Whether sessions are launched by themselves."""
        return bool(self.units) and self.side.id not in self.units


def open_package(name: str, data: bytes) -> Package:
    """Take a package apart. ``name`` is what the user calls it. Raises NotAPackageError for another file."""
    files = unpack(data)
    if files.bare is not None:
        return _bank(name, files, files.bare)
    for path in (SCORM_MANIFEST, CMI5_MANIFEST):
        if path in files.texts:
            root = parse(files.texts[path], path)
            standard = standard_of(root)
            if standard is None:
                raise NotAPackageError(f"`{path}` does not say which standard it follows")
            return _packed(name, standard, read_manifest(root), files, path)
    if _START not in files.texts:
        raise NotAPackageError(_UNKNOWN)
    return _played(name, Kind.WEB, NONE, files)


def _packed(name: str, standard: Kind, manifest: Manifest, files: Files, path: str) -> Package:
    if standard in {Kind.SCORM12, Kind.SCORM2004, Kind.CMI5}:
        return _played(name, standard, manifest, files)
    side = Side(name, standard, manifest.id, manifest.version, manifest.languages)
    return Package(side, manifest, {}, bank.in_files(files.texts, path), files)


def _played(name: str, standard: Kind, manifest: Manifest, files: Files) -> Package:
    launches = {launch.page: launch for launch in manifest.launches} if standard is not Kind.WEB else {_START: None}
    found = (_unit(page, launch, files) for page, launch in launches.items())
    units = {unit.id: unit for unit in found if unit}
    if not units:
        raise NotAPackageError("no page that it launches is one of this program's player")
    first = next(iter(units.values())).first
    side = Side(name, standard, manifest.id or first.id, first.version, tuple(first.documents))
    return Package(side, manifest, units, {}, files)


def _unit(page: str, launch: Launch | None, files: Files) -> Unit | None:
    opened = _document(page, files)
    if opened is None:
        return None
    others = {code: _document(path, files) for code, path in opened.documents.items() if code != opened.language}
    documents = {opened.language: opened} | {code: found for code, found in others.items() if found}
    return Unit(opened.id, documents, launch)


def _document(path: str, files: Files) -> Document | None:
    return read_document(files.texts[path], path) if path in files.texts else None


def _bank(name: str, files: Files, data: bytes) -> Package:
    text = data.decode("utf-8", "replace")
    if text.lstrip("\ufeff \n").startswith("<"):
        root = parse(data, name)
        standard, (id, entries) = Kind.MOODLE_XML, bank.moodle_xml(root)
        if root.name != "quiz" or not entries:
            raise NotAPackageError("this is XML, and no item bank of this program")
    else:
        standard, (id, entries) = Kind.GIFT, bank.gift(text)
    return Package(Side(name, standard, id, "", ()), NONE, {}, entries, files)
