"""How the parts of a presentation hang together: an archive comes in; typed relationships, and all that masters need, go out."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builders.targets.slides.foreign.archive import Archive, opened
from builders.targets.slides.foreign.failure import SAVE_AGAIN, UnusableError
from builders.targets.slides.foreign.xml import PACKAGE, parse

_NAME = re.compile(r"(?:[\w\-.()+%]+/)*[\w\-.()+%]+\Z", re.ASCII)
_STRICT = "http://purl.oclc.org/ooxml/"
_WEB = ("http://", "https://", "mailto:")

_TAKEN = {"slideMaster", "slideLayout", "theme", "themeOverride", "image", "hyperlink", "tags", "hdphoto"}
"""What the masters and layouts of a template may refer to: nothing of it runs, plays or is fetched."""

_CALLED = {
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "control": "a control",
    "vmlDrawing": "an embedded object or a control",
    "chart": "a chart",
    "audio": "a sound",
    "video": "a video",
    "media": "a sound or a video",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind`` is the last word of the relationship's type, ``type`` the whole one; ``target`` a part's name as the zip spells it
    or, ``external``, an address."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


@dataclass(slots=True)
class Package:
    """A presentation taken apart, as far as anybody asks."""

    archive: Archive
    _trees: dict[str, Element] = field(default_factory=dict)
    _types: tuple[dict[str, str], dict[str, str]] | None = None

    def tree(self, name: str) -> Element:
        """The root of a part of XML. Raises UnusableError."""
        if name not in self._trees:
            self._trees[name] = parse(self.archive.read(name), name)
        return self._trees[name]

    def type(self, name: str) -> str:
        """The content type of a part, empty where nothing says it."""
        if self._types is None:
            root = self.tree(_required(self.archive, "[Content_Types].xml"))
            self._types = (
                {
                    child.get("PartName", "").lstrip("/").casefold(): child.get("ContentType", "")
                    for child in root.iter(_type("Override"))
                },
                {child.get("Extension", "").casefold(): child.get("ContentType", "") for child in root.iter(_type("Default"))},
            )
        parts, endings = self._types
        return parts.get(name.casefold()) or endings.get(name.rpartition(".")[2].casefold(), "")

    def relations(self, source: str) -> tuple[Relation, ...]:
        """The relationships of a part, of the package itself for an empty name. Raises UnusableError for one to a part that is
        not there or has a name that no part may have."""
        folder, _, name = source.rpartition("/")
        found = self.archive.spelled(f"{folder}/_rels/{name}.rels".lstrip("/"))
        if found is None:
            return ()
        elements = self.tree(found).iter(f"{{{PACKAGE}/relationships}}Relationship")
        return tuple(relation for element in elements if (relation := self._relation(element, folder)) is not None)

    def _relation(self, element: Element, folder: str) -> Relation | None:
        id, type, target = (element.get(key, "") for key in ("Id", "Type", "Target"))
        if type.startswith(_STRICT):
            raise UnusableError("it is saved as Strict Open XML", "save it as an ordinary .pptx or .potx")
        if element.get("TargetMode") == "External":
            return Relation(id, type, target, external=True)
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        spelled = self.archive.spelled(name)
        if spelled is None and target.upper() in {"NULL", "#"}:
            return None  # PowerPoint writes these for pictures that were lost
        if spelled is None or not _NAME.match(spelled):
            raise UnusableError(f"it refers to `{target}`, and there is no such part in it", SAVE_AGAIN)
        return Relation(id, type, spelled, external=False)

    def closure(self, names: tuple[str, ...]) -> dict[str, tuple[Relation, ...]]:
        """The parts with these names and all that they need, with their relationships. Raises UnusableError for what no template
        should carry into every deck: objects, media, links to files elsewhere."""
        found: dict[str, tuple[Relation, ...]] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found[name] = self.relations(name)
            for relation in found[name]:
                _refuse(relation, name)
                if not relation.external:
                    waiting.append(relation.target)
        return dict(sorted(found.items()))


def taken_apart(data: bytes) -> Package:
    """Raises UnusableError for bytes that are no presentation."""
    return Package(opened(data))


def _refuse(relation: Relation, name: str) -> None:
    where = f"`{posixpath.basename(name)}`"
    if relation.external:
        if relation.kind == "hyperlink" and relation.target.startswith(_WEB):
            return
        what = f"{where} shows or opens `{relation.target[:80]}`, which is not in the file"
        raise UnusableError(what, "insert the picture instead of linking to it, and remove links to files")
    if relation.kind not in _TAKEN:
        what = _CALLED.get(relation.kind, f"a part of the kind `{relation.kind}`")
        raise UnusableError(f"{where} holds {what}", "remove it from the slide master and its layouts, or make a picture of it")


def _required(archive: Archive, name: str) -> str:
    found = archive.spelled(name)
    if found is None:
        raise UnusableError(f"it is no PowerPoint file: there is no `{name}` in it", "save it as .pptx or .potx in PowerPoint")
    return found


def _type(name: str) -> str:
    return f"{{{PACKAGE}/content-types}}{name}"
