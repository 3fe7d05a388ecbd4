"""How typefaces are set: names of fonts come in, measures of the scripts that they set go out.

Widths of letters are those of Arial and of Noto Sans Devanagari (:mod:`metrics`); other faces count by how much wider and
higher they are (``faces.toml``). No font of the machine that builds is looked at, so that decks are the same everywhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from builders.targets.slides.theme import Script

LATIN, DEVANAGARI = "latin", "devanagari"
_STAND_IN = {LATIN: "noto sans", DEVANAGARI: "noto sans devanagari"}


@dataclass(frozen=True, slots=True)
class Face:
    """``width`` against the face that letters were measured in, ``height`` of a row in ems; ``everywhere`` says that every system
    has it, or a twin of it."""

    width: float
    height: float
    everywhere: bool = False


def face(kind: str, name: str) -> Face:
    """The measures of a face; of the widest and the highest one for a name that nobody has measured."""
    known = _faces()[kind]
    unknown = Face(max(found.width for found in known.values()), max(found.height for found in known.values()))
    found = known.get(name.casefold(), unknown)
    other = known[_STAND_IN[kind]]
    return found if found.everywhere else Face(max(found.width, other.width), max(found.height, other.height))


def is_measured(kind: str, name: str) -> bool:
    return name.casefold() in _faces()[kind]


def measured(scripts: Mapping[str, Script], latin: Iterable[str], devanagari: Iterable[str]) -> dict[str, Script]:
    """Scripts as these faces set them: with the width and the height of the largest. A deck in Devanagari has words in Latin
    letters among its own."""
    plain = [face(LATIN, name) for name in latin if name]
    complex = [face(DEVANAGARI, name) for name in devanagari if name]
    return {
        name: _as_set(script, [*plain, *complex] if name == "Deva" else plain, complex if name == "Deva" else plain)
        for name, script in scripts.items()
    }


def _as_set(script: Script, across: list[Face], down: list[Face]) -> Script:
    wide = max(found.width for found in across)
    high = max(found.height for found in down)
    return replace(script, safety=script.safety * wide, natural=max(script.natural, high))


@cache
def _faces() -> dict[str, dict[str, Face]]:
    data = tomllib.loads((Path(__file__).parent / "faces.toml").read_text(encoding="utf-8"))
    return {kind: {name.casefold(): Face(**values) for name, values in faces.items()} for kind, faces in data.items()}
