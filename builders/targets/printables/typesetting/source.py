"""Typst code: words and values come in, source text goes out.

Everything is written in code mode, and words only ever as string literals, so no sign that an author writes means anything to
Typst.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

NOTHING = "[]"
"""No content."""


def string(words: str) -> str:
    """A string literal. What has no shape on paper and no place in a PDF is left out: control characters, byte order marks,
    code points without a character."""
    kept = words if words.isascii() and words.isprintable() else "".join(sign for sign in words if _is_kept(sign))
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _is_kept(sign: str) -> bool:
    return sign in "\n\t" or (sign != "\ufeff" and category(sign) not in ("Cc", "Cn", "Cs"))


def array(items: Iterable[str]) -> str:
    """An array of what is source already."""
    listed = list(items)
    return f"({', '.join(listed)},)" if listed else "()"


def call(name: str, *arguments: str, **named: str) -> str:
    """A function call; ``_`` in a name stands for ``-``."""
    given = [*arguments, *(f"{key.replace('_', '-')}: {value}" for key, value in named.items())]
    return f"{name}({', '.join(given)})"


def joined(parts: Iterable[str]) -> str:
    """Content one after the other; empty parts are left out."""
    kept = [part for part in parts if part and part != NOTHING]
    return "{ " + "; ".join(kept) + " }" if kept else NOTHING


def truth(value: object) -> str:
    return "true" if value else "false"
