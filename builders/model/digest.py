"""The digest of a slice of the model: nodes come in, a stable hexadecimal string goes out.

Two slices have the same digest when they mean the same: fields that do not take part in comparison (where a node stands
in its file) are left out, so that a line added above a segment does not build its deck again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date

from builders.model.courses import Course
from builders.model.curriculum import Source, Term
from builders.model.modules import Media, Segment
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.model.theme import Theme

_SCALARS = (int, float, type(None), date)
_Update = Callable[[bytes], None]
# Nodes that many slices share: each is walked once, and stands in the larger ones by its digest.
_SHARED = frozenset({Course, Media, Question, Scenario, Segment, Sop, Source, Term, Theme})


class Digester:
    """Digests the slices of one build. It keeps the shared nodes that it has seen."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[object, bytes]] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def digest(self, *values: object) -> str:
        """SHA-256 over a canonical form of frozen nodes, tuples, strings, numbers, dates, bytes and None; 64 hex digits.

        Raises TypeError for anything else.
        """
        hasher = hashlib.sha256()
        self._feed(values, hasher.update)
        return hasher.hexdigest()

    def _feed(self, value: object, update: _Update) -> None:
        # Lengths and type marks keep ("ab", "c") apart from ("a", "bc") and 1 from "1".
        if isinstance(value, str):
            data = value.encode()
            update(b"s%d:" % len(data))
            update(data)
        elif isinstance(value, tuple):
            update(b"t%d:" % len(value))
            for item in value:
                self._feed(item, update)
        elif type(value) in _SHARED:
            update(self._shared(value))
        elif type(value) in self._fields:
            self._feed_node(value, update)  # of a kind met before
        elif isinstance(value, bytes):
            update(b"b%d:" % len(value))
            update(value)
        elif isinstance(value, _SCALARS):
            update(f"{type(value).__name__}:{value};".encode())
        else:
            self._feed_node(value, update)

    def _shared(self, node: object) -> bytes:
        known = self._seen.get(id(node))
        if known is None:
            hasher = hashlib.sha256()
            self._feed_node(node, hasher.update)
            known = self._seen[id(node)] = (node, hasher.digest())  # holding the node keeps its id from being used again
        return known[1]

    def _feed_node(self, node: object, update: _Update) -> None:
        kind = type(node)
        names = self._fields.get(kind)
        if names is None:
            if not is_dataclass(node):
                raise TypeError(f"no digest for {kind.__name__}")
            names = self._fields[kind] = tuple(field.name for field in fields(node) if field.compare)
        update(b"n" + kind.__name__.encode())
        for name in names:
            self._feed(getattr(node, name), update)
