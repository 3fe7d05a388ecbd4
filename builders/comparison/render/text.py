"""Comparisons for a person at a terminal: first what to do, then why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builders.comparison.change import Change, Comparison, Side, Verdict, Weight
from builders.model.artefacts import PLAYED

_HEADINGS = {
    Weight.RECORDS: "Ids that learners' records hold",
    Weight.STRUCTURE: "Structure",
    Weight.TEXT: "Words",
}
_NOTHING = "Nothing differs."
_ONLY_PACKED = "No content differs, though the files are not the same byte for byte."
_ALL_NEW = "Make an activity for it: there is none yet."
_WORDS = "Replace the package. Only words changed; learners keep everything."
_SAFE = "Replace the package. Learners keep everything; what is new counts as not done."
_CARE = "Replace the package, knowing what learners half-way lose:"
_NEW = "Make a new activity, and leave the old one to those who have begun it:"
_IMPORT_SAFE = "No id is gone. An import adds and never replaces: import into a new course or category."
_IMPORT = "An import adds and never replaces: import into a new course or category, and mind what grades hang on:"


def render_text(comparisons: Sequence[Comparison]) -> str:
    """One paragraph after the other, a blank line between comparisons."""
    return "\n\n".join("\n".join(_printable(line) for line in _one(comparison)) for comparison in comparisons)


def _printable(line: str) -> str:
    """Packages are not trusted: nothing in them reaches the terminal as a command."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


def _one(comparison: Comparison) -> Iterator[str]:
    yield _head(comparison)
    yield from _sides(comparison)
    yield ""
    yield from _verdict(comparison)
    yield from _version(comparison)
    for weight, heading in _HEADINGS.items():
        found = [change for change in comparison.changes if change.weight is weight]
        if found:
            yield ""
            yield f"{heading}:"
            yield from _changes(found)


def _head(comparison: Comparison) -> str:
    side = comparison.new or comparison.old
    versions = " -> ".join(each.version or "?" for each in (comparison.old, comparison.new) if each)
    return f"{side.id if side else ''} {versions}"


def _sides(comparison: Comparison) -> Iterator[str]:
    for label, side in (("old", comparison.old), ("new", comparison.new)):
        yield f"  {label}: {_side(side)}" if side else f"  {label}: not there"


def _side(side: Side) -> str:
    return " ".join(part for part in (f"{side.name} ({side.standard}", *side.languages) if part) + ")"


def _verdict(comparison: Comparison) -> Iterator[str]:
    side = comparison.new or comparison.old
    imported = side is not None and side.standard not in PLAYED
    if comparison.old is None:
        yield _ALL_NEW
    elif not comparison.changes:
        yield _NOTHING if comparison.identical else _ONLY_PACKED
    elif comparison.verdict is Verdict.REPLACE:
        only_words = all(change.weight is Weight.TEXT for change in comparison.changes)
        yield _IMPORT_SAFE if imported else _WORDS if only_words else _SAFE
    else:
        yield _NEW if comparison.verdict is Verdict.NEW else _IMPORT if imported else _CARE
        reasons = (change for change in comparison.changes if change.verdict is comparison.verdict)
        yield from (f"  - {meaning}" for meaning in dict.fromkeys(change.meaning for change in reasons))


def _version(comparison: Comparison) -> Iterator[str]:
    advice, old, new = comparison.advice, comparison.old, comparison.new
    if advice.enough or old is None or new is None:
        return
    yield ""
    if not advice.needed:
        yield f"warning: {advice.why}"
        return
    did = "stays" if old.version == new.version else f"goes from {old.version} to"
    yield f"warning: the version {did} {new.version}, and {advice.why}: make it {advice.needed} at least."


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    """One line for all that the same is said of."""
    for _, group in groupby(changes, key=lambda change: (change.topic, change.unit, change.what, change.meaning, change.languages)):
        same = list(group)
        first = same[0]
        ids = ", ".join(f"`{change.id}`" for change in same if change.id)
        where = " ".join(language for language in first.languages if language)
        unit = f"{first.unit}, " if first.unit and first.unit != first.id else ""
        yield f"  {unit}{first.topic}{f' {ids}' if ids else ''}{f' ({where})' if where else ''}: {first.what}"
        if first.meaning:
            yield f"      {first.meaning}"
