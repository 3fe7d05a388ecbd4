"""Far too many words, and what is seldom used: nothing is lost, and nothing leaves its place."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from builders.targets.slides import session_deck
from builders.targets.slides.pages.pieces import pixels

WORDS = Callable[[Any], str]
SEGMENT = "## A {#a minutes=60 depth=core}\n\n"


def sentences(number: int, about: str) -> str:
    return " ".join(f"Part {at} of the {about} takes a sentence of this length." for at in range(number))


def assert_told(slides: list[Any], words: WORDS, number: int, about: str) -> None:
    shown = " ".join(map(words, slides)).replace("\n", " ")
    for at in range(number):
        assert f"Part {at} of the {about} takes a sentence of this length." in shown, (about, at)


@pytest.mark.parametrize("number", [1, 6, 40])
def test_a_scenario_of_any_length(workshop: Any, words: WORDS, number: int, misplaced: Any) -> None:
    scenario = f"""title: The man at the counter
summary: {sentences(number, "summary")}
role: {sentences(number, "role")}
minutes: 15
objectives: [m.hear]
mastery: 60
roles: []
start: counter
nodes:
  - id: counter
    scene: {sentences(number, "scene")}
    speaker: Complainant
    says: {sentences(number, "speech")}
    choices:
      - {{id: sit, text: "{sentences(number, "first choice")}", score: {{m.hear: 2}}, next: end}}
      - {{id: shout, text: "{sentences(number, "second choice")}", next: end}}
endings:
  - {{id: end, grade: fair, title: The end, text: "{sentences(number, "ending")}"}}
debrief: [What now?]
"""
    slides = workshop.slides(f"{SEGMENT}:: scenario m.angry\n", files={"modules/m/scenarios/angry.yaml": scenario})
    for about in ("summary", "role", "scene", "speech", "first choice", "second choice", "ending"):
        assert_told(slides, words, number, about)
    assert misplaced(slides) == []


@pytest.mark.parametrize("number", [1, 5, 30])
@pytest.mark.parametrize("kind", ["choice", "match", "order"])
def test_a_question_of_any_length(workshop: Any, words: WORDS, kind: str, number: int, misplaced: Any) -> None:
    parts = {
        "choice": 'choices: [{{text: "{0}", correct: true, feedback: "{1}"}}, {{text: "{2}", feedback: No.}}]',
        "match": "pairs: [{{id: a, left: '{0}', right: '{2}'}}, {{id: b, left: B, right: C}}, {{id: c, left: D, right: E}}]\n"
        "    feedback: {{correct: '{1}', incorrect: No.}}",
        "order": "items: [{{id: a, text: '{0}'}}, {{id: b, text: '{2}'}}, {{id: c, text: C}}]\n"
        "    feedback: {{correct: '{1}', incorrect: No.}}",
    }[kind].format(sentences(number, "right answer"), sentences(number, "reason"), sentences(number, "other answer"))
    question = (
        f"questions:\n  - id: m.q\n    kind: {kind}\n    objective: m.hear\n    level: apply\n    use: [check]\n"
        f"    stem: {sentences(number, 'stem')}\n    {parts}\n"
    )
    slides = workshop.slides(f"{SEGMENT}:: question m.q\n", files={"modules/m/questions.yaml": question})
    for about in ("stem", "right answer", "reason", "other answer"):
        assert_told(slides, words, number, about)
    assert misplaced(slides) == []


@pytest.mark.parametrize("number", [1, 8, 40])
def test_an_activity_of_any_length(workshop: Any, words: WORDS, notes: WORDS, number: int, misplaced: Any) -> None:
    materials = sentences(number, "materials")
    steps = f"1. {sentences(number, 'first step')}\n2. {sentences(number, 'second step')}\n"
    table = "\n| A | B |\n| --- | --- |\n| c | d |\n"
    segment = (
        f'{SEGMENT}::: activity {{#x title="Try" method=pairs group=pairs minutes=8 materials="{materials}"}}\n{steps}{table}:::\n'
    )
    slides = workshop.slides(segment)
    assert_told(slides, words, number, "first step")
    assert_told(slides, words, number, "second step")
    assert materials in " ".join(map(words, slides)) or materials in " ".join(map(notes, slides))
    assert any(shape.has_table for slide in slides for shape in slide.shapes)
    assert misplaced(slides) == []


@pytest.mark.parametrize("number", [2, 9, 40])
def test_columns_of_any_length(workshop: Any, words: WORDS, number: int, misplaced: Any) -> None:
    columns = "".join(f"::: column\n{sentences(number, name)}\n:::\n" for name in ("left", "right"))
    slides = workshop.slide(f"::: columns\n{columns}:::\n")
    for about in ("left", "right"):
        assert_told(slides, words, number, about)
    assert misplaced(slides) == []


def test_a_long_title_and_a_long_segment_name_keep_their_place(workshop: Any, misplaced: Any) -> None:
    title, name = sentences(3, "title"), sentences(8, "segment name")
    slides = workshop.slides(f"## {name} {{#a minutes=60 depth=core}}\n\n::: slide\n### {title}\n- a\n:::\n")
    assert slides[2].shapes.title.text_frame.text == title
    assert slides[2].placeholders[10].text_frame.text.endswith("…")
    assert misplaced(slides) == []


def test_a_video_tells_where_it_is_and_what_to_look_for(workshop: Any, words: WORDS, notes: WORDS) -> None:
    videos = """videos:
  - {id: welcome, title: Welcome, provider: iGOT, address: pending, minutes: 8, key-points: [Look at the hands.], prompts: [Why?]}
