"""Cartridges and item banks: pages, tests and questions by id. A system makes things of its own of them at an import."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept, moved
from builders.comparison.differences.words import differing
from builders.comparison.opening.bank import Entry
from builders.comparison.package import Package


def entries(old: Package, new: Package) -> Iterator[Change]:
    """Pages that went or came are told by their resources."""
    for topic, id in old.entries:
        if topic is not Topic.PAGE and (topic, id) not in new.entries:
            meaning = f"`{id}` stays where it was imported before, and grades hang on it there."
            yield Change(topic, id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    for topic, id in new.entries:
        if topic is not Topic.PAGE and (topic, id) not in old.entries:
            yield Change(topic, id, "is new", Weight.STRUCTURE)
    for (topic, id), before in old.entries.items():
        after = new.entries.get((topic, id))
        if after:
            yield from _parts(topic, id, before, after)
            yield from differing(topic, id, {"": before.passage}, {"": after.passage})


def _parts(topic: Topic, id: str, old: Entry, new: Entry) -> Iterator[Change]:
    """The answers of a question, the questions of a test."""
    what = "the question" if topic is Topic.TEST else "the answer"
    for part in gone(old.parts, new.parts):
        meaning = f"Responses to `{id}` that name `{part}` belong to nothing in the new one."
        yield Change(topic, id, f"{what} `{part}` is gone", Weight.RECORDS, Verdict.CARE, meaning)
    for part in gone(new.parts, old.parts):
        yield Change(topic, id, f"{what} `{part}` is new", Weight.STRUCTURE)
    if moved(kept(old.parts, new.parts), kept(new.parts, old.parts)):
        yield Change(topic, id, f"{what}s stand in another order", Weight.STRUCTURE)
