"""Untrusted XML: the bytes of a part come in, its root element goes out, names with their namespace as ``{namespace}name``.

A DOCTYPE is refused before anything in it is read, so no entity is ever expanded and nothing is fetched.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from builders.targets.slides.foreign.failure import SAVE_AGAIN, UnusableError

MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

LARGEST = 8 << 20
"""Bytes of one part of XML."""

_DEEPEST = 100
_MOST = 100_000  # elements


class _Reader:
    """Builds the tree, and gives up on what no presentation has."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._tree = TreeBuilder()
        self._deep = self._count = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._tree.data

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
            return self._tree.close()
        except (expat.ExpatError, LookupError, ValueError) as error:
            if isinstance(error, UnusableError):
                raise
            raise UnusableError(f"its part `{self._part}` cannot be read: {error}", SAVE_AGAIN) from error

    def _doctype(self, *declared: object) -> None:
        del declared
        raise UnusableError(f"its part `{self._part}` has a DOCTYPE, which can pull in other files", SAVE_AGAIN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._deep += 1
        if self._count > _MOST or self._deep > _DEEPEST:
            raise UnusableError(f"its part `{self._part}` has more elements than any slide needs", "make it simpler")
        self._tree.start(_full(name), {_full(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._deep -= 1
        self._tree.end(_full(name))


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def parse(data: bytes, part: str) -> Element:
    """Raises UnusableError for what cannot be read."""
    if len(data) > LARGEST:
        raise UnusableError(f"its part `{part}` has {len(data):,} bytes; at most {LARGEST:,} are read", "make it simpler")
    return _Reader(part).read(data)


def p(name: str) -> str:
    """A name of PresentationML."""
    return f"{{{MAIN}}}{name}"


def a(name: str) -> str:
    """A name of DrawingML."""
    return f"{{{DRAWING}}}{name}"


def number(element: Element | None, key: str, usual: int = 0) -> int:
    """An attribute that holds a whole number; what is no number counts as not there."""
    found = element.get(key) if element is not None else None
    try:
        return int(found) if found is not None else usual
    except ValueError:
        return usual
