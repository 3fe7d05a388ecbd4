"""An element of XML as the rules see it: what it is, what it says, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Element:
    """``name`` is the name as written, with its prefix; ``kind`` what it means (``item``, ``adlcp:masteryscore``).

    ``attributes`` have their names as written, namespace declarations among them. ``undeclared`` are the prefixes of this
    element and its attributes that nothing declares. ``text`` is all character data directly inside, without the space
    around it.
    """

    name: str
    kind: str
    namespace: str
    attributes: Mapping[str, str]
    undeclared: tuple[str, ...]
    at: Location
    text: str
    children: tuple[Element, ...]

    @property
    def prefix(self) -> str:
        return self.name.rpartition(":")[0]

    def get(self, name: str) -> str:
        """The attribute of that name, as written, or nothing."""
        return self.attributes.get(name, "")

    def all(self, *kinds: str) -> tuple[Element, ...]:
        """The children of these kinds, in their order."""
        return tuple(child for child in self.children if child.kind in kinds)

    def first(self, *path: str) -> Element | None:
        """The first child of that kind, and in it the first of the next kind."""
        here: Element | None = self
        for kind in path:
            here = next((child for child in here.children if child.kind == kind), None) if here else None
        return here

    def walk(self, *kinds: str) -> Iterator[Element]:
        """This element and all below it in the order of the document, or those of ``kinds`` among them."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            waiting.extend(reversed(here.children))
            if not kinds or here.kind in kinds:
                yield here
