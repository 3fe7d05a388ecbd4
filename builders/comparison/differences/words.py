"""Words: which passages say something else, in which languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.comparison.change import Change, Topic, Weight
from builders.comparison.nodes import Document, Passage

_SHOWN = 60  # characters of an excerpt
_AROUND = 2  # words before and behind what changed

MARKUP = "is marked up otherwise"


def words(old: Mapping[str, Document], new: Mapping[str, Document]) -> Iterator[Change]:
    """Passages of items that both have, and what stands around the pages, in the languages that both have."""
    languages = [language for language in old if language in new]
    if not languages:
        return
    for topic, id in old[languages[0]].words:
        before = {language: old[language].words.get((topic, id)) for language in languages}
        after = {language: new[language].words.get((topic, id)) for language in languages}
        yield from differing(Topic(topic), id, before, after)
    frames = ({language: documents[language].frame for language in languages} for documents in (old, new))
    yield from differing(Topic.PLAYER, "", *frames)


def differing(topic: Topic, id: str, old: Mapping[str, Passage | None], new: Mapping[str, Passage | None]) -> Iterator[Change]:
    """One change for the words of an item in all languages; one for its markup where no words changed."""
    pairs = {language: (before, after) for language, before in old.items() if before and (after := new.get(language))}
    reworded = tuple(language for language, (before, after) in pairs.items() if before.words != after.words)
    remarked = tuple(language for language, (before, after) in pairs.items() if before.markup != after.markup)
    if reworded:
        before, after = pairs[reworded[0]]
        yield Change(topic, id, becomes(before.words, after.words), Weight.TEXT, languages=reworded)
    elif remarked:
        yield Change(topic, id, MARKUP, Weight.TEXT, languages=remarked)


def becomes(old: str, new: str) -> str:
    """What changed, with a word or two around it: ``“the red lamp” becomes “the blue lamp”``."""
    before, after = old.split(), new.split()
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return f"“{_excerpt(before, start, end)}” becomes “{_excerpt(after, start, end)}”"


def _excerpt(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), len(words) - max(0, end - _AROUND)
    said = " ".join(words[first:last])
    cut = f"{said[: _SHOWN - 1].rstrip()}…" if len(said) > _SHOWN else said
    return f"{'… ' if first else ''}{cut}{' …' if last < len(words) else ''}"
