"""How much room words take: text comes in, its width in ems goes out.

The widths were measured in real fonts and are kept as data (``metrics.toml``), since the fonts that a build machine has must
not change a deck. Devanagari is shaped (:mod:`shaping`).
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from builders.targets.slides.shaping import Shapes

_DEVANAGARI = ("\u0900", "\u097f")
_UNMEASURED = 1000  # a letter that none of our fonts has is as wide as a Chinese one, the widest there is


@cache
def shapes(bold: bool) -> Shapes:
    """The measured widths of a weight."""
    weight = "bold" if bold else "regular"
    data = tomllib.loads((Path(__file__).parent / "metrics.toml").read_text(encoding="utf-8"))
    deva = {name: _widths(groups, joined=name in {"halves", "joined"}) for name, groups in data["devanagari"][weight].items()}
    return Shapes(others=_widths(data["latin"][weight], joined=False), default=_UNMEASURED, **deva)


def _widths(groups: dict[str, str], *, joined: bool) -> dict[str, int]:
    return {sign: int(width) for width, signs in groups.items() for sign in (signs.split(" ") if joined else signs)}


@lru_cache(maxsize=65536)
def width(word: str, bold: bool = False) -> float:
    """The width in ems of words in one row."""
    measured = shapes(bold)
    if word.isascii():
        known, default = measured.others, measured.default
        return sum([known.get(sign, default) for sign in word]) / 1000
    return measured.width(word) / 1000


@lru_cache(maxsize=65536)
def is_devanagari(text: str) -> bool:
    """Whether some character is in Devanagari, whose lines are taller."""
    return any(_DEVANAGARI[0] <= character <= _DEVANAGARI[1] for character in text)
