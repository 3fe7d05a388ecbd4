"""Words that are not translated, or were translated from an older source: nodes of the model come in, the kind of sign
to show goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from builders.model.text import Text


def mark_of(language: str, *nodes: object) -> str:
    """``fallback`` where some words are in another language, else ``stale`` where some are out of date, else nothing."""
    found = list(texts_in(*nodes))
    if any(text.language != language for text in found):
        return "fallback"
    return "stale" if any(text.stale for text in found) else ""


def texts_in(*nodes: object) -> Iterator[Text]:
    """Every text in nodes of the model and tuples of them; empty texts need no translation."""
    for node in nodes:
        if isinstance(node, Text):
            if node:
                yield node
        elif isinstance(node, tuple):
            yield from texts_in(*node)
        elif is_dataclass(node) and not isinstance(node, type):
            for name in _names(type(node)):
                yield from texts_in(getattr(node, name))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.compare)
