"""What the system itself knows of a package: its identifiers, its units and their rules."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept, moved
from builders.comparison.differences.words import becomes
from builders.comparison.opening.manifest import Launch
from builders.comparison.package import Package
from builders.model.artefacts import SCORM, Kind

_DELETES = "Moodle deletes the records of an item whose identifier is gone; elsewhere they belong to nothing."


def manifest(old: Package, new: Package) -> Iterator[Change]:
    """Identifiers of the package as a whole, and its words. Some systems know a package by them (not Moodle, which goes by
    items). Manifests of two standards have nothing to compare."""
    if old.kind is not new.kind:
        return
    for name, was in old.manifest.ids.items():
        now = new.manifest.ids.get(name, "")
        if was != now:
            meaning = "A system that knows the package by it takes this for another one and begins new records."
            verdict = Verdict.NEW if name == "course" else Verdict.CARE
            yield Change(Topic.MANIFEST, was, f"the identifier of the {name} is `{now}` now", Weight.RECORDS, verdict, meaning)
    if old.manifest.words != new.manifest.words and old.side.languages == new.side.languages:
        said = becomes(" ".join(old.manifest.words), " ".join(new.manifest.words))
        yield Change(Topic.METADATA, "", said, Weight.TEXT)


def units(old: Package, new: Package) -> Iterator[Change]:
    """SCOs and AUs that went, came, or are launched otherwise. Of a package that is launched as one, nothing but the latter."""
    for id in gone(old.units, new.units):
        meaning = f"What learners did in `{id}` is lost."
        if old.kind in SCORM:
            meaning = f"{meaning} {_DELETES}"
        yield Change(Topic.UNIT, id, "is gone", Weight.RECORDS, Verdict.NEW, meaning)
    for id in gone(new.units, old.units):
        meaning = "Not begun: who had completed everything has this one left."
        yield Change(Topic.UNIT, id, "is new", Weight.STRUCTURE, meaning=meaning)
    if moved(old.units, new.units):
        yield Change(Topic.UNIT, "", "the order is another one", Weight.STRUCTURE)
    for id in kept(old.units, new.units):
        was, now = old.units[id].launch, new.units[id].launch
        if was and now and old.kind is new.kind:
            yield from _launch(id, was, now, old.kind)


def _launch(id: str, old: Launch, new: Launch, kind: Kind) -> Iterator[Change]:
    if old.item != new.item:
        what = f"its identifier is `{new.item}` now, was `{old.item}`"
        meaning = f"Records are kept under `{old.item}`: learners begin `{id}` anew."
        if kind in SCORM:
            meaning = f"{meaning} {_DELETES}"
        yield Change(Topic.UNIT, id, what, Weight.RECORDS, Verdict.NEW, meaning)
    for name, was in old.ids.items():
        now = new.ids.get(name, "")
        if was != now:
            meaning = f"What a system keeps under `{was}` is not found again."
            yield Change(Topic.UNIT, id, f"its {name} is `{now}` now, was `{was}`", Weight.RECORDS, Verdict.CARE, meaning)
    if old.page != new.page:
        yield Change(Topic.UNIT, id, f"opens `{new.page}` now, was `{old.page}`", Weight.STRUCTURE)
    for name, was in old.rules.items():
        now = new.rules.get(name, "")
        # The pass mark is judged with the test that it stands for; here it counts only where it comes or goes.
        if was != now and (name != "pass mark" or not (was and now)):
            what = f"the manifest's {name} is {now or 'gone'} now, was {was or 'not stated'}"
            meaning = "The system itself judges otherwise from now on; what it has judged stays."
            yield Change(Topic.UNIT, id, what, Weight.STRUCTURE, Verdict.CARE, meaning)


def languages(old: Package, new: Package) -> Iterator[Change]:
    """Languages inside the package. Progress is the same in all of them."""
    before, after = old.side.languages, new.side.languages
    for code in gone(before, after):
        meaning = f"Who chose {code} goes on in {after[0]}; progress is kept."
        yield Change(Topic.LANGUAGE, code, "is gone", Weight.STRUCTURE, Verdict.CARE, meaning)
    for code in gone(after, before):
        yield Change(Topic.LANGUAGE, code, "is new", Weight.STRUCTURE)
    if before and after and before[0] != after[0] and before[0] in after:
        yield Change(Topic.LANGUAGE, after[0], f"opens first now, was {before[0]}", Weight.STRUCTURE)
