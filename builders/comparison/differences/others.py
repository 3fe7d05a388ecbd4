"""The rest of a unit: objectives, what learners write for themselves, status words, the player's own words."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, moved
from builders.comparison.nodes import Document

_WAYS = ("answers", "closing")
"""What the player is told of a system's ways (see ``scorm/package.py``)."""

_STATUS = {"passed": "Passing", "failed": "Having failed for good"}


def objectives(old: Document, new: Document) -> Iterator[Change]:
    """Results of the test that decides are reported by objective."""
    for id in gone(old.objectives, new.objectives):
        meaning = f"A result already reported under `{id}` stays in the system and is not brought up to date any more."
        yield Change(Topic.OBJECTIVE, id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    for id in gone(new.objectives, old.objectives):
        yield Change(Topic.OBJECTIVE, id, "is new", Weight.STRUCTURE)
    if moved(old.objectives, new.objectives):
        yield Change(Topic.OBJECTIVE, "", "the order is another one", Weight.STRUCTURE)


def reflections(old: Document, new: Document) -> Iterator[Change]:
    """Their text lies on the learner's device under the id of the box."""
    for id in gone(old.reflections, new.reflections):
        meaning = f"What learners wrote at `{id}` stays on their devices and is shown no more."
        yield Change(Topic.REFLECTION, id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    for id in gone(new.reflections, old.reflections):
        yield Change(Topic.REFLECTION, id, "is new", Weight.STRUCTURE)


def settings(old: Document, new: Document) -> Iterator[Change]:
    """The words that the system is told; what ids in statements begin with."""
    for key, what in _STATUS.items():
        was, now = old.settings.get(key), new.settings.get(key)
        if was and now and was != now:
            meaning = f"{what} is reported as `{now}`, was `{was}`: a completion rule that waits for `{was}` is not met any more."
            yield Change(Topic.STATUS, key, f"is `{now}` now, was `{was}`", Weight.STRUCTURE, Verdict.CARE, meaning)
    for key in _WAYS:
        was, now = (settings.get(key, "as the standard has it") for settings in (old.settings, new.settings))
        if was != now:
            yield Change(Topic.STATUS, key, f"is made for a system of other ways: {now} now, was {was}", Weight.STRUCTURE)
    was, now = old.settings.get("iri"), new.settings.get("iri")
    if was != now:
        meaning = "Statements of before and after are about different activities."
        yield Change(Topic.MANIFEST, "IRI", f"ids begin with `{now}` now, was `{was}`", Weight.RECORDS, Verdict.NEW, meaning)


def interface(old: Document, new: Document) -> Iterator[Change]:
    """Words of the player that are the same in every module."""
    changed = [key for key, text in new.interface.items() if old.interface.get(key, text) != text]
    if changed:
        yield Change(Topic.PLAYER, "", "says some things in other words", Weight.TEXT, languages=(new.language,))
