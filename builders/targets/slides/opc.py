"""A package of parts (ECMA-376, part 2: Open Packaging Conventions): parts and their relationships come in, a zip goes out.

python-pptx keeps packages as well, and reads ours in the tests; writing through it takes longer than all the rest of a deck,
because it parses and searches what is here only text.
"""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass, field

from builders.storage.archive import zipped
from builders.targets.slides.drawing.xml import DECLARATION, quoted

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_PICTURES = {b"\x89PNG": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg"), b"GIF8": ("gif", "image/gif")}


class UnknownPictureError(ValueError):
    """Bytes that are no PNG, JPEG or GIF."""


@dataclass(slots=True)
class Links:
    """The relationships of one part, in the order in which they were asked for; the same one is not given twice."""

    source: str
    _ids: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    _kept: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a part (its name in the package) or, ``external``, to an address. ``kind`` is a
        relationship type: the last word of one of Office's, or a whole one."""
        return self._ids.setdefault((kind, target, external), f"rId{len(self._ids) + 1}")

    def keep(self, id: str, kind: str, target: str, *, external: bool) -> None:
        """Add a relationship of a part that was not made here, under the id by which the part knows it."""
        self._kept.append((id, kind, target, external))

    def xml(self) -> str:
        entries = "".join(self._entry(*kept) for kept in self._kept)
        entries += "".join(self._entry(id, *key) for key, id in self._ids.items())
        return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'

    def _entry(self, id: str, kind: str, target: str, external: bool) -> str:
        type = kind if "/" in kind else f"{OFFICE}/{kind}"
        if external:
            return f'<Relationship Id="{id}" Type="{type}" Target="{quoted(target)}" TargetMode="External"/>'
        address = posixpath.relpath(target, posixpath.dirname(self.source) or ".")
        return f'<Relationship Id="{id}" Type="{type}" Target="{quoted(address)}"/>'


@dataclass(slots=True)
class Parts:
    """The parts of a package by name (``ppt/slides/slide1.xml``), with their content types and relationships."""

    _data: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _links: dict[str, Links] = field(default_factory=dict)
    _endings: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Parts:
        """A package that begins with the same parts. Relationships asked for later are its own."""
        links = {name: Links(name, dict(found._ids), list(found._kept)) for name, found in self._links.items()}  # noqa: SLF001 - the same class's
        return Parts(dict(self._data), dict(self._types), links, dict(self._endings))

    def add(self, name: str, type: str, data: str | bytes) -> None:
        """Put a part in, or in the place of the one of that name."""
        self._data[name] = data.encode() if isinstance(data, str) else data
        self._types[name] = type

    def has(self, name: str) -> bool:
        return name in self._data

    def links(self, source: str = "") -> Links:
        """The relationships of a part; of the package itself without a name."""
        return self._links.setdefault(source, Links(source))

    def picture(self, data: bytes) -> str:
        """The name of the part that holds a picture, once however often it is shown. Raises UnknownPictureError."""
        kind = next((found for magic, found in _PICTURES.items() if data.startswith(magic)), None)
        if kind is None:
            raise UnknownPictureError(f"no picture that slides can show: {data[:8]!r}")
        return self.file("ppt/media", data, *kind)

    def file(self, folder: str, data: bytes, ending: str, type: str) -> str:
        """The name of the part that holds a whole file, named after its bytes: once however often it is used."""
        name = f"{folder}/{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        self._data[name] = data
        self._endings[ending] = type
        return name

    def zipped(self) -> bytes:
        """The package's bytes, the same for the same parts."""
        files = {"[Content_Types].xml": self._content_types().encode(), **self._data}
        for source, links in self._links.items():
            folder, _, name = source.rpartition("/")
            files[f"{folder}/_rels/{name}.rels".lstrip("/")] = links.xml().encode()
        return zipped(files.items(), first="[Content_Types].xml")

    def _content_types(self) -> str:
        endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **self._endings}
        defaults = "".join(f'<Default Extension="{ending}" ContentType="{type}"/>' for ending, type in sorted(endings.items()))
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in sorted(self._types.items()))
        return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'
