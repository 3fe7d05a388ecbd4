"""Ids that went, came and moved: ids in their order come in, what happened to them goes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from builders.comparison.nodes import Passage


def gone(old: Iterable[str], new: Collection[str]) -> list[str]:
    """Those of the old that the new ones lack. With the arguments exchanged: those that came."""
    return [id for id in old if id not in new]


def kept(old: Iterable[str], new: Collection[str]) -> list[str]:
    return [id for id in old if id in new]


def moved(old: Collection[str], new: Collection[str]) -> bool:
    """Whether those that both have stand in another order."""
    return kept(old, new) != kept(new, old)


def renamed(
    topic: str,
    went: Iterable[str],
    came: Iterable[str],
    old: Mapping[tuple[str, str], Passage],
    new: Mapping[tuple[str, str], Passage],
) -> dict[str, str]:
    """What went and came again under another id, to judge by its words: the new id by the old one."""
    by_words = {new[topic, id].words: id for id in came if (topic, id) in new}
    return {id: by_words[old[topic, id].words] for id in went if (topic, id) in old and old[topic, id].words in by_words}
