"""Modules and their sessions: what is taught."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.blocks import Block
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.model.text import Text

CORE = "core"
EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Objective:
    """What a participant can do afterwards."""

    id: str
    text: Text
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a session with its own time. ``depth`` is core or extended; ``stale`` says that its translation was
    made from an older source."""

    id: str
    title: Text
    minutes: int
    depth: str
    blocks: tuple[Block, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What often goes wrong in the room (``when``) and what the trainer does about it (``do``). For trainers alone."""

    id: str
    when: Text
    do: Text
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Session:
    """``id`` is ``<module>.<slug>``; ``slug`` its last part. ``prerequisites`` are session ids."""

    id: str
    title: Text
    summary: Text | None
    objectives: tuple[str, ...]
    prerequisites: tuple[str, ...]
    materials: tuple[Text, ...]
    prepare: tuple[Text, ...]
    difficulties: tuple[Difficulty, ...]
    segments: tuple[Segment, ...]
    at: Location = field(compare=False)

    @property
    def slug(self) -> str:
        return self.id.rpartition(".")[2]

    def taught(self, depth: str) -> tuple[Segment, ...]:
        """The segments of a course of this depth: all for extended, the core ones for core."""
        return tuple(segment for segment in self.segments if depth == EXTENDED or segment.depth == CORE)

    def minutes(self, depth: str = EXTENDED) -> int:
        return sum(segment.minutes for segment in self.taught(depth))


@dataclass(frozen=True, slots=True)
class Media:
    """A file of a module's media folder. ``path`` as sessions write it (``media/name.png``)."""

    path: str
    data: bytes = field(repr=False)
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Module:
    """``keywords`` are what somebody would search for. ``assessment_items`` is the number of questions drawn for the final
    assessment, 0 for all that may be used. ``translated`` says that this edition has its own words for the module (and is
    not a fallback as a whole)."""

    id: str
    title: Text
    summary: Text
    version: str
    status: str
    audience: Text
    competencies: tuple[str, ...]
    keywords: tuple[Text, ...]
    objectives: tuple[Objective, ...]
    sessions: tuple[Session, ...]
    questions: tuple[Question, ...]
    scenarios: tuple[Scenario, ...]
    sops: tuple[Sop, ...]
    media: tuple[Media, ...]
    mastery: int
    assessment_items: int
    translated: bool
    at: Location = field(compare=False)

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)
