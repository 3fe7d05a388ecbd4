"""Tests: the pass mark, the attempts, and what is drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept
from builders.comparison.nodes import Document, Question, Test

_GOES_ON = (
    "An attempt that is under way goes on with its answers. After one that was handed in, the best result stays, and those by "
    "objective are reckoned anew."
)


def tests(old: Document, new: Document) -> Iterator[Change]:
    """Each test that went, came or is another one now."""
    for id in gone(old.tests, new.tests):
        yield _gone(id, old.tests[id])
    for id in gone(new.tests, old.tests):
        yield _new(id, new.tests[id])
    for id in kept(old.tests, new.tests):
        before, after = old.tests[id], new.tests[id]
        if before.key != after.key:
            lost = f"Attempts at `{id}` and their results are dropped."
            yield Change(Topic.TEST, id, "is saved under another short key", Weight.RECORDS, Verdict.NEW, lost)
        yield from _mastery(id, before.mastery, after.mastery)
        yield from _attempts(id, before.attempts, after.attempts)
        yield from _drawing(id, old, new)


def _gone(id: str, test: Test) -> Change:
    if test.mastery is None:
        meaning = f"Attempts at `{id}` are dropped; answers already reported stay in the system's reports."
        return Change(Topic.TEST, id, "is gone", Weight.RECORDS, Verdict.CARE, meaning)
    meaning = "Nothing decides about passing any more: whoever has read every page completes, and no score is reported."
    return Change(Topic.TEST, id, "is gone, and with it the pass mark", Weight.RECORDS, Verdict.NEW, meaning)


def _new(id: str, test: Test) -> Change:
    if test.mastery is None:
        return Change(Topic.TEST, id, "is new", Weight.STRUCTURE, meaning="Counts as not done.")
    meaning = "Reading no longer completes: who is half-way has to pass it, and who completed before never took it."
    return Change(Topic.TEST, id, "is new, and has a pass mark", Weight.RECORDS, Verdict.NEW, meaning)


def _mastery(id: str, old: float | None, new: float | None) -> Iterator[Change]:
    if old == new:
        return
    if old is None:
        meaning = "Handing in is no longer enough: who completed before may not have passed."
        yield Change(Topic.TEST, id, f"has a pass mark of {new:g} % now", Weight.RECORDS, Verdict.NEW, meaning)
    elif new is None:
        meaning = "Results count for nothing any more, and no score is reported."
        yield Change(Topic.TEST, id, f"has no pass mark now, was {old:g} %", Weight.RECORDS, Verdict.NEW, meaning)
    elif new > old:
        meaning = f"Who passed with less than {new:g} % counts as passed in the system, and would not pass now."
        yield Change(Topic.TEST, id, f"the pass mark is raised from {old:g} to {new:g} %", Weight.STRUCTURE, Verdict.NEW, meaning)
    else:
        meaning = f"Who has {new:g} % or more passes on the next visit."
        yield Change(Topic.TEST, id, f"the pass mark is lowered from {old:g} to {new:g} %", Weight.STRUCTURE, meaning=meaning)


def _attempts(id: str, old: int, new: int) -> Iterator[Change]:
    if new > old:
        meaning = "Who had used them all up can try again, where the system still lets them in."
        yield Change(Topic.TEST, id, f"{new} attempts, were {old}", Weight.STRUCTURE, meaning=meaning)
    elif new < old:
        meaning = f"Who has begun {new} or more attempts at `{id}` has none left, and has failed unless one of them was passed."
        yield Change(Topic.TEST, id, f"{new} attempts, were {old}", Weight.RECORDS, Verdict.CARE, meaning)


def _drawing(id: str, old: Document, new: Document) -> Iterator[Change]:
    """A draw depends on the seed, which is saved, and on the pool. So another pool or number makes another draw of an attempt
    that is under way, unless all are asked."""
    before, after = old.tests[id], new.tests[id]
    went, came = gone(before.questions, after.questions), gone(after.questions, before.questions)
    drops = [f"no longer draws from {_listed(went)}"] if went else []
    adds = [f"draws from {_listed(came)} too"] if came else []
    number = [f"asks {after.drawn} questions, were {before.drawn}"] if before.drawn != after.drawn else []
    order = [] if went or came or _same_pool(before, after, old, new) else ["draws by another order"]
    what = ", ".join([*drops, *adds, *number, *order])
    if not what:
        return
    if before.questions and not kept(before.questions, after.questions):
        lost = f"Nothing is left of what `{id}` was made of: results of before and after do not compare."
        yield Change(Topic.TEST, id, what, Weight.RECORDS, Verdict.NEW, lost)
    elif (_asks_all_of(after) and not went) or (not (went or came or order) and after.drawn > before.drawn):
        yield Change(Topic.TEST, id, what, Weight.STRUCTURE, meaning="An attempt that is under way goes on with its answers.")
    else:
        lost = f"An attempt at `{id}` that is under way is drawn anew: answers to questions not drawn then do not count."
        yield Change(Topic.TEST, id, what, Weight.RECORDS, Verdict.CARE, lost)


def _asks_all_of(test: Test) -> bool:
    return test.drawn >= len(test.questions)


def _same_pool(before: Test, after: Test, old: Document, new: Document) -> bool:
    """What the draw goes by: the order of the questions, their objectives and levels."""
    if before.questions != after.questions:
        return False
    known = [id for id in before.questions if id in old.questions and id in new.questions]
    return not any(_drawn_otherwise(old.questions[id], new.questions[id]) for id in known)


def _drawn_otherwise(old: Question, new: Question) -> bool:
    """Version 0.1.0 did not write the level down."""
    return old.objective != new.objective or (old.level != new.level and bool(old.level and new.level))


def _listed(ids: list[str]) -> str:
    return ", ".join(f"`{id}`" for id in ids)
