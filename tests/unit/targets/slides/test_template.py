"""The template: named layouts with placeholders that leave each other room, a theme with fonts for both scripts."""

from __future__ import annotations

import io
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation

from builders.targets.slides.deck import About, deck
from builders.targets.slides.theme import theme

LAYOUTS = {
    "title", "section", "bullets", "two-content", "picture", "table", "quote", "activity", "question", "answer", "scenario", "flow",
    "timetable", "keypoints", "sources",
}  # fmt: skip


def empty(script: str) -> bytes:
    return deck((), About("Empty", "Course", "Issuer", "hi-IN" if script == "Deva" else "en-IN", script, "({n})"))


def opened(script: str) -> Any:
    return Presentation(io.BytesIO(empty(script)))


@pytest.mark.parametrize("script", ["Latn", "Deva"])
def test_it_is_16_to_9_with_all_layouts_and_no_slide(script: str) -> None:
    presentation = opened(script)
    assert presentation.slide_width * 9 == presentation.slide_height * 16
    assert {layout.name for layout in presentation.slide_layouts} == LAYOUTS
    assert len(presentation.slides) == 0


def test_placeholders_lie_on_the_page_and_not_on_each_other() -> None:
    presentation = opened("Latn")
    for layout in presentation.slide_layouts:
        for one in layout.placeholders:
            assert one.left >= 0
            assert one.top >= 0
            assert one.left + one.width <= presentation.slide_width
            assert one.top + one.height <= presentation.slide_height
        for one, other in combinations(layout.placeholders, 2):
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart or {one.placeholder_format.idx, other.placeholder_format.idx} == {1, 2}, layout.name


def test_the_theme_names_fonts_for_both_scripts() -> None:
    xml = next(part.blob for part in opened("Deva").part.package.iter_parts() if part.partname == "/ppt/theme/theme1.xml").decode()
    assert f'<a:latin typeface="{theme().fonts["latin"]}"/>' in xml
    assert '<a:cs typeface="Nirmala UI"/>' in xml
    assert '<a:font script="Deva" typeface="Noto Sans Devanagari"/>' in xml


def test_it_is_the_same_every_time() -> None:
    assert empty("Latn") == empty("Latn")
    assert empty("Latn") != empty("Deva")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(theme().colours[one]), _luminance(theme().colours[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_words_stand_out_from_their_ground(layout: str) -> None:
    style = theme().layouts[layout]
    for holder in style.holders:
        panels = [
            art.fill
            for art in style.art
            if art.shape == "rect" and art.frame.x <= holder.frame.x < holder.frame.right <= art.frame.right and art.frame.h == 540
        ]
        ground = panels[-1] if panels else style.ground or "lt1"
        assert contrast(holder.colour, ground) >= 4.5, (layout, holder.idx, holder.colour, ground)


@pytest.mark.parametrize(("words", "ground"), [("lt1", "accent4"), ("lt1", "accent5"), ("dk2", "accent2"), ("accent3", "lt1")])
def test_words_stand_out_from_cards(words: str, ground: str) -> None:
    assert contrast(words, ground) >= 4.5
