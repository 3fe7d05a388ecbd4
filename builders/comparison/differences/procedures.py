"""Procedures: whether a learner finds the step again at which he or she left off."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept
from builders.comparison.nodes import Document, Procedure

_DROPPED = "The step reached in `{}`, and that it was gone through, are dropped."


def procedures(old: Document, new: Document) -> Iterator[Change]:
    """Saved are the step and whether the end was reached once."""
    for id in gone(old.procedures, new.procedures):
        yield _lost(id, "is gone", _DROPPED.format(id))
    for id in gone(new.procedures, old.procedures):
        yield _changed(id, "is new")
    for id in kept(old.procedures, new.procedures):
        yield from _same(id, old.procedures[id], new.procedures[id])


def _same(id: str, old: Procedure, new: Procedure) -> Iterator[Change]:
    if old.key != new.key:
        yield _lost(
            id, "is saved under another short key", f"The step reached in `{id}`, and that it was gone through, are dropped."
        )
    for step in gone(old.steps, new.steps):
        yield _lost(id, f"the step `{step}` is gone", f"Who left off at `{step}` begins `{id}` at its first step.")
    for step in gone(new.steps, old.steps):
        yield _changed(id, f"the step `{step}` is new", "Who has gone through to the end before has not seen it.")
    if old.start != new.start:
        yield _changed(id, f"begins with the step `{new.start}` now")
    for step in kept(old.steps, new.steps):
        if old.keys[step] != new.keys[step]:
            what = f"the step `{step}` is saved under another short key"
            yield _lost(id, what, f"Who left off at `{step}` begins `{id}` at its first step.")
        if old.steps[step] != new.steps[step]:
            onward = " or ".join(f"`{other}`" if other else "the end" for other in new.steps[step])
            yield _changed(id, f"after the step `{step}` comes {onward} now")


def _lost(id: str, what: str, meaning: str) -> Change:
    return Change(Topic.PROCEDURE, id, what, Weight.RECORDS, Verdict.CARE, meaning)


def _changed(id: str, what: str, meaning: str = "") -> Change:
    return Change(Topic.PROCEDURE, id, what, Weight.STRUCTURE, meaning=meaning)
