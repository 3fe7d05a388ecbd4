"""Files besides the pages: pictures, the player's code, resources of a cartridge."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept
from builders.comparison.package import Package, Unit

_PLAYER, _MEDIA = "player/", "media/"
_SCRIPT, _FORMER = "player/player.js", "player/chance.js"
_CHANCE = ("const in_chance = (() => {\n", "\n})();")


def files(old: Package, new: Package) -> Iterator[Change]:
    """Every file that went, came or has other bytes, but for what is compared as something else."""
    before, after = _others(old), _others(new)
    for path in gone(before, after):
        yield Change(_topic(path), path, "is gone", Weight.STRUCTURE)
    for path in gone(after, before):
        yield Change(_topic(path), path, "is new", Weight.STRUCTURE)
    for path in kept(before, after):
        if before[path] != after[path]:
            yield Change(_topic(path), path, "is another one", Weight.STRUCTURE)


def player(old: Package, new: Package) -> Iterator[Change]:
    """The program's own code. Whatever version of it saved progress, a later one reads it; but if questions are drawn in
    another way, a draw cannot be repeated."""
    if _code(old) == _code(new):
        return
    drawn = dict.fromkeys(id for unit in kept(old.units, new.units) for id in _drawing(new.units[unit]))
    if drawn and _chance(old) != _chance(new):
        tests = ", ".join(f"`{id}`" for id in drawn)
        meaning = f"Attempts under way at {tests} are drawn anew: answers to questions not drawn then do not count."
        yield Change(Topic.PLAYER, "", "draws questions in another way", Weight.RECORDS, Verdict.CARE, meaning)
    else:
        yield Change(Topic.PLAYER, "", "is of another version of the program", Weight.STRUCTURE)


def _drawing(unit: Unit) -> Iterator[str]:
    """The tests that ask some of their questions."""
    return (id for id, test in unit.first.tests.items() if test.drawn < len(test.questions))


def resources(old: Package, new: Package) -> Iterator[Change]:
    """Pages, quizzes and pictures of a cartridge by their identifiers."""
    if old.units:
        return
    for id in gone(old.manifest.resources, new.manifest.resources):
        meaning = f"An import that goes by identifiers does not find `{id}` again."
        yield Change(Topic.RESOURCE, id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    for id in gone(new.manifest.resources, old.manifest.resources):
        yield Change(Topic.RESOURCE, id, "is new", Weight.STRUCTURE)


def _others(package: Package) -> dict[str, str]:
    """What is compared by its bytes alone. Of a cartridge, pages are compared by their words."""
    pages = {path for unit in package.units.values() for path in unit.first.documents.values()}
    elsewhere = (_PLAYER,) if package.units else (_PLAYER, *(path for path in package.files.digests if path.endswith(".html")))
    return {
        path: digest
        for path, digest in package.files.digests.items()
        if path and path not in pages and not path.startswith(elsewhere) and not path.endswith(".xml")
    }


def _topic(path: str) -> Topic:
    return Topic.MEDIA if path.startswith(_MEDIA) else Topic.FILE


def _code(package: Package) -> dict[str, str]:
    return {path: digest for path, digest in package.files.digests.items() if path.startswith(_PLAYER)}


def _chance(package: Package) -> str:
    """The part of the script that draws; the whole script where it cannot be told apart."""
    script = package.files.texts.get(_FORMER) or package.files.texts.get(_SCRIPT, b"")
    text = script.decode("utf-8", "replace")
    begin, end = _CHANCE
    return text.partition(begin)[2].partition(end)[0] or text
