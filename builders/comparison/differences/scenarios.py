"""Branching scenarios: whether the way that a learner took can be walked again."""

from __future__ import annotations

from collections.abc import Iterator

from builders.comparison.change import Change, Topic, Verdict, Weight
from builders.comparison.differences.ids import gone, kept
from builders.comparison.nodes import Document, Scenario


def scenarios(old: Document, new: Document) -> Iterator[Change]:
    """A saved way is walked again as far as it goes; the best result stays as it was reckoned."""
    for id in gone(old.scenarios, new.scenarios):
        yield _lost(id, "is gone", f"The way taken through `{id}` and the best result are dropped.")
    for id in gone(new.scenarios, old.scenarios):
        yield _changed(id, "is new")
    for id in kept(old.scenarios, new.scenarios):
        yield from _same(id, old.scenarios[id], new.scenarios[id])


def _same(id: str, old: Scenario, new: Scenario) -> Iterator[Change]:
    if old.key != new.key:
        yield _lost(id, "is saved under another short key", f"The way taken through `{id}` and the best result are dropped.")
    if old.start != new.start:
        yield _lost(id, f"begins at `{new.start}` now", f"Ways taken through `{id}` before stop where they no longer fit.")
    for moment in gone(old.keys, new.keys):
        yield _lost(id, f"the moment `{moment}` is gone", f"Ways through `{id}` that led to `{moment}` stop before it.")
    for moment in gone(new.keys, old.keys):
        yield _changed(id, f"the moment `{moment}` is new")
    for moment in kept(old.nodes, new.nodes):
        yield from _decisions(id, moment, old, new)
    if _points(old) != _points(new) or old.mastery != new.mastery:
        yield _changed(id, "is reckoned otherwise", "Best results of before stay as they were reckoned.")
    for ending in kept(old.endings, new.endings):
        if old.endings[ending] != new.endings[ending]:
            yield _changed(id, f"the ending `{ending}` is {new.endings[ending]} now, was {old.endings[ending]}")


def _decisions(id: str, moment: str, old: Scenario, new: Scenario) -> Iterator[Change]:
    before, after = old.nodes[moment], new.nodes[moment]
    for choice in gone(before, after):
        yield _lost(id, f"at `{moment}` the decision `{choice}` is gone", f"Ways through `{id}` by `{choice}` stop at `{moment}`.")
    for choice in gone(after, before):
        yield _changed(id, f"at `{moment}` the decision `{choice}` is new")
    for choice in kept(before, after):
        if before[choice].key != after[choice].key:
            what = f"at `{moment}` the decision `{choice}` is saved under another short key"
            yield _lost(id, what, f"Ways through `{id}` by `{choice}` stop at `{moment}`.")
        if before[choice].following != after[choice].following:
            now, was = after[choice].following, before[choice].following
            what = f"at `{moment}` the decision `{choice}` leads to `{now}` now, was `{was}`"
            yield _lost(id, what, f"Ways through `{id}` by `{choice}` go on elsewhere, or stop there.")


def _points(scenario: Scenario) -> dict[tuple[str, str], float]:
    return {(moment, id): choice.points for moment, choices in scenario.nodes.items() for id, choice in choices.items()}


def _lost(id: str, what: str, meaning: str) -> Change:
    return Change(Topic.SCENARIO, id, what, Weight.RECORDS, Verdict.CARE, meaning)


def _changed(id: str, what: str, meaning: str = "") -> Change:
    return Change(Topic.SCENARIO, id, what, Weight.STRUCTURE, meaning=meaning)
