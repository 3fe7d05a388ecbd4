"""How much room words take: text comes in, its width in ems goes out.

The widths come from a table and not from a font, since the fonts that a build machine has must not change a deck.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

_DEVANAGARI = ("\u0900", "\u097f")


@cache
def _table() -> tuple[dict[str, float], float, float]:
    data = tomllib.loads((Path(__file__).parent / "metrics.toml").read_text(encoding="utf-8"))
    widths = {character: int(width) / 1000 for width, characters in data["widths"].items() for character in characters}
    return widths, data["default"] / 1000, data["bold"]


@lru_cache(maxsize=65536)
def width(word: str, bold: bool = False) -> float:
    """The width in ems. Conjuncts are counted letter by letter, which is a little more than they take."""
    widths, default, heavier = _table()
    ems = sum(widths.get(character, default) for character in word)
    return ems * heavier if bold else ems


@lru_cache(maxsize=65536)
def is_devanagari(text: str) -> bool:
    """Whether some character is in Devanagari, whose lines are taller."""
    return any(_DEVANAGARI[0] <= character <= _DEVANAGARI[1] for character in text)
