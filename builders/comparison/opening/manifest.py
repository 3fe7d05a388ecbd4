"""What a manifest says that records hang on: the tree of ``imsmanifest.xml`` or ``cmi5.xml`` comes in, ids and words go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.comparison.opening.tree import Element
from builders.model.artefacts import Kind

SCORM_MANIFEST, CMI5_MANIFEST = "imsmanifest.xml", "cmi5.xml"

_VERSIONS = "curriculum-version"
_ENTRIES = ("identifier", "catalogentry")
_NO_WORDS = ("version", "schema", "schemaversion", "url", "masteryscore", "minNormalizedMeasure")
_COURSE, _ORGANIZATION = "urn:curriculum-as-code:course:", "organization-"


@dataclass(frozen=True, slots=True)
class Launch:
    """How a unit is begun: ``item`` is the identifier of the item or the id of the AU, ``page`` the address without what
    stands behind a question mark. ``ids`` are others that records may be kept under, by what they are called. ``rules`` are
    what the system is told about completing and passing."""

    item: str
    page: str
    ids: Mapping[str, str]
    rules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``id`` is that of the publication, empty where the manifest does not tell. ``ids`` belong to the package as a whole, by
    what they are called. ``resources`` are their identifiers. ``words`` are all its texts but the version, in order."""

    id: str
    version: str
    languages: tuple[str, ...]
    ids: Mapping[str, str]
    launches: tuple[Launch, ...]
    resources: tuple[str, ...]
    words: tuple[str, ...]


NONE = Manifest("", "", (), {}, (), (), ())
"""The manifest of what has none: the web edition, a bare item bank."""


def standard_of(root: Element) -> Kind | None:
    """Which standard a manifest follows; None for one that is not compared."""
    if root.name == "courseStructure":
        return Kind.CMI5
    schema, version = root.said("metadata", "schema"), root.said("metadata", "schemaversion")
    match schema, version:
        case "ADL SCORM", "1.2":
            return Kind.SCORM12
        case "ADL SCORM", _:
            return Kind.SCORM2004
        case "IMS Common Cartridge", _:
            return Kind.CARTRIDGE11 if version.startswith("1.1") else Kind.CARTRIDGE13
        case "QTIv2.1 Package", _:
            return Kind.QTI21
    return None


def read_manifest(root: Element) -> Manifest:
    """Whichever manifest of the standards."""
    return _cmi5(root) if root.name == "courseStructure" else _ims(root)


def _cmi5(root: Element) -> Manifest:
    course = root.first("course")
    id = course.get("id") if course else ""
    launches = tuple(
        Launch(
            item=au.get("id"),
            page=_page(au.said("url")),
            ids={},
            rules={"moveOn": au.get("moveOn"), "pass mark": au.get("masteryScore"), "launch method": au.get("launchMethod")},
        )
        for au in root.walk("au")
    )
    return Manifest(id.removeprefix(_COURSE), "", (), {"course": id}, launches, (), _words(root))


def _ims(root: Element) -> Manifest:
    organization = next(root.walk("organization"), Element("", {}))
    name = organization.get("identifier")
    resources = {resource.get("identifier"): resource for resource in root.walk("resource")}
    launches = tuple(
        _launch(item, resources[item.get("identifierref")])
        for item in organization.walk("item")
        if item.get("identifierref") in resources
    )
    return Manifest(
        id=_catalogued(root, "curriculum") or name.removeprefix(_ORGANIZATION),
        version=next((_all_text(element) for element in root.walk("version")), "")
        or _catalogued(root, _VERSIONS).rpartition(" ")[2],
        languages=tuple(
            element.text for general in root.walk("general") for element in general.children if element.name == "language"
        ),
        ids={"manifest": root.get("identifier"), "organization": name},
        launches=launches,
        resources=tuple(resources),
        words=_words(root),
    )


def _launch(item: Element, resource: Element) -> Launch:
    primary = next(item.walk("primaryObjective"), Element("", {}))
    mastery = next(item.walk("masteryscore", "minNormalizedMeasure"), Element("", {}))
    rollup = next(item.walk("rollupRules"), Element("", {}))
    counts = " ".join(f"{key}={value}" for key, value in sorted(rollup.attributes.items()))
    return Launch(
        item=item.get("identifier"),
        page=_page(resource.get("href")),
        ids={"resource": resource.get("identifier"), "objective": primary.get("objectiveID")},
        rules={"pass mark": mastery.text.strip(), "rollup": counts},
    )


def _catalogued(root: Element, catalogue: str) -> str:
    """What LOM's first entry in a catalogue says (see ``packaging/lom.py``)."""
    return next((_entry(element) for element in root.walk(*_ENTRIES) if element.said("catalog") == catalogue), "")


def _entry(element: Element) -> str:
    entry = element.first("entry")
    return _all_text(entry) if entry else ""


def _words(root: Element) -> tuple[str, ...]:
    """Every text but the version, addresses and rules, which are compared by themselves."""
    hidden = {id(inner) for element in root.walk(*_NO_WORDS, *_ENTRIES) if _hides(element) for inner in element.walk()}
    texts = (" ".join(element.text.split()) for element in root.walk() if id(element) not in hidden)
    return tuple(text for text in texts if text)


def _hides(element: Element) -> bool:
    return element.name not in _ENTRIES or element.said("catalog") == _VERSIONS


def _all_text(element: Element) -> str:
    return " ".join("".join(inner.text for inner in element.walk()).split())


def _page(address: str) -> str:
    return address.partition("?")[0]
