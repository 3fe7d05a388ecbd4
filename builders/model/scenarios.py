"""Branching scenarios: a graph of nodes whose choices lead on to nodes or endings."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.text import Text


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What one player in the room knows and wants."""

    id: str
    title: Text
    card: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice at a node. ``score`` pairs objective ids with points; ``next`` is the id of a node or an ending."""

    id: str
    text: Text
    consequence: Text | None
    feedback: Text | None
    score: tuple[tuple[str, int], ...]
    next: str
    at: Location = field(compare=False)

    @property
    def points(self) -> int:
        return sum(points for _, points in self.score)


@dataclass(frozen=True, slots=True)
class Node:
    """A moment of the scenario: what is seen, what is said, what can be done."""

    id: str
    scene: Text | None
    speaker: Text | None
    says: Text | None
    choices: tuple[Decision, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ends. ``grade`` is good, fair or poor."""

    id: str
    grade: str
    title: Text
    text: Text
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """``mastery`` is the per cent of the best path's points that passes."""

    id: str
    title: Text
    summary: Text
    role: Text
    minutes: int
    objectives: tuple[str, ...]
    mastery: int
    roles: tuple[RoleCard, ...]
    start: str
    nodes: tuple[Node, ...]
    endings: tuple[Ending, ...]
    debrief: tuple[Text, ...]
    at: Location = field(compare=False)

    def node(self, id: str) -> Node | None:
        return next((node for node in self.nodes if node.id == id), None)

    def ending(self, id: str) -> Ending | None:
        return next((ending for ending in self.endings if ending.id == id), None)
