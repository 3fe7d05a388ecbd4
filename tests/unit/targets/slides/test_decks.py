"""The decks of the repository's own curriculum, read back: every slide has a title and notes, and everything has its place."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from builders.model.timetable import timetable
from builders.targets.slides import day_deck, session_deck

SESSIONS = ["empathy.first-minutes", "sops.zero-fir", "cyber-safety.first-hour", "training-skills.teach-back"]
LANGUAGES = ["en", "hi", "mr"]


def built(reading: Any, language: str, session: str, course: int = 0) -> bytes:
    curriculum = reading.editions[language]
    return session_deck(curriculum.session(session), course=curriculum.courses[course], curriculum=curriculum)


def built_day(reading: Any, language: str) -> bytes:
    curriculum = reading.editions[language]
    course = curriculum.courses[-1]
    return day_deck(timetable(course, curriculum)[0], course=course, curriculum=curriculum)


@pytest.fixture(scope="module", params=[(language, session) for language in LANGUAGES for session in (*SESSIONS, "day 1")])
def deck(reading: Any, request: pytest.FixtureRequest) -> Any:
    language, session = request.param
    return Presentation(io.BytesIO(built_day(reading, language) if session == "day 1" else built(reading, language, session)))


def test_every_slide_has_a_title_of_its_own(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


def test_every_slide_has_notes_and_no_empty_placeholder(deck: Any) -> None:
    for slide in deck.slides:
        assert slide.notes_slide.notes_text_frame.text.strip(), slide.shapes.title.text_frame.text
        assert not [holder for holder in slide.placeholders if holder.has_text_frame and not holder.text_frame.text.strip()]


def test_everything_has_its_place(deck: Any, misplaced: Any) -> None:
    assert misplaced(list(deck.slides)) == []


def _runs_of(slide: Any) -> list[tuple[Any, Any]]:
    """Every run with its shape."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found += [(shape, run) for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
        elif shape.has_table:
            cells = shape.table.iter_cells()
            found += [(shape, run) for cell in cells for paragraph in cell.text_frame.paragraphs for run in paragraph.runs]
    return found


@pytest.fixture(scope="module")
def runs(deck: Any) -> list[tuple[Any, Any]]:
    return [found for slide in deck.slides for found in _runs_of(slide)]


def test_words_are_large_enough_to_read_from_the_back_row(runs: Any) -> None:
    for shape, run in runs:
        furniture = shape.is_placeholder and shape.placeholder_format.idx in {0, 10, 11, 12}
        if run.font.size is None or shape.name == "Mark" or furniture:
            continue  # a placeholder's own size is the layout's
        assert run.font.size >= Pt(18), run.text


def test_every_run_has_its_language(runs: Any) -> None:
    for _, run in runs:
        tag = run._r.rPr.get("lang")
        assert tag in {"en-IN", "hi-IN", "mr-IN"}, run.text
        if any("\u0900" <= sign <= "\u097f" for sign in run.text):
            assert tag != "en-IN", run.text


def test_what_has_no_words_has_alternative_text_or_is_decoration(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                continue
            own = shape._element.xpath(".//p:cNvPr")[0]
            decoration = [found for found in own.iter() if found.tag.endswith("}decorative") and found.get("val") == "1"]
            assert bool(own.get("descr", "").strip()) != bool(decoration), (slide.shapes.title.text_frame.text, shape.name)


def test_the_title_is_read_first_and_the_furniture_last(deck: Any) -> None:
    for slide in deck.slides:
        order = [shape.placeholder_format.idx if shape.is_placeholder else 1 for shape in slide.shapes]
        assert order[0] == 0
        assert order[-2:] == [11, 12]


def test_tables_name_their_columns(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table and shape.table.first_row:
                assert all(cell.text_frame.text.strip() for cell in next(iter(shape.table.rows)).cells)


def test_fonts_are_the_theme_s_for_every_script(runs: Any) -> None:
    for shape, run in runs:
        kind = "mj" if shape.is_placeholder and shape.placeholder_format.idx == 0 else "mn"
        faces = {child.tag.rpartition("}")[2]: child.get("typeface") for child in run._r.rPr if child.get("typeface")}
        assert faces == {"latin": f"+{kind}-lt", "cs": f"+{kind}-cs"}, run.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_input_gives_the_same_bytes(reading: Any, language: str) -> None:
    assert built(reading, language, "sops.zero-fir") == built(reading, language, "sops.zero-fir")


def test_the_file_says_what_it_is(reading: Any) -> None:
    properties = Presentation(io.BytesIO(built(reading, "hi", "empathy.listening"))).core_properties
    curriculum = reading.editions["hi"]
    assert properties.title == curriculum.session("empathy.listening").title.value
    assert properties.author == curriculum.issuer.value
    assert properties.language == "hi-IN"
    assert properties.created == properties.modified


def test_what_is_not_translated_is_marked_and_what_is_translated_is_not(reading: Any) -> None:
    mark = "अभी अनुवाद नहीं हुआ"

    def marked(session: str) -> list[bool]:
        slides = Presentation(io.BytesIO(built(reading, "hi", session))).slides
        layouts = {"Activity", "Question", "Bullets", "Table"}
        return [
            any(shape.name == "Mark" and shape.text_frame.text == mark for shape in slide.shapes)
            for slide in slides
            if slide.slide_layout.name in layouts
        ]

    translated = [session for session in SESSIONS if reading.editions["hi"].session(session).title.language == "hi"]
    assert "empathy.first-minutes" in translated
    assert not any(marked("empathy.first-minutes"))
    for session in set(SESSIONS) - set(translated):
        assert all(marked(session))


def test_what_only_an_extended_course_teaches_is_hidden_in_a_short_one(reading: Any) -> None:
    curriculum = reading.editions["en"]
    core, extended = (
        next(at for at, course in enumerate(curriculum.courses) if course.depth == depth) for depth in ("core", "extended")
    )
    short, long = (
        {
            slide.shapes.title.text_frame.text: slide._element.get("show") != "0"
            for slide in Presentation(io.BytesIO(built(reading, "en", "empathy.listening", at))).slides
        }
        for at in (core, extended)
    )
    assert not short["When the words are hard to follow"]
    assert all(long.values())
    assert len(short) == len(long)
