"""Words with their language, and ids with their place: come in from the reader, go out to everything that shows or judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown words as the author wrote them.

    ``language`` is the language that the words are really in: where an edition has no translation it is the source
    language, and whoever shows the words marks them (``lang`` attribute and a visible sign). ``stale`` says that they
    were translated from a source that has changed since.
    """

    value: str
    language: str
    at: Location = field(compare=False)
    stale: bool = False

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def __reduce__(self) -> tuple[type[Text], tuple[str, str, Location, bool]]:
        return Text, (self.value, self.language, self.at, self.stale)  # as in Location


class Named(str):
    """An id that refers to something, as it stands in a file: a string like any other, that knows its place.

    Two are equal when they read alike, wherever they stand.
    """

    __slots__ = ("at",)
    at: Location

    def __new__(cls, id: str, at: Location) -> Named:
        named = super().__new__(cls, id)
        named.at = at
        return named

    def __reduce__(self) -> tuple[type[Named], tuple[str, Location]]:
        return Named, (str(self), self.at)  # as a string, pickle would leave out the place


def place(id: str, default: Location) -> Location:
    """Where an id stands; ``default`` for one that was not read from a file."""
    return id.at if isinstance(id, Named) else default


def texts_in(*nodes: object) -> Iterator[Text]:
    """Every text in nodes of the model and tuples of them, in reading order, empty ones included."""
    waiting: list[Any] = list(reversed(nodes))  # a stack, not recursion: this is asked of every page's nodes
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif names := _last_first(value.__class__):
            waiting.extend([getattr(value, name) for name in names])


@cache
def _last_first(kind: type) -> tuple[str, ...]:
    """The fields of a node in which texts may stand, from the last to the first; none of what is no node."""
    return tuple(reversed(compared_fields(kind))) if is_dataclass(kind) else ()


@cache
def compared_fields(kind: type) -> tuple[str, ...]:
    """The names of a node's fields without those that only say where it stands."""
    return tuple(field.name for field in fields(kind) if field.compare)
