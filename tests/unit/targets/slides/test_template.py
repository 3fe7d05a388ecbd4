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
    "timetable", "keypoints", "sources", "comparison", "picture-text", "full-picture", "grid", "process", "chart", "closing",
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


def _rgb(name: str) -> str:
    """A colour of the theme; ``accent1/15`` is 15 per cent of the colour, the rest white."""
    base, _, share = name.partition("/")
    parts = (int(theme().colours[base][at : at + 2], 16) for at in (0, 2, 4))
    kept = int(share or 100) / 100
    return "".join(f"{round(part * kept + 255 * (1 - kept)):02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground_of(layout: str, frame: Any) -> str:
    """The colour of what lies under a frame: the last of the layout's shapes that hold it, or else the layout's ground."""
    style = theme().layouts[layout]
    under = [
        art.fill
        for art in style.art
        if art.shape == "rect"
        and art.frame.x <= frame.x
        and frame.right <= art.frame.right
        and art.frame.y <= frame.y
        and frame.bottom <= art.frame.bottom
    ]
    return under[-1] if under else style.ground or "lt1"


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_words_stand_out_from_their_ground(layout: str) -> None:
    for holder in theme().layouts[layout].holders:
        ground = ground_of(layout, holder.frame)
        assert contrast(holder.colour, ground) >= 4.5, (layout, holder.idx, holder.colour, ground)


@pytest.mark.parametrize(("words", "ground"), [("lt1", "accent4"), ("lt1", "accent5"), ("dk2", "accent2"), ("accent3", "lt1")])
def test_words_stand_out_from_cards(words: str, ground: str) -> None:
    assert contrast(words, ground) >= 4.5
