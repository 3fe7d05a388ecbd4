"""JSON of which nothing is taken for granted: a parsed value comes in, typed parts of it go out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from builders.comparison.opening.failure import NotAPackageError

_LARGEST = 1e12  # of what we count or measure; also keeps out what JSON calls Infinity and NaN


class Value:
    """A value and the way to it, which a complaint names. A part that is not there reads as empty; one of another type
    raises NotAPackageError."""

    def __init__(self, raw: object, way: str) -> None:
        self.raw = raw
        self.way = way

    @classmethod
    def parsed(cls, text: str, way: str) -> Value:
        try:
            raw = json.loads(text)
            json.dumps(raw, ensure_ascii=False).encode()  # half a surrogate pair could not be printed
        except (ValueError, RecursionError) as error:
            raise NotAPackageError(f"the data of {way} cannot be read: {error}") from error
        return cls(raw, way)

    def __contains__(self, key: str) -> bool:
        return key in self._mapping()

    def at(self, key: str) -> Value:
        return Value(self._mapping().get(key), f"{self.way}, {key}")

    def entries(self) -> Iterator[tuple[str, Value]]:
        for key, raw in self._mapping().items():
            yield key, Value(raw, f"{self.way}, {key}")

    def list(self) -> list[Value]:
        if not isinstance(self.raw, list | None):
            raise self._wrong("a list")
        return [Value(raw, f"{self.way}, {at}") for at, raw in enumerate(self.raw or [])]

    def texts(self) -> tuple[str, ...]:
        return tuple(value.text() for value in self.list())

    def text(self) -> str:
        if not isinstance(self.raw, str | None):
            raise self._wrong("a text")
        return self.raw or ""

    def number(self) -> float | None:
        """None where it is null or not there."""
        if self.raw is None:
            return None
        if isinstance(self.raw, bool) or not isinstance(self.raw, int | float) or not abs(self.raw) < _LARGEST:
            raise self._wrong("a number")
        return self.raw

    def whole(self) -> int:
        return int(self.number() or 0)

    def scalar(self) -> str:
        """A text or a number, as text."""
        return self.text() if isinstance(self.raw, str | None) else f"{self.number():g}"

    def _mapping(self) -> dict[str, object]:
        if not isinstance(self.raw, dict | None):
            raise self._wrong("a mapping")
        return self.raw or {}

    def _wrong(self, wanted: str) -> NotAPackageError:
        return NotAPackageError(f"the data of {self.way} is not {wanted}")
