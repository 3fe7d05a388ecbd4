"""What a new version of a package does to learners' records: the bytes of two packages come in, a comparison goes out.

Any two packages of this program: SCORM, cmi5 and the web edition in full, Common Cartridges and item banks by their texts and
ids. Nothing is written or fetched, and reading has limits.
"""

from __future__ import annotations

from builders.comparison.change import Advice, Change, Comparison, Side, Topic, Verdict, Weight, gravest
from builders.comparison.differences import changes
from builders.comparison.opening.failure import NotAPackageError
from builders.comparison.package import Package, open_package
from builders.comparison.versions import advice

__all__ = [
    "Advice",
    "Change",
    "Comparison",
    "NotAPackageError",
    "Package",
    "Side",
    "Topic",
    "Verdict",
    "Weight",
    "compare",
    "compare_bytes",
    "gravest",
    "on_one_side",
    "open_package",
]


def compare_bytes(old: tuple[str, bytes], new: tuple[str, bytes]) -> Comparison:
    """Two packages, each as what the user calls it and its bytes. Raises NotAPackageError for another file."""
    return compare(open_package(*old), open_package(*new))


def compare(old: Package, new: Package) -> Comparison:
    """The former package and the one that is to take its place."""
    found = changes(old, new)
    said = advice(old.side.version, new.side.version, found)
    return Comparison(old.side, new.side, found, said, identical=old.files.digests == new.files.digests)


def on_one_side(old: Package | None, new: Package | None) -> Comparison:
    """A module or course that only one of two revisions has."""
    if new is not None:
        change = Change(Topic.PUBLICATION, new.side.id, "is new", Weight.STRUCTURE)
        return Comparison(None, new.side, (change,), Advice())
    if old is None:
        raise ValueError("neither side is there")
    meaning = "Whoever is half-way goes on with the package in use, as long as its activity stays."
    change = Change(Topic.PUBLICATION, old.side.id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    return Comparison(old.side, None, (change,), Advice())
