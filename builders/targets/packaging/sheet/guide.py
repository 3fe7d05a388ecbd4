"""The shape of a guide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Keys = tuple[str, ...]
"""Keys of words."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a system: its ``label`` and ``value`` as the system shows them, in English, and the key of the reason. An
    empty value is one that is left empty."""

    label: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Route:
    """How to do it in one system. ``system`` is its name, empty where the whole sheet is about one system."""

    steps: Keys
    settings: tuple[Setting, ...] = ()
    system: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """``events`` are what the package reports: the key of the occasion, the status as a system shows it, the key of the score.
    Everything else are keys of sentences."""

    before: Keys
    routes: tuple[Route, ...]
    reports: Keys
    smoke: Keys
    renew: Keys
    limits: Keys
    events: tuple[tuple[str, str, str], ...] = ()
    attempts: Keys = ()


def keys(*given: str | bool | Iterable[str]) -> Keys:
    """The keys among what is given: strings, groups of them, and False for what does not apply."""
    found: list[str] = []
    for each in given:
        if isinstance(each, str):
            found.append(each)
        elif not isinstance(each, bool):
            found.extend(each)
    return tuple(found)
