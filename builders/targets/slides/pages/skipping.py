"""Ways past slides that belong together: the pages of a deck come in, the same pages with a note on how to leave a walk out go out.

A scenario or a procedure takes up to twenty slides. In the room role cards or a print often take their place: the trainer has to
know which number to type to go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from builders.rendering.paragraphs import HEADING
from builders.targets.slides.page import Page
from builders.targets.slides.pages.writer import Writer

_LEAST = 3
"""Fewer slides are passed faster than a number is typed."""
_WALKS = ("scenario:", "sop:")


def with_ways_past(write: Writer, pages: Sequence[Page]) -> tuple[Page, ...]:
    """Slides count from 1. Participants' decks, which have no notes, stay as they are."""
    if write.for_participants:
        return tuple(pages)
    found: list[Page] = []
    for _, group in groupby(pages, key=_unit):
        unit = list(group)
        first, after = len(found) + 1, len(found) + len(unit) + 1
        if len(unit) >= _LEAST and after <= len(pages) and _is_walk(unit[0]):
            unit[0] = _noted(unit[0], write, first, after)
        found += unit
    return tuple(found)


def _unit(page: Page) -> tuple[str, int, bool]:
    return page.segment, page.block, page.hidden


def _is_walk(page: Page) -> bool:
    return not page.hidden and any(key.startswith(_WALKS) for key in page.keys)


def _noted(page: Page, write: Writer, first: int, after: int) -> Page:
    """The way past stands below the time, where it is seen at once."""
    line = write.say("way-past", first=first, last=after - 1, next=after)
    at = 1 if page.notes and page.notes[0].kind == HEADING else 0
    return replace(page, notes=(*page.notes[:at], line, *page.notes[at:]))
