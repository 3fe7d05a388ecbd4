"""The footer: the academy's words, the module, its version, the language, as far as there is room."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.model.theme import Theme
from builders.targets.slides import session_deck
from builders.targets.slides.looks import look_of
from builders.targets.slides.pages.citing import numbered
from builders.targets.slides.pages.writer import Writer
from builders.targets.slides.theme import FOOTER

SEGMENT = "## First {#first minutes=60 depth=core}\n\n::: slide\n### The title\n\n- one\n:::\n"
AT = Location("curriculum/theme.yaml", 1, 9)


def named(curriculum: Curriculum, words: str) -> Curriculum:
    return replace(curriculum, theme=Theme(footer=Text(words, "en", AT)))


def test_it_begins_with_the_academy_on_every_slide(workshop: Any) -> None:
    curriculum = named(workshop.curriculum(SEGMENT), "State Police Academy")
    session, course = curriculum.modules[0].sessions[0], curriculum.courses[0]
    data = session_deck(session, course=course, curriculum=curriculum, date="2026-02-03")
    for slide in Presentation(io.BytesIO(data)).slides:
        (footer,) = (shape.text_frame.text for shape in slide.placeholders if shape.placeholder_format.idx == FOOTER)
        assert footer.split("  ·  ") == ["State Police Academy", "Empathy", "Version 1.2.0", "English", "2026-02-03"]


@pytest.mark.parametrize(
    ("wide", "told"),
    [
        (680, ["State Police Academy", "Empathy", "Version 1.2.0", "English"]),
        (220, ["Empathy", "Version 1.2.0", "English"]),
        (170, ["Empathy", "Version 1.2.0"]),
    ],
)
def test_where_it_is_narrow_the_academy_gives_way_and_is_never_cut(workshop: Any, wide: float, told: list[str]) -> None:
    curriculum = named(workshop.curriculum(SEGMENT), "State Police Academy")
    look = look_of(curriculum.theme)
    layout = look.layouts["bullets"]
    holders = tuple(
        replace(holder, frame=replace(holder.frame, w=wide)) if holder.idx == FOOTER else holder for holder in layout.holders
    )
    narrow = replace(look, layouts={**look.layouts, "bullets": replace(layout, holders=holders)})
    write = Writer(curriculum, numbered(()), curriculum.title, curriculum.modules[0], look=narrow)
    assert write.page("bullets", write.say("objectives")).footer.text.split("  ·  ") == told
