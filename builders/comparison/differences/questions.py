"""Questions: which ones there are, how they are asked, and whether an answer that was saved can still be put in.

What the player takes back is said in ``answering.js``: an answer is kept if all of it can still be chosen and it would be saved
in the same form.
"""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept, moved, renamed
from builders.comparison.nodes import Document, Question

_SEVERAL_IN_ORDER = frozenset({"multiple", "match"})
"""Kinds whose saved answer has its parts in the author's order."""

_ALL_PARTS = frozenset({"match", "order"})
"""Kinds whose saved answer has every part."""


def questions(old: Document, new: Document) -> Iterator[Change]:
    """Each question that went, came or is another one now."""
    went, came = gone(old.questions, new.questions), gone(new.questions, old.questions)
    names = renamed("question", went, came, old.words, new.words)
    for id in went:
        what = f"is called `{names[id]}` now" if id in names else "is gone"
        meaning = f"Answers to `{id}` are dropped; those already reported stay in the system's reports."
        yield _lost(id, what, meaning)
    for id in came:
        if id not in names.values():
            yield _changed(id, "is new")
    for id in kept(old.questions, new.questions):
        yield from _same(id, old.questions[id], new.questions[id])


def _same(id: str, old: Question, new: Question) -> Iterator[Change]:
    if old.key != new.key:
        yield _lost(id, "is saved under another short key", f"Answers to `{id}` are dropped.")
    if old.kind != new.kind:
        yield _of_another_kind(id, old, new)
    else:
        yield from _options(id, old, new)
    if old.asked and not new.asked:
        yield _changed(id, "is no longer asked on a page", "Answers given there are kept and no longer shown.")
    if new.asked and not old.asked:
        yield _changed(id, "is now asked on a page")
    if old.objective != new.objective:
        yield _changed(id, f"counts for the objective `{new.objective}` now, was `{old.objective}`")
    if old.level and new.level and old.level != new.level:
        yield _changed(id, f"is on the level {new.level} now, was {old.level}")


def _of_another_kind(id: str, old: Question, new: Question) -> Change:
    what = f"is of the kind {new.kind} now, was {old.kind}"
    if (old.kind, new.kind) == ("choice", "multiple") and not gone(old.ids, new.ids):
        return _changed(id, what, "The answer given stands.")
    return _lost(id, what, f"Answers to `{id}` that do not fit the new kind are dropped.")


def _options(id: str, old: Question, new: Question) -> Iterator[Change]:
    went, came = gone(old.ids, new.ids), gone(new.ids, old.ids)
    for option in went:
        yield _lost(id, f"the answer `{option}` is gone", f"Answers to `{id}` in which `{option}` was chosen are dropped.")
    for option in came:
        what = f"the answer `{option}` is new"
        if old.kind in _ALL_PARTS:
            yield _lost(id, what, f"Answers to `{id}` lack `{option}` and are dropped.")
        else:
            yield _changed(id, what)
    if moved(old.ids, new.ids):
        what = "the answers stand in another order"
        if old.kind in _SEVERAL_IN_ORDER:
            yield _lost(id, what, f"Answers to `{id}` with several parts are dropped.")
        else:
            yield _changed(id, what)
    if any(old_key != key for option, key in _keys(new).items() if (old_key := _keys(old).get(option))):
        yield _lost(id, "answers are saved under other short keys", f"Answers to `{id}` are dropped.")
    if old.kind == "rating" and old.values - new.values:
        steps = ", ".join(sorted(old.values - new.values))
        yield _lost(id, f"the scale lacks {steps}", f"Answers {steps} to `{id}` are dropped.")
    elif old.kind == "rating" and old.values != new.values:
        yield _changed(id, "the scale has more steps")
    if _right(old) != _right(new):
        said = "Answers given are judged anew on the next visit; a score that was reported is only ever raised."
        yield _changed(id, "another answer is right", said)


def _keys(question: Question) -> dict[str, str]:
    return {id: key for key, id in question.options}


def _right(question: Question) -> object:
    """The right answer as far as it was decided: which ones are right, or in which order. Every pair fits itself."""
    if question.kind in {"choice", "multiple"}:
        return frozenset(question.right)
    return None if question.kind == "match" else question.right


def _lost(id: str, what: str, meaning: str) -> Change:
    return Change(Topic.QUESTION, id, what, Weight.RECORDS, Verdict.CARE, meaning)


def _changed(id: str, what: str, meaning: str = "") -> Change:
    return Change(Topic.QUESTION, id, what, Weight.STRUCTURE, meaning=meaning)
