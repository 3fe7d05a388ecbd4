"""Untrusted XML: bytes come in, a tree of elements without their namespaces goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from builders.comparison.opening.failure import NotAPackageError

_DEEPEST = 200
_MOST = 200_000  # elements


@dataclass(slots=True)
class Element:
    """``name`` and the names of ``attributes`` are without their prefix. ``text`` is all character data directly inside."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value; nothing where it is not there."""
        return self.attributes.get(name, "")

    def walk(self, *names: str) -> Iterator[Element]:
        """This element and all below it in the order of the document, or those of these names."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            waiting.extend(reversed(here.children))
            if not names or here.name in names:
                yield here

    def first(self, *path: str) -> Element | None:
        """The first child of that name, and in it the first of the next name."""
        here: Element | None = self
        for name in path:
            here = next((child for child in here.children if child.name == name), None) if here else None
        return here

    def said(self, *path: str) -> str:
        """What the element at a path says; nothing where it is not there."""
        found = self.first(*path)
        return found.text.strip() if found else ""


def parse(data: bytes, path: str) -> Element:
    """Read XML. Entities are not expanded, nothing is fetched. Raises NotAPackageError for what cannot be read."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotAPackageError(f"`{path}` cannot be read: {error}") from error
    return reader.top.children[0]


class _Reader:
    """Collects elements as expat meets them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.top = Element("", {})
        self.open = [self.top]
        self.count = 0
        self.parser = expat.ParserCreate("utf-8")  # whatever the declaration says
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST or len(self.open) > _DEEPEST:
            raise NotAPackageError(f"`{self.path}` has more elements than are read")
        element = Element(_local(name), {_local(key): value for key, value in attributes.items()})
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, name: str) -> None:
        del name
        self.open.pop()

    def _characters(self, text: str) -> None:
        self.open[-1].text += text

    def _entity(self, name: str, *rest: object) -> None:
        del rest
        raise NotAPackageError(f"`{self.path}` declares the entity `{name}`")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
