"""SCORM 1.2 reports answers as single characters, which stand for places: what a letter stood for and stands for now."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Weight
from builders.comparison.differences.ids import kept
from builders.comparison.package import Package, Unit
from builders.model.artefacts import Kind


def letters(old: Package, new: Package) -> Iterator[Change]:
    """Each question in which a letter has another meaning in reports from now on."""
    if old.kind is not Kind.SCORM12:
        return
    for unit in kept(old.units, new.units):
        yield from _of_unit(old.units[unit], new.units[unit])


def _of_unit(old: Unit, new: Unit) -> Iterator[Change]:
    for id in kept(old.first.questions, new.first.questions):
        pairs = zip(old.first.questions[id].ids, new.first.questions[id].ids, strict=False)
        other = next(((at, was, now) for at, (was, now) in enumerate(pairs) if was != now), None)
        if other:
            at, was, now = other
            meaning = f"In the system's reports `{chr(ord('a') + at)}` meant `{was}` before and means `{now}` now."
            yield Change(Topic.QUESTION, id, "its answers have other letters in reports", Weight.STRUCTURE, meaning=meaning)
