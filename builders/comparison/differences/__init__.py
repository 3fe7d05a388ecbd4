"""What differs between two packages: one file for each thing that can; pure functions of two packages or two units."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.entries import entries
from builders.comparison.differences.files import files, player, resources
from builders.comparison.differences.ids import kept
from builders.comparison.differences.launching import languages, manifest, units
from builders.comparison.differences.letters import letters
from builders.comparison.differences.others import interface, objectives, reflections, settings
from builders.comparison.differences.pages import pages
from builders.comparison.differences.procedures import procedures
from builders.comparison.differences.questions import questions
from builders.comparison.differences.scenarios import scenarios
from builders.comparison.differences.tests import tests
from builders.comparison.differences.words import MARKUP, words
from builders.comparison.nodes import Document
from builders.comparison.package import Package, Unit
from builders.model.artefacts import PLAYED

OF_PACKAGES: tuple[Callable[[Package, Package], Iterator[Change]], ...] = (
    manifest,
    languages,
    units,
    letters,
    files,
    resources,
    entries,
    player,
)
OF_DOCUMENTS: tuple[Callable[[Document, Document], Iterator[Change]], ...] = (
    pages,
    tests,
    questions,
    scenarios,
    procedures,
    objectives,
    reflections,
    settings,
    interface,
)


def changes(old: Package, new: Package) -> tuple[Change, ...]:
    """Every change, those that weigh most first, else in the order of the tables above."""
    incomparable = _incomparable(old, new)
    if incomparable:
        return (incomparable,)
    found = [*_other_standard(old, new)]
    for of_packages in OF_PACKAGES:
        found += of_packages(old, new)
    for id in kept(old.units, new.units):
        found += _of_units(old.units[id], new.units[id], unit=id if len(new.units) > 1 else "")
    weights = [Weight.RECORDS, Weight.STRUCTURE, Weight.TEXT]
    told = dict.fromkeys(change for change in found if not _says_nothing_new(change, found))
    return tuple(sorted(told, key=lambda change: (-change.verdict.rank, weights.index(change.weight))))


def _incomparable(old: Package, new: Package) -> Change | None:
    """The change that makes all others pointless."""
    if old.side.id != new.side.id:
        meaning = "Every id is another one: no record of learners fits."
        what = f"takes the place of `{old.side.id}`"
        return Change(Topic.PUBLICATION, new.side.id, what, Weight.RECORDS, Verdict.NEW, meaning)
    if old.kind is not new.kind and not {old.kind, new.kind} <= set(PLAYED):
        meaning = "The two have nothing in common that records could hang on."
        what = f"is {new.kind} now, was {old.kind}"
        return Change(Topic.STANDARD, "", what, Weight.RECORDS, Verdict.NEW, meaning)
    if old.by_session != new.by_session:
        before, after = ("session by session", "as one") if old.by_session else ("as one", "session by session")
        meaning = "The units are others: what learners did in the former ones is not found again."
        what = f"is launched {after} now, was {before}"
        return Change(Topic.STANDARD, "", what, Weight.RECORDS, Verdict.NEW, meaning)
    return None


def _other_standard(old: Package, new: Package) -> Iterator[Change]:
    if old.kind is not new.kind:
        meaning = "Status, score and answers have other names in another standard, and progress is kept elsewhere."
        yield Change(Topic.STANDARD, "", f"is {new.kind} now, was {old.kind}", Weight.RECORDS, Verdict.NEW, meaning)


def _of_units(old: Unit, new: Unit, *, unit: str) -> Iterator[Change]:
    """Ids are the same in all languages, so they are compared in the first one, words in each."""
    for of_documents in OF_DOCUMENTS:
        for change in of_documents(old.first, new.first):
            yield replace(change, unit=unit)
    for change in words(old.documents, new.documents):
        yield replace(change, unit=unit)


def _says_nothing_new(change: Change, found: list[Change]) -> bool:
    """Markup follows from whatever else changed in an item."""
    return change.what == MARKUP and any(
        other.what != MARKUP and (other.topic, other.id, other.unit) == (change.topic, change.id, change.unit) for other in found
    )
