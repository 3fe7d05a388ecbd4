"""Pages: which ones there are, in what order, and under which keys it is saved that they were read."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept, moved, renamed
from builders.comparison.nodes import Document


def pages(old: Document, new: Document) -> Iterator[Change]:
    """Pages of tests are judged with their tests. Those that do not count as progress leave no record."""
    before = [id for id in old.counted if id not in old.tests]
    after = [id for id in new.counted if id not in new.tests]
    went, came = gone(before, after), gone(after, before)
    names = renamed("page", went, came, old.words, new.words)
    for id in went:
        yield _gone(id, names.get(id, ""))
    for id in came:
        if id not in names.values():
            yield _new(id, new)
    for id in kept(before, after):
        if old.pages.get(id) != new.pages.get(id):
            what = "is saved under another short key"
            yield Change(Topic.PAGE, id, what, Weight.RECORDS, Verdict.CARE, "That they were read is dropped.")
    if moved(old.counted, new.counted):
        yield Change(Topic.PAGE, "", "the order is another one", Weight.STRUCTURE)
    yield from _extra(old, new)


def _gone(id: str, name: str) -> Change:
    lost = f"That `{id}` was read is dropped; who left off there begins at the first page."
    if name:
        return Change(
            Topic.PAGE, id, f"is called `{name}` now", Weight.RECORDS, Verdict.CARE, f"{lost} `{name}` counts as not read."
        )
    return Change(Topic.PAGE, id, "is gone", Weight.RECORDS, Verdict.CARE, lost)


def _new(id: str, new: Document) -> Change:
    decided = any(test.mastery is not None for test in new.tests.values())
    meaning = "Counts as not read." if decided else "Counts as not read: who is half-way has to read it to complete."
    return Change(Topic.PAGE, id, "is new", Weight.STRUCTURE, meaning=meaning)


def _extra(old: Document, new: Document) -> Iterator[Change]:
    before, after = gone(old.pages, old.counted), gone(new.pages, new.counted)
    for id in gone(before, new.pages):
        yield Change(Topic.PAGE, id, "is gone; it never counted as progress", Weight.STRUCTURE)
    for id in gone(after, old.pages):
        yield Change(Topic.PAGE, id, "is new; it does not count as progress", Weight.STRUCTURE)
