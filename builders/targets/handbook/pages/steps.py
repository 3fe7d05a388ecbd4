"""What the table, the flow and the details of a procedure share: how a step is numbered, linked and timed."""

from __future__ import annotations

from builders.model.sops import Sop, Step
from builders.targets.handbook.pages.writer import Writer


def numbers(sop: Sop) -> dict[str, int]:
    """Every step's number, counted from 1 as the author wrote them."""
    return {step.id: number for number, step in enumerate(sop.steps, start=1)}


def step_link(write: Writer, step: Step) -> str:
    return write.link(write.inline(step.title), write.page, f"step_{step.id}")


def within(write: Writer, step: Step) -> str:
    """The step's limit on the procedure's clock, empty where it has none."""
    return write.word(f"unit-{step.within.unit}", n=step.within.amount) if step.within else ""
