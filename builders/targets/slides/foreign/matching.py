"""Which of an academy's layouts stands for which of ours: a template and the author's names come in, matches go out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.found import Found
from builders.targets.slides.frame import Frame

_ROOM = (280, 150)  # points: content needs as much at least


@dataclass(frozen=True, slots=True)
class Panel:
    """A shape behind content: its place as shares of the room for content, and its colour."""

    place: Frame
    fill: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one of our layouts is found, and laid out where the template has no placeholders for it: see ``places.toml``."""

    name: str
    types: tuple[str, ...]
    names: tuple[str, ...]
    holds: str
    instead: tuple[str, ...]
    places: Mapping[int, Frame]
    panels: tuple[Panel, ...]
    on: Mapping[int, str]
    anywhere: bool


@dataclass(frozen=True, slots=True)
class Match:
    """``how`` is ``named`` (by the author), ``name``, ``type``, ``places`` or ``nearest``: then the template has none such, and
    this one is used instead."""

    layout: str
    found: Found
    how: str

    @property
    def missing(self) -> bool:
        return self.how == "nearest"


@cache
def recipes() -> dict[str, Recipe]:
    """Ours by name, with one for a title and nothing else."""
    data = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
    return {name: _recipe(name, values) for name, values in data.items()}


def _recipe(name: str, data: dict[str, Any]) -> Recipe:
    return Recipe(
        name=name,
        types=tuple(data["types"]),
        names=tuple(data["names"]),
        holds=data.get("holds", ""),
        instead=tuple(data["instead"]),
        places={int(idx): Frame(*place) for idx, place in data.get("places", {}).items()},
        panels=tuple(Panel(Frame(*panel["place"]), panel["fill"]) for panel in data.get("panels", ())),
        on={int(idx): fill for idx, fill in data.get("on", {}).items()},
        anywhere=data.get("anywhere", False),
    )


def matched(layouts: Sequence[Found], wanted: Sequence[str], named: Mapping[str, str]) -> dict[str, Match]:
    """A layout of the template for each of ours. ``named`` are the names that the author gave; one that the template does not
    have counts for nothing. Raises UnusableError where no layout has room for anything."""
    usable = [found for found in layouts if found.upright and _has_room(found)]
    if not usable:
        raise UnusableError(
            "none of its layouts has room for a title and content", "add a layout with a title and a text placeholder"
        )
    known = {_plain(found.name): found for found in reversed(layouts)}
    matches: dict[str, Match] = {}
    for name in wanted:
        own = known.get(_plain(named.get(name, "")))
        matches[name] = Match(name, own, "named") if own else _match(name, usable)
    return matches


def unknown_names(layouts: Sequence[Found], named: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The author's names that no layout of the template has, with our names of those layouts."""
    known = {_plain(found.name) for found in layouts}
    return tuple((layout, name) for layout, name in named.items() if _plain(name) not in known)


def _match(name: str, usable: Sequence[Found]) -> Match:
    found, how = _fitting(recipes()[name], usable)
    if found:
        return Match(name, found, how)
    waiting, seen = list(recipes()[name].instead), {name}
    while waiting:
        other = waiting.pop(0)
        if other not in seen:
            seen.add(other)
            found, _ = _fitting(recipes()[other], usable)
            if found:
                return Match(name, found, "nearest")
            waiting += recipes()[other].instead
    return Match(name, max(usable, key=lambda each: (each.begins_with_title, each.stage.w * each.stage.h)), "nearest")


def _fitting(recipe: Recipe, usable: Sequence[Found]) -> tuple[Found | None, str]:
    """The layout that means the same, and by what it was known. Without a title, for most at its beginning, it is none."""
    titled = [found for found in usable if found.begins_with_title or (recipe.anywhere and found.title is not None)]
    for name in recipe.names:
        for found in titled:
            if _plain(found.name) == name:
                return found, "name"
    for type in recipe.types:
        for found in titled:
            if found.type == type:
                return found, "type"
    for found in titled if recipe.holds else ():
        if not found.type and _held(found) == recipe.holds:
            return found, "places"
    return None, ""


def _held(found: Found) -> str:
    """What a layout has places for besides the title: text, pictures, ``?`` for anything else; ``-`` for nothing; ``o`` where its
    title is one that opens a presentation."""
    if found.place("ctrTitle"):
        return "o"
    kinds = sorted("t" if place.takes_words else "p" if place.kind == "pic" else "?" for place in found.contents)
    return "".join(sorted(kinds, key="tp?".index)) or "-"


def _has_room(found: Found) -> bool:
    by_type = {"title": 0.5, "secHead": 0.5, "ctrTitle": 0.5}.get(found.type, 1.0)  # their content is a line or two
    return found.stage.w >= _ROOM[0] * by_type and found.stage.h >= _ROOM[1] * by_type * by_type


def _plain(name: str) -> str:
    """A name as it is compared: small letters, one space between words, without the number that PowerPoint adds."""
    words = name.casefold().replace("-", " ").replace("_", " ").split()
    if len(words) > 1 and words[0].isdigit():
        words = words[1:]
    return " ".join(words)