"""
    slide = workshop.slides(f"{SEGMENT}:: video welcome\n", files={"videos.yaml": videos})[2]
    assert slide.shapes.title.text_frame.text == "Welcome"
    assert "iGOT · 8 min · Department to fill\nLook at the hands." in words(slide)
    assert "Why?" in notes(slide)


def test_tables_and_asides_for_the_trainer_become_lines_of_the_notes(workshop: Any, words: WORDS, notes: WORDS) -> None:
    inside = '| A | B |\n| --- | --- |\n| c | d |\n\n::: caution {title="Take care"}\nSlowly.\n:::\n'
    segment = f"{SEGMENT}::: facilitator\n{inside}:::\n\n::: callout\nSeen by all.\n\n::: facilitator\nHidden here.\n:::\n:::\n"
    (slide,) = workshop.slides(segment)[2:-1]
    assert "c – d\nTake care\nSlowly." in notes(slide)
    assert "Hidden here." in notes(slide)
    assert "Slowly." not in words(slide)


def test_a_session_without_a_place_in_the_timetable(workshop: Any, notes: WORDS) -> None:
    curriculum = workshop.curriculum(f"{SEGMENT}::: slide\n### One\n- a\n:::\n")
    course = replace(curriculum.courses[0], days=())
    data = session_deck(curriculum.modules[0].sessions[0], course=course, curriculum=replace(curriculum, courses=(course,)))
    slides = list(Presentation(io.BytesIO(data)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides][2] == "One"
    assert notes(slides[2]).startswith("60 min · A")
    assert all(map(notes, slides))


def test_an_id_that_leads_nowhere_makes_no_slide(workshop: Any) -> None:
    titles = [
        slide.shapes.title.text_frame.text
        for slide in workshop.slides(f"{SEGMENT}:: question m.gone\n\n:: scenario m.gone\n\n:: sop m.gone\n\n:: video gone\n")
    ]
    assert titles == ["Listening", "What you will be able to do", "A", "One thing for your next shift"]


def test_the_size_of_a_jpeg_is_read_from_its_frame_header() -> None:
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03" + b"\0" * 9
    assert pixels(head + frame) == (64, 32)
    assert pixels(head) is None
    assert pixels(b"<svg/>") is None
