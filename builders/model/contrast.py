"""How well words stand out from their ground: colours as RRGGBB come in, ratios and blends go out (WCAG 2.2)."""

from __future__ import annotations

LEAST = 4.5
"""The ratio that words need (success criterion 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blended(colour: str, ground: str, share: float) -> str:
    """A colour of which a share (0 to 1) covers a ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "".join(f"{round(255 * (over * share + under * (1 - share))):02X}" for over, under in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
