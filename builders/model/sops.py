"""Standard operating procedures: steps by actor, on a clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.text import Text

END = "end"
"""The ``next`` of a step that ends the procedure."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A time limit as the author wrote it. ``unit`` is min, h or days."""

    amount: int
    unit: str

    @property
    def minutes(self) -> int:
        return self.amount * {"min": 1, "h": 60, "days": 24 * 60}[self.unit]


@dataclass(frozen=True, slots=True)
class Record:
    """A register or form that steps write to."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Branch:
    """A step's decision: ``yes`` and ``no`` are ids of steps, or ``end``."""

    question: Text
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``within`` counts from the start of the SOP's clock; ``record`` is the id of a record or empty;
    ``next`` is the id of the following step or ``end``, and not followed where there is a ``decision``."""

    id: str
    title: Text
    actor: Text
    action: Text
    next: str
    at: Location = field(compare=False)
    substitute: Text | None = None
    trigger: Text | None = None
    say: Text | None = None
    within: Duration | None = None
    record: str = ""
    legal_basis: Text | None = None
    hand_over: Text | None = None
    escalation: Text | None = None
    never: Text | None = None
    decision: Branch | None = None

    @property
    def successors(self) -> tuple[str, ...]:
        return (self.decision.yes, self.decision.no) if self.decision else (self.next,)


@dataclass(frozen=True, slots=True)
class Sop:
    """``status`` is draft or approved. ``approved_by`` and ``review_by`` are empty until the department fills them.
    ``recall_never`` holds wrong actions that the learner picks out afterwards."""

    id: str
    title: Text
    version: str
    status: str
    approved_by: str
    review_by: str
    jurisdiction: Text
    purpose: Text
    scope: Text
    who: tuple[Text, ...]
    clock_starts: Text
    clock_limit: Duration
    legal_basis: Text
    records: tuple[Record, ...]
    steps: tuple[Step, ...]
    recall_never: tuple[Text, ...]
    at: Location = field(compare=False)

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)

    def record(self, id: str) -> Record | None:
        return next((record for record in self.records if record.id == id), None)
