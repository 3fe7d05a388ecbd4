"""What has been built, looked up by what it is: entries and editions come in, entries, editions and words go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.model.artefacts import ALL_LANGUAGES, DECKS, PDFS, Artefact, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.rendering.words import words

SLIDES = (*DECKS, *PDFS)
"""Slides in whatever form."""

Place = tuple[str, str, int, str]
"""Course, session, day and module."""
Places = Mapping[Place, list[Entry]]


@dataclass(frozen=True, slots=True)
class Stock:
    """``editions`` are by language, the source first; ``source`` is the edition in whose language the page is written."""

    entries: tuple[Entry, ...]
    editions: Mapping[str, Curriculum]
    source: Curriculum
    words: Mapping[str, str]

    @property
    def page(self) -> str:
        """The language of the page."""
        return self.source.language

    def of(self, *kinds: Kind) -> tuple[Entry, ...]:
        """The entries of some kinds, in the order of the build."""
        return tuple(entry for entry in self.entries if entry.artefact.kind in kinds)

    def places(self, *kinds: Kind) -> Places:
        """The entries of some kinds by their place, in the order of the build."""
        found: dict[Place, list[Entry]] = {}
        for entry in self.of(*kinds):
            found.setdefault(place_of(entry.artefact), []).append(entry)
        return found


def stock(entries: tuple[Entry, ...], editions: Mapping[str, Curriculum], *, page: str = "") -> Stock:
    """For a page in the language ``page``, the source's unless given. Raises ValueError where there is no edition at all, or
    none for the language of an entry."""
    first = next(iter(editions.values()), None)
    strange = {entry.artefact.language for entry in entries} - {*editions, ALL_LANGUAGES}
    if first is None or strange:
        raise ValueError(f"no edition for {', '.join(sorted(strange)) or 'any language'}")
    source = editions.get(page or first.source_language, first)
    return Stock(entries, editions, source, words("catalogue", source.language))


def place_of(artefact: Artefact) -> Place:
    return (artefact.course, artefact.session, artefact.day, artefact.module)


def mark_of(language: str, *texts: Text) -> str:
    """``fallback`` where some of the words are in another language, ``stale`` where some are out of date, else nothing."""
    if any(text.language != language for text in texts if text):
        return "fallback"
    return "stale" if any(text.stale for text in texts) else ""
