"""Words in a drawing: words and a width come in, lines and SVG text go out.

Nothing here knows a font: the page shows drawings in whatever font the device has. Widths are estimated, on the wide side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_WIDTHS = {"Mn": 0.0, "Mc": 0.34, "Cf": 0.0, "Lo": 0.72, "Lu": 0.7, "Ll": 0.57, "Nd": 0.6, "Zs": 0.3}
_OTHER = 0.5
LEADING = 1.45
"""Height of a line in units of the letters' size; Devanagari has signs above and below."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with its CSS class and the size of its letters in user units."""

    words: str
    kind: str
    size: int

    @property
    def height(self) -> float:
        return self.size * LEADING


def wide(words: str, size: int) -> float:
    """The estimated width of words in user units."""
    return size * sum(_WIDTHS.get(unicodedata.category(letter), _OTHER) for letter in words)


def wrapped(words: str, kind: str, *, size: int, room: float) -> list[Line]:
    """Words broken into lines between words; a word that is wider than the room stands by itself."""
    lines: list[str] = []
    for word in words.split():
        if lines and wide(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [Line(line, kind, size) for line in lines]


def written(lines: Iterable[Line], *, x: float, y: float, anchor: str = "start") -> str:
    """SVG text, its first line's top at ``y``."""
    found = []
    for line in lines:
        y += line.height
        baseline = y - line.size * 0.35
        found.append(
            f'<text class="{line.kind}" font-size="{line.size}" text-anchor="{anchor}" x="{_n(x)}" y="{_n(baseline)}">'
            f"{escape(line.words)}</text>"
        )
    return "".join(found)


def tall(lines: Iterable[Line]) -> float:
    return sum(line.height for line in lines)


def rectangle(kind: str, x: float, y: float, width: float, height: float, *, round: float) -> str:
    return f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(round)}"/>'


def badge(words: str, x: float, y: float) -> str:
    """A number in a circle."""
    return (
        f'<circle class="badge" cx="{_n(x)}" cy="{_n(y)}" r="11"/>'
        f'<text class="badge-number" font-size="12" text-anchor="middle" x="{_n(x)}" y="{_n(y + 4.3)}">{escape(words)}</text>'
    )


def arrow(*points: tuple[float, float]) -> str:
    """A line through points with a head at the last one; the last stretch must be level or upright."""
    (x0, y0), (x, y) = points[-2:]
    right, down = (x > x0) - (x < x0), (y > y0) - (y < y0)
    back = ((x - 8 * right - 5 * down, y - 8 * down - 5 * right), (x - 8 * right + 5 * down, y - 8 * down + 5 * right))
    path = "M" + "L".join(f"{_n(a)} {_n(b)}" for a, b in points)
    head = "M" + "L".join(f"{_n(a)} {_n(b)}" for a, b in (back[0], (x, y), back[1]))
    return f'<path class="arrow" d="{path}"/><path class="arrow-head" d="{head}Z"/>'


def drawing(kind: str, title: str, parts: Iterable[str], *, width: float, height: float) -> str:
    """The whole drawing, as one picture with a name for those who do not see it."""
    inside = "".join(parts)
    return (
        f'<svg class="{kind}" role="img" aria-label="{escape(title)}" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'width="{_n(width)}" height="{_n(height)}" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
