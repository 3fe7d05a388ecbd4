"""Every word stands out from what really lies behind it: colours of runs against those of their shapes, cells and grounds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from builders.diagnostics.location import Location
from builders.model.contrast import LEAST, contrast
from builders.model.theme import Colour, Theme
from builders.model.timetable import timetable
from builders.targets.slides import day_deck
from builders.targets.slides.looks import look_of
from builders.targets.slides.theme import Look

_BAND = "accent1/8"  # our table style: every second row
_VIOLET = tuple(
    Colour(name, value, Location("curriculum/theme.yaml", 1))
    for name, value in {"main": "6B2D82", "deep": "3B1F4A", "highlight": "F2B632", "second": "0B6E4F", "quiet": "5B5563"}.items()
)
THEMES = {"light": Theme(), "dark": Theme(ground="dark"), "violet": Theme(colours=_VIOLET)}


def named(fill: Any) -> str:
    """The colour in a ``solidFill``, with the share of a tint; empty where there is none."""
    found = fill.find("{*}schemeClr") if fill is not None else None
    if found is None:
        return ""
    share = found.find("{*}alpha")
    return found.get("val") + (f"/{int(share.get('val')) // 1000}" if share is not None else "")


def ground(look: Look, layout: str, shape: Any) -> str:
    """What lies behind a shape without a fill: the layout's art that holds its middle, or the layout's ground."""
    style = look.layouts[layout]
    x, y = (shape.left + shape.width / 2) / 12700, (shape.top + shape.height / 2) / 12700
    under = [
        art.fill
        for art in style.art
        if art.shape == "rect" and art.frame.x <= x <= art.frame.right and art.frame.y <= y <= art.frame.bottom
    ]
    return under[-1] if under else style.ground or "bg1"


def pairs(look: Look, slide: Any) -> Iterator[tuple[str, str, str, str]]:
    """Words, their colour, the colour behind them, the ground under that."""
    layout = next(name for name, style in look.layouts.items() if style.label == slide.slide_layout.name)
    holders = {holder.idx: holder for holder in look.layouts[layout].holders}
    for shape in slide.shapes:
        if shape.has_table:
            yield from _cells(look, shape.table)
        elif shape.has_text_frame:
            fill = named(shape._element.spPr.find("{*}solidFill"))
            own = holders[shape.placeholder_format.idx].colour if shape.is_placeholder else "tx1"
            under = ground(look, layout, shape)
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    yield run.text, _of(run, own), fill or under, under if fill else "bg1"


def _cells(look: Look, table: Any) -> Iterator[tuple[str, str, str, str]]:
    for at, row in enumerate(table.rows):
        head = table.first_row and at == 0
        for cell in row.cells:
            fill = named(cell._tc.tcPr.find("{*}solidFill")) if cell._tc.tcPr is not None else ""
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    for behind in (fill,) if fill else (look.header,) if head else ("bg1", _BAND):
                        yield run.text, _of(run, look.legible("lt1", look.header) if head else "tx1"), behind, "bg1"


def _of(run: Any, own: str) -> str:
    properties = run._r.rPr
    link = properties.find("{*}hlinkClick")
    linked = link is not None and not [
        found for found in link.iter() if found.tag.endswith("}hlinkClr") and found.get("val") == "tx"
    ]
    return "hlink" if linked else named(properties.find("{*}solidFill")) or own


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("language", "course", "day"), [("en", 0, 0), ("en", 0, 1), ("hi", 0, 0), ("mr", 1, 1)])
def test_words_stand_out(reading: Any, language: str, course: int, day: int, name: str) -> None:
    curriculum = replace(reading.editions[language], theme=THEMES[name])
    look = look_of(THEMES[name])
    taught = curriculum.courses[course]
    data = day_deck(timetable(taught, curriculum)[day], course=taught, curriculum=curriculum, page="https://example.org/")
    slides = Presentation(io.BytesIO(data)).slides
    found = {(words, behind, under, text) for slide in slides for text, words, behind, under in pairs(look, slide)}
    assert len(found) > 300
    faint = [
        (text, words, behind, under, round(contrast(look.seen(words), look.seen(behind, under)), 2))
        for words, behind, under, text in found
    ]
    assert [fault for fault in faint if fault[-1] < LEAST] == []


def test_on_a_dark_ground_no_row_of_a_table_is_light(reading: Any) -> None:
    curriculum = replace(reading.editions["en"], theme=THEMES["dark"])
    look = look_of(THEMES["dark"])
    taught = curriculum.courses[0]
    data = day_deck(timetable(taught, curriculum)[0], course=taught, curriculum=curriculum)
    tables = [shape.table for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes if shape.has_table]
    fills = {named(cell._tc.tcPr.find("{*}solidFill")) for table in tables for row in table.rows for cell in row.cells} - {""}
    assert fills
    assert [fill for fill in fills if contrast(look.seen(fill), "FFFFFF") < 7] == []
