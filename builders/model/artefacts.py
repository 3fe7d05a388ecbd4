"""What a build makes: the kinds of artefact, their names and their places under the output folder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of artefact."""

    HANDBOOK = "handbook"
    SESSION_DECK = "session-deck"
    DAY_DECK = "day-deck"
    SCORM12 = "scorm12"
    SCORM2004 = "scorm2004"


@dataclass(frozen=True, slots=True, order=True)
class OutputFile:
    """One file to be written. ``path`` is relative, with ``/`` between its parts."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Artefact:
    """One thing to download or open. ``path`` is relative to the output folder: a file, or for the handbook its folder.

    ``module`` is filled for packages, ``course`` for decks, ``session`` (a session's id) for a session's deck,
    ``day`` (from 1) for a day's deck, ``version`` for whatever belongs to one module.
    """

    kind: Kind
    language: str
    path: str
    module: str = ""
    course: str = ""
    session: str = ""
    day: int = 0
    version: str = ""


def handbook(language: str) -> Artefact:
    return Artefact(Kind.HANDBOOK, language, f"handbook/{language}")


def session_deck(language: str, course: str, session: str, version: str) -> Artefact:
    path = f"decks/{language}/{course}/{session}.pptx"
    return Artefact(Kind.SESSION_DECK, language, path, course=course, session=session, version=version)


def day_deck(language: str, course: str, day: int) -> Artefact:
    return Artefact(Kind.DAY_DECK, language, f"decks/{language}/{course}/day-{day}.pptx", course=course, day=day)


def package(kind: Kind, language: str, module: str, version: str) -> Artefact:
    """A package's file name says all by itself: it is mailed and uploaded without its folder."""
    return Artefact(kind, language, f"lms/{kind}/{module}-{version}-{language}-{kind}.zip", module=module, version=version)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An artefact that has been built: ``bytes`` is its size, ``sha256`` 64 hex digits. For a folder ``bytes`` is the sum
    over its files and ``sha256`` the digest of their sorted ``sha256  path`` lines."""

    artefact: Artefact
    bytes: int
    sha256: str
