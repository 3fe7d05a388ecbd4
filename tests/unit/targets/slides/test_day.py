"""A day's deck: its timetable, and every slot in order on the clock."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation

from builders.model.timetable import timetable
from builders.targets.slides import day_deck
from builders.targets.slides.theme import theme

WORDS = Callable[[Any], str]
SEGMENTS = """## First {#first minutes=120 depth=core}

::: slide
### Point
- one
:::

::: keypoints
- Remember this.
:::
"""


@pytest.fixture
def deck(workshop: Any) -> Any:
    curriculum = workshop.curriculum(SEGMENTS)
    course = curriculum.courses[0]
    (day,) = timetable(course, curriculum)
    return Presentation(io.BytesIO(day_deck(day, course=course, curriculum=curriculum)))


@pytest.fixture
def slides(deck: Any) -> list[Any]:
    return list(deck.slides)


def test_slots_follow_one_another(slides: list[Any]) -> None:
    named = {layout.label: name for name, layout in theme().layouts.items()}
    assert [(named[slide.slide_layout.name], slide.shapes.title.text_frame.text) for slide in slides] == [
        ("title", "The counter"),
        ("timetable", "Day 1 on the clock"),
        ("activity", "Opening"),
        ("section", "Tea break"),
        ("section", "Listening"),
        ("bullets", "What you will be able to do"),
        ("bullets", "Point"),
        ("keypoints", "Take with you"),
        ("closing", "One thing for your next shift"),
    ]


def test_the_timetable_is_a_table_on_the_clock(slides: list[Any]) -> None:
    (table,) = (shape.table for shape in slides[1].shapes if shape.has_table)
    assert [[cell.text_frame.text for cell in row.cells] for row in table.rows] == [
        ["Time", "What", "Minutes"],
        ["09:30–10:00", "Opening", "30"],
        ["10:00–10:15", "Tea break", "15"],
        ["10:15–12:15", "Listening", "120"],
    ]


def test_slots_begin_with_the_clock(slides: list[Any], words: WORDS) -> None:
    assert "10:15–12:15" in words(slides[4])
    assert "10:00–10:15" in words(slides[3])
    assert "We go on at 10:15\nNext: Listening" in words(slides[3])


def test_an_activity_of_the_course_shows_its_programme_and_tells_it_in_the_notes(
    slides: list[Any], words: WORDS, notes: WORDS
) -> None:
    assert {"0-10 Welcome", "10-30 Test", "30 min"} <= set(words(slides[2]).splitlines())
    assert "Greet people." not in words(slides[2])
    assert "0-10 Welcome. Greet people." in notes(slides[2])


def test_every_slide_has_its_time_in_the_notes(slides: list[Any], notes: WORDS) -> None:
    assert [notes(slide).splitlines()[0] for slide in slides[2:8]] == [
        "09:30–10:00 · 30 min · Opening",
        "10:00–10:15 · 15 min · Tea break",
        *["10:15–12:15 · 120 min · Listening"] * 2,
        *["10:15–12:15 · 120 min · First"] * 2,
    ]


def test_the_navigator_has_a_section_for_every_slot_and_segment(deck: Any) -> None:
    sections = [found for found in deck.part._element.iter() if found.tag.endswith("}section")]
    assert [(found.get("name"), len(list(found.iter("{*}sldId")))) for found in sections] == [
        ("Day 1", 2),
        ("Opening", 1),
        ("Tea break", 1),
        ("Listening", 2),
        ("Listening – First", 2),
        ("Sources and close", 1),
    ]


def test_minutes_alone_are_followed_by_the_first_sentence(workshop: Any, words: WORDS) -> None:
    course = """title: One day
audience: Station staff
depth: core
days:
  - title: The counter
    start: "09:30"
    end: "12:15"
    slots:
      - activity: Review
        id: review
        minutes: 30
        text: |
          - **0-10** Alone: write three things. Then compare.
          - **10-30 Task.** Read.
      - {break: tea, minutes: 15}
      - {session: m.talk}
"""
    curriculum = workshop.curriculum(SEGMENTS, files={"courses/short.yaml": course})
    (day,) = timetable(curriculum.courses[0], curriculum)
    slides = Presentation(io.BytesIO(day_deck(day, course=curriculum.courses[0], curriculum=curriculum))).slides
    assert "0-10 Alone\n10-30 Task" in words(slides[2])
