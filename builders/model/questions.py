"""A module's item bank."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.text import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a ``choice`` or ``multiple`` question."""

    id: str
    text: Text
    correct: bool
    feedback: Text | None
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """One right pair of a ``match`` question."""

    id: str
    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an ``order`` question; the items stand in their right order."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a ``rating`` question and its number of steps."""

    low: Text
    high: Text
    steps: int


@dataclass(frozen=True, slots=True)
class Question:
    """An item of the bank.

    ``kind`` decides which of the following are filled: ``choices`` for choice and multiple; ``answer`` is a bool for
    true-false, a float for number; ``pairs`` for match; ``items`` for order; ``scale`` for rating. ``feedback`` is
    keyed ``if-true``/``if-false`` for true-false, ``correct``/``incorrect`` for match, order and number, ``any`` for
    rating, and empty for the kinds whose choices carry their own. ``use`` is a subset of check, pre-test, post-test, final.
    """

    id: str
    kind: str
    objective: str
    level: str
    use: tuple[str, ...]
    stem: Text
    at: Location = field(compare=False)
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    pairs: tuple[Pair, ...] = ()
    items: tuple[Item, ...] = ()
    answer: bool | float | None = None
    tolerance: float = 0
    unit: Text | None = None
    scale: Scale | None = None
    feedback: tuple[tuple[str, Text], ...] = ()

    @property
    def graded(self) -> bool:
        return self.kind != "rating"

    def feedback_for(self, outcome: str) -> Text | None:
        return dict(self.feedback).get(outcome)
