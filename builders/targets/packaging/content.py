"""A package before its standard: titles, ids, units and files, all that a manifest of any standard needs."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[tuple[str, str], ...]
"""Plain words by language (BCP 47 tags), the package's first language first. Never empty; the words may fall back to another
language where there is no translation."""


def first(words: Words) -> str:
    return words[0][1]


@dataclass(frozen=True, slots=True)
class Goal:
    """A learning objective: its stable id and its words."""

    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Unit:
    """What is launched as one: a SCO, an AU. ``id`` is stable, ASCII and unique in the package, made of letters, digits,
    hyphens and dots. ``page`` is the document that opens, ``files`` the paths that this unit alone needs, its documents among
    them. ``kind`` is module, course, session, practice or test. ``mastery`` is in per cent, None without a test that decides.
    ``minutes`` is the typical time, 0 where nobody set one; ``saved_state`` the most characters that saved progress can take."""

    id: str
    kind: str
    title: Words
    summary: Words
    page: str
    files: tuple[str, ...]
    mastery: int | None
    minutes: int
    goals: tuple[Goal, ...]
    saved_state: int


@dataclass(frozen=True, slots=True)
class Content:
    """``id`` is that of the module (``empathy``) or course (``course-two-day``), ``kind`` module or course. ``units`` has one
    entry, or one for each session and test. ``shared`` are the paths that every unit needs (scripts, styles). ``files`` are
    path and bytes of everything but the manifest, sorted by path. ``competencies`` are id and title."""

    id: str
    kind: str
    languages: tuple[str, ...]
    title: Words
    summary: Words
    version: str
    keywords: tuple[Words, ...]
    audience: Words
    publisher: Words
    licence: str
    minutes: int
    goals: tuple[Goal, ...]
    competencies: tuple[tuple[str, Words], ...]
    units: tuple[Unit, ...]
    shared: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...]
