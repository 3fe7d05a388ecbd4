"""A004: a colour of the theme file makes words hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.contrast import LEAST, contrast
from builders.model.curriculum import Curriculum


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Who sits at the back, or sees less well, cannot read it (WCAG 2.2, success criterion 1.4.3).

    Every pair of words and ground that decks have is compared. A pair is reported once, at the colour that the file gives for
    the words, else at the one for the ground.

    Example, on the white ground of a theme without a ``paper`` of its own::

        colours: {quiet: "#A0A0A0"}
    """
    theme = curriculum.theme
    if theme.template is not None:
        return  # its own colours are kept, and none of these is shown
    given = {colour.name: colour for colour in theme.colours}
    for words, under, one, other, where in theme.pairs():
        ratio = contrast(one, other)
        at = given.get(words) or given.get(under.partition("/")[0]) or given.get(_ground(theme.ground))
        if ratio < LEAST and at is not None:
            message = f"`{words}` #{one} on {_called(under, other)} has a contrast of {ratio:.1f}: {where}"
            yield Finding(at.at, "A004", message, f"{_remedy(one, other)}, until the contrast is {LEAST}")


def _called(under: str, seen: str) -> str:
    name, _, share = under.partition("/")
    return f"{share} per cent of `{name}` (#{seen})" if share else f"`{name}` #{seen}"


def _remedy(words: str, ground: str) -> str:
    darker = contrast(words, "FFFFFF") > contrast(ground, "FFFFFF")
    return "make the words darker or the ground lighter" if darker else "make the words lighter or the ground darker"


def _ground(kind: str) -> str:
    return "ink" if kind == "dark" else "paper"
