"""The trainer's words stand in the notes of the slide that they belong to, with the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WORDS = Callable[[Any], str]
SEGMENTS = """## First {#first minutes=20 depth=core}

Prose for everyone.

::: facilitator
Before anything.
:::

::: slide
### One
- point

::: notes
Say this.
:::
:::

::: facilitator
After one.
:::

::: activity {#try title="Try it" method=pairs group=pairs minutes=8 materials="Cards"}
1. Sit down.
2. Speak.

::: debrief
What happened?
:::

::: online
Alone at home.
:::
:::

## Second {#second minutes=40 depth=core}

Only words here.

::: facilitator
Watch the clock.
:::

## Third {#third minutes=30 depth=extended}

::: slide
### Never in a core course
- point
:::
"""


def test_notes_begin_with_the_time_of_their_segment(workshop: Any, notes: WORDS) -> None:
    slides = {slide.shapes.title.text_frame.text: notes(slide) for slide in workshop.slides(SEGMENTS)}
    assert slides["One"].startswith("10:15–10:35 · 20 min · First\n")
    assert slides["Second"].startswith("10:35–11:15 · 40 min · Second\n")
    assert all(slides.values())


def test_the_trainer_s_words_stand_beside_the_nearest_slide(workshop: Any, notes: WORDS) -> None:
    slides = {slide.shapes.title.text_frame.text: notes(slide) for slide in workshop.slides(SEGMENTS)}
    assert [word in slides["One"] for word in ("Before anything.", "Say this.", "After one.")] == [True] * 3
    assert "What happened?" in slides["Try it"]
    assert "Watch the clock." in slides["Second"]


def test_the_room_sees_none_of_it(workshop: Any, words: WORDS) -> None:
    shown = "\n".join(map(words, workshop.slides(SEGMENTS)))
    for hidden in (
        "Before anything.",
        "Say this.",
        "After one.",
        "What happened?",
        "Watch the clock.",
        "Alone at home.",
        "Prose for",
    ):
        assert hidden not in shown


def test_what_is_for_a_lone_learner_stands_nowhere(workshop: Any, notes: WORDS) -> None:
    assert "Alone at home." not in "\n".join(map(notes, workshop.slides(SEGMENTS)))


def test_an_activity_tells_how_long_with_whom_and_with_what(workshop: Any, words: WORDS) -> None:
    (slide,) = (slide for slide in workshop.slides(SEGMENTS) if slide.shapes.title.text_frame.text == "Try it")
    assert slide.slide_layout.name == "Activity"
    assert {"8 min", "Work in pairs", "Cards", "Sit down.", "Speak."} <= set(words(slide).splitlines())


def test_a_segment_without_slides_has_a_page_with_its_time(workshop: Any, words: WORDS) -> None:
    (slide,) = (slide for slide in workshop.slides(SEGMENTS) if slide.shapes.title.text_frame.text == "Second")
    assert slide.slide_layout.name == "Section"
    assert "10:35–11:15" in words(slide)


def test_only_what_the_course_teaches_is_shown(workshop: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in workshop.slides(SEGMENTS) if slide._element.get("show") != "0"]
    assert titles == ["Listening", "What you will be able to do", "One", "Try it", "Second", "One thing for your next shift"]


def test_the_opening_notes_say_what_to_bring_and_prepare(workshop: Any, notes: WORDS) -> None:
    opening = notes(workshop.slides(SEGMENTS)[0])
    assert "Flip chart" in opening
    assert "Set the chairs in a circle." in opening


def test_titles_that_occur_twice_are_told_apart(workshop: Any) -> None:
    slide = "::: slide\n### Same\n- point\n:::\n\n"
    titles = [slide.shapes.title.text_frame.text for slide in workshop.slides(f"## A {{#a minutes=60 depth=core}}\n\n{slide * 3}")]
    assert titles[2:5] == ["Same", "Same (2)", "Same (3)"]
