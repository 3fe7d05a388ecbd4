"""Plain data that knows where each of its values stands: comes out of the YAML reader, goes into schema and decoder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.diagnostics.location import Location
from builders.model.text import Named

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None
Path = tuple[str | int, ...]
_NESTED = (dict, list)


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file. ``marks`` gives line and column (from 1) of every value, ``key_marks`` of every key, by path."""

    file: str
    data: Data
    marks: dict[Path, tuple[int, int]]
    key_marks: dict[Path, tuple[int, int]]

    def at(self, path: Path) -> Location:
        """Where a value stands; for one that is absent, where the nearest one around it stands."""
        while path and path not in self.marks:
            path = path[:-1]
        return Location(self.file, *self.marks.get(path, (1, 1)))

    def key_at(self, path: Path) -> Location:
        """Where a key stands; for a list's item, where the item stands."""
        return Location(self.file, *self.key_marks[path]) if path in self.key_marks else self.at(path)


@dataclass(frozen=True, slots=True)
class View:
    """A cursor on a value of a document that its schema has accepted.

    ``values`` of another type than asked for count as absent: the schema has reported them, and a file with findings of
    level error is decoded no further than its id.
    """

    document: Document
    path: Path
    data: Data

    @classmethod
    def of(cls, document: Document) -> View:
        """On the whole document."""
        return cls(document, (), document.data)

    @property
    def at(self) -> Location:
        return self.document.at(self.path)

    def get(self, key: str) -> View | None:
        value = self._value(key)
        return View(self.document, (*self.path, key), value) if value is not None else None

    def items(self, key: str) -> tuple[View, ...]:
        """The views of a list's items; none where the key is absent."""
        found = self._value(key)
        if not isinstance(found, list):
            return ()
        return tuple(View(self.document, (*self.path, key, index), value) for index, value in enumerate(found))

    def _value(self, key: str) -> Data:
        return self.data.get(key) if isinstance(self.data, dict) else None

    def names(self) -> tuple[str, ...]:
        """The keys of a mapping, in the order of the file."""
        return tuple(self.data) if isinstance(self.data, dict) else ()

    def children(self) -> Iterator[tuple[str, View]]:
        if isinstance(self.data, dict):
            for key, value in self.data.items():
                yield key, View(self.document, (*self.path, key), value)

    def string(self, key: str, default: str = "") -> str:
        found = self._value(key)
        return str(found) if found is not None and not isinstance(found, _NESTED) else default

    def integer(self, key: str, default: int = 0) -> int:
        found = self._value(key)
        return int(found) if isinstance(found, int | float) else default

    def strings(self, key: str) -> tuple[str, ...]:
        return tuple(Named(str(item.data), item.at) for item in self.items(key))
