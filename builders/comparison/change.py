"""What a comparison says: changes, their weight and verdict. The vocabulary between what finds changes and what prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum


class Weight(StrEnum):
    """``text``: words alone. ``structure``: something was added, moved or set otherwise. ``records``: an id that learners'
    records hold is gone, or what hangs on it no longer fits."""

    TEXT = "text"
    STRUCTURE = "structure"
    RECORDS = "records"


class Verdict(Enum):
    """What to do with the package in use, from the mildest to the gravest; the value is the name in JSON."""

    REPLACE = "replace"
    CARE = "replace-with-care"
    NEW = "new-activity"

    @property
    def rank(self) -> int:
        return list(Verdict).index(self)


class Topic(StrEnum):
    """What a change concerns. The last ones follow from how a package was made and say nothing about its content."""

    PAGE = "page"
    QUESTION = "question"
    TEST = "test"
    SCENARIO = "scenario"
    PROCEDURE = "procedure"
    OBJECTIVE = "objective"
    REFLECTION = "reflection"
    UNIT = "unit"
    RESOURCE = "resource"
    METADATA = "metadata"
    MEDIA = "media"
    FILE = "file"
    PUBLICATION = "publication"
    STANDARD = "standard"
    MANIFEST = "manifest"
    LANGUAGE = "language"
    STATUS = "status"
    PLAYER = "player"


PACKAGING = frozenset({Topic.STANDARD, Topic.MANIFEST, Topic.LANGUAGE, Topic.STATUS, Topic.PLAYER})
"""Topics that no version of a module or course has to answer for."""


@dataclass(frozen=True, slots=True)
class Change:
    """``id`` is that of the item, without its package's standard. ``what`` is said of it, as in "page kit.first.open: is
    gone". ``meaning`` is what that is for a learner half-way, empty where it is nothing. ``unit`` is the id of the SCO or AU
    in a package with several; ``languages`` are those in which words changed."""

    topic: Topic
    id: str
    what: str
    weight: Weight
    verdict: Verdict = Verdict.REPLACE
    meaning: str = ""
    unit: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two packages. ``name`` is what the user calls it, ``standard`` a value of ``Kind``, ``version`` empty where
    the format has no place for it."""

    name: str
    standard: str
    id: str
    version: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Whether the version was raised as semantic versioning asks. ``needed`` is the least that would do, empty where the
    versions say nothing."""

    needed: str = ""
    enough: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``identical`` says that every file is the same, byte by byte. One side is None where only the other has the module."""

    old: Side | None
    new: Side | None
    changes: tuple[Change, ...]
    advice: Advice
    identical: bool = False

    @property
    def verdict(self) -> Verdict:
        return gravest(change.verdict for change in self.changes)

    @property
    def lost(self) -> tuple[str, ...]:
        """What learners half-way lose, each thing once, in the order of the changes."""
        return tuple(
            dict.fromkeys(change.meaning for change in self.changes if change.verdict is not Verdict.REPLACE and change.meaning)
        )


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict over several; over none: replace."""
    return max(verdicts, key=lambda verdict: verdict.rank, default=Verdict.REPLACE)
