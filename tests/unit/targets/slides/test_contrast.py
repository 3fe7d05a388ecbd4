"""Every word stands out from what really lies behind it: colours of runs against those of their shapes, cells and grounds."""

from __future__ import annotations

import colorsys
import io
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation

from builders.model.timetable import timetable
from builders.targets.slides import day_deck
from builders.targets.slides.theme import theme

LEAST = 4.5
"""WCAG 2.2, 1.4.3, for text of any size."""

_HEAD, _BAND = "dk2", "accent1/8"  # our table style: the first row, every second one


def rgb(name: str) -> tuple[float, float, float]:
    """A colour of the theme. A tint is DrawingML's: the luminance of HSL times and plus shares (ECMA-376, 20.1.2.3.20)."""
    base, _, share = name.partition("/")
    base = {"bg1": "lt1", "tx1": "dk1"}.get(base, base)
    value = theme().colours[base]
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    if not share:
        return red, green, blue
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    kept = int(share) / 100
    return colorsys.hls_to_rgb(hue, min(light * kept + 1 - kept, 1.0), full)


def luminance(name: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(name))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def named(fill: Any) -> str:
    """The colour in a ``solidFill``; empty where there is none."""
    found = fill.find("{*}schemeClr") if fill is not None else None
    if found is None:
        return ""
    share = found.find("{*}lumMod")
    return found.get("val") + (f"/{int(share.get('val')) // 1000}" if share is not None else "")


def ground(layout: str, shape: Any) -> str:
    """What lies behind a shape without a fill: the layout's art that holds its middle, or the layout's ground."""
    style = theme().layouts[layout]
    x, y = (shape.left + shape.width / 2) / 12700, (shape.top + shape.height / 2) / 12700
    under = [
        art.fill
        for art in style.art
        if art.shape == "rect" and art.frame.x <= x <= art.frame.right and art.frame.y <= y <= art.frame.bottom
    ]
    return under[-1] if under else style.ground or "lt1"


def pairs(slide: Any) -> Iterator[tuple[str, str, str]]:
    """Words, their colour, the colour behind them."""
    layout = slide.slide_layout.name
    holders = {holder.idx: holder for holder in theme().layouts[layout].holders}
    for shape in slide.shapes:
        if shape.has_table:
            yield from _cells(shape.table)
        elif shape.has_text_frame:
            fill = named(shape._element.spPr.find("{*}solidFill"))
            own = holders[shape.placeholder_format.idx].colour if shape.is_placeholder else "dk1"
            behind = fill or ground(layout, shape)
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    yield run.text, _of(run, own), behind


def _cells(table: Any) -> Iterator[tuple[str, str, str]]:
    for at, row in enumerate(table.rows):
        head = table.first_row and at == 0
        for cell in row.cells:
            fill = named(cell._tc.tcPr.find("{*}solidFill")) if cell._tc.tcPr is not None else ""
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    for behind in (fill,) if fill else (_HEAD,) if head else ("lt1", _BAND):
                        yield run.text, _of(run, "lt1" if head else "dk1"), behind


def _of(run: Any, own: str) -> str:
    properties = run._r.rPr
    link = properties.find("{*}hlinkClick")
    linked = link is not None and not [
        found for found in link.iter() if found.tag.endswith("}hlinkClr") and found.get("val") == "tx"
    ]
    return "hlink" if linked else named(properties.find("{*}solidFill")) or own


@pytest.mark.parametrize(("language", "course", "day"), [("en", 0, 0), ("en", 0, 1), ("hi", 0, 0), ("mr", 1, 1)])
def test_words_stand_out(reading: Any, language: str, course: int, day: int) -> None:
    curriculum = reading.editions[language]
    taught = curriculum.courses[course]
    data = day_deck(timetable(taught, curriculum)[day], course=taught, curriculum=curriculum, page="https://example.org/")
    found = {(words, behind, text) for slide in Presentation(io.BytesIO(data)).slides for text, words, behind in pairs(slide)}
    assert len(found) > 300
    faint = [(text, words, behind, round(contrast(words, behind), 2)) for words, behind, text in found]
    assert [fault for fault in faint if fault[3] < LEAST] == []
