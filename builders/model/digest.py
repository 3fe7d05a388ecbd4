"""The digest of a slice of the model: nodes come in, a stable hexadecimal string goes out.

Two slices have the same digest when they mean the same: fields that do not take part in comparison (where a node stands
in its file) are left out, so that a line added above a segment does not build its deck again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

from builders.model.courses import Course
from builders.model.curriculum import Source, Term
from builders.model.modules import Media, Segment
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop

_Scalar = str | int | float | bool | None | date
# Nodes that many slices share: each is walked once, and stands in the larger ones by its digest.
_SHARED = (Course, Media, Question, Scenario, Segment, Sop, Source, Term)


class Digester:
    """Digests the slices of one build. It keeps the shared nodes that it has seen."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[object, bytes]] = {}

    def digest(self, *values: object) -> str:
        """SHA-256 over a canonical form of frozen nodes, tuples, strings, numbers, dates, bytes and None; 64 hex digits.

        Raises TypeError for anything else.
        """
        return self._hash(values).hex()

    def _hash(self, value: object) -> bytes:
        hasher = hashlib.sha256()
        for part in self._parts(value):
            hasher.update(part)
        return hasher.digest()

    def _parts(self, value: object) -> Iterator[bytes]:
        # Lengths and type marks keep ("ab", "c") apart from ("a", "bc") and 1 from "1".
        if isinstance(value, bytes):
            yield b"b%d:" % len(value)
            yield value
        elif isinstance(value, _Scalar):
            text = f"{type(value).__name__}:{value}".encode()
            yield b"%d:" % len(text)
            yield text
        elif isinstance(value, tuple):
            yield b"t%d:" % len(value)
            for item in value:
                yield from self._parts(item)
        elif isinstance(value, _SHARED):
            yield self._shared(value)
        else:
            yield from self._node(value)

    def _shared(self, node: object) -> bytes:
        known = self._seen.get(id(node))
        if known is None:
            hasher = hashlib.sha256()
            for part in self._node(node):
                hasher.update(part)
            known = self._seen[id(node)] = (node, hasher.digest())  # holding the node keeps its id from being used again
        return known[1]

    def _node(self, node: object) -> Iterator[bytes]:
        if not is_dataclass(node) or isinstance(node, type):
            raise TypeError(f"no digest for {type(node).__name__}")
        yield b"n" + type(node).__name__.encode()
        for name in _compared_fields(type(node)):
            yield from self._parts(getattr(node, name))


@cache
def _compared_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.compare)
