"""Whom a deck is for: participants get no word that is the trainer's; what a short course has no time for is hidden."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation

from builders.model.blocks import Activity, Aside, Block, Debrief, Facilitator, Notes, Online, Slide, children_of
from builders.model.curriculum import Curriculum
from builders.model.text import Text, texts_in
from builders.model.timetable import timetable
from builders.rendering.plain import to_plain
from builders.targets.slides import Edition, course_deck, day_deck, session_deck

SEGMENTS = """## First {#first minutes=120 depth=core}

::: slide
### One
- point

::: notes
Say the secret words.
:::
:::

::: facilitator
Walk about the room.
:::

:: question m.q

:: scenario m.angry

## Second {#second minutes=30 depth=extended}

::: slide
### Only in long courses
- more
:::

:: question m.q
"""
QUESTION = """questions:
  - id: m.q
    kind: choice
    objective: m.hear
    level: apply
    use: [check]
    stem: What first?
    hint: A hidden hint.
    choices:
      - {text: A chair, correct: true, feedback: A place is respect.}
      - {text: A form, feedback: Too early for that.}
"""
SCENARIO = """title: The man at the counter
summary: A loud complainant.
role: You are the duty officer.
minutes: 15
objectives: [m.hear]
mastery: 60
roles:
  - {id: officer, title: Duty officer, card: You have had a long shift.}
start: counter
nodes:
  - id: counter
    scene: A man hits the counter.
    choices:
      - {id: sit, text: Offer a place, consequence: He sits down., feedback: That was kind., score: {m.hear: 2}, next: trust}
      - {id: shout, text: Shout back, next: gone}
endings:
  - {id: trust, grade: good, title: He trusts you, text: He comes again.}
  - {id: gone, grade: poor, title: He leaves, text: He never comes again.}
debrief: [What made him sit down?]
"""
FILES = {"modules/m/questions.yaml": QUESTION, "modules/m/scenarios/angry.yaml": SCENARIO}
SECRET = (
    "Say the secret words", "Walk about", "A hidden hint", "A place is respect", "Too early", "He sits down", "That was kind",
    "long shift", "He trusts you", "He comes again", "He leaves", "never comes again", "Right answer", "Set the chairs",
    "Only in long",
)  # fmt: skip


def everything(data: bytes) -> str:
    """Every word and every value of an attribute in every part of a package, and the names of the parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        words = (" ".join(re.sub(r"<[^>]+>", "", part).split()) for part in parts)
        values = {value for part in parts for value in re.findall(r'(?:descr|name|title|Target)="([^"]*)"', part)}
        hidden = ["show=0" for part in parts if 'show="0"' in part[:1000]]
        return "\n".join([*archive.namelist(), *words, *sorted(values), *hidden])


def titles(data: bytes, *, shown: bool | None = None) -> list[str]:
    return [
        slide.shapes.title.text_frame.text
        for slide in Presentation(io.BytesIO(data)).slides
        if shown is None or (slide._element.get("show") != "0") == shown
    ]


def test_a_trainer_s_deck_has_what_a_participant_s_lacks(workshop: Any) -> None:
    trainers = everything(workshop.deck(SEGMENTS, files=FILES))
    participants = everything(workshop.deck(SEGMENTS, files=FILES, edition=Edition.PARTICIPANTS))
    assert [word for word in SECRET if word not in trainers] == []
    assert [word for word in SECRET if word in participants] == []
    assert "notesSlide" not in participants
    assert "show=0" in trainers
    assert "show=0" not in participants


def test_a_participant_still_sees_slides_questions_and_scenes(workshop: Any) -> None:
    assert titles(workshop.deck(SEGMENTS, files=FILES, edition=Edition.PARTICIPANTS)) == [
        "Listening",
        "What you will be able to do",
        "One",
        "Question 1",
        "The man at the counter",
        "The man at the counter – scene 1",
        "Looking back",
        "One thing for your next shift",
    ]


def test_what_a_short_course_leaves_out_is_hidden_and_counted_behind_the_rest(workshop: Any, notes: Any) -> None:
    data = workshop.deck(SEGMENTS, files=FILES)
    assert titles(data, shown=False) == ["Only in long courses", "Question 2", "Question 2: the answer"]
    hidden = next(slide for slide in Presentation(io.BytesIO(data)).slides if slide.shapes.title.text_frame.text.startswith("Only"))
    assert notes(hidden).startswith("30 min · Second")
    assert "only longer courses have time for it" in notes(hidden)


def test_a_slot_that_chose_its_segments_hides_nothing(workshop: Any) -> None:
    course = (
        "title: One day\naudience: Staff\ndepth: core\ndays:\n  - title: A\n    start: '09:30'\n    end: '11:30'\n"
        "    slots:\n      - {session: m.talk, only: [first]}\n"
    )
    data = workshop.deck(SEGMENTS, files={**FILES, "courses/short.yaml": course})
    assert titles(data, shown=False) == []


def test_the_footer_tells_module_version_language_and_date(workshop: Any) -> None:
    slides = workshop.slides(SEGMENTS, files=FILES, date="2026-10-05")
    footers = {shape.text_frame.text for slide in slides for shape in slide.placeholders if shape.placeholder_format.idx == 11}
    assert footers == {"Empathy  ·  Version 1.2.0  ·  English  ·  2026-10-05"}


def test_the_last_slide_leads_to_the_handbook(workshop: Any) -> None:
    address = "https://example.org/handbook/en/sessions/m/talk.html"
    (picture,) = (shape for shape in workshop.slides(SEGMENTS, files=FILES, page=address)[-1].shapes if hasattr(shape, "image"))
    assert picture._element.nvPicPr.cNvPr.get("descr") == f"QR code with the address: {address}"
    assert picture.image.content_type == "image/png"
    assert picture.width == picture.height
    assert not [shape for shape in workshop.slides(SEGMENTS, files=FILES)[-1].shapes if hasattr(shape, "image")]


def test_a_course_has_its_days_one_after_the_other(workshop: Any, misplaced: Any) -> None:
    curriculum = workshop.curriculum(SEGMENTS, files=FILES)
    data = course_deck(curriculum.courses[0], curriculum=curriculum)
    assert data == course_deck(curriculum.courses[0], curriculum=curriculum)
    found = titles(data)
    assert found[:5] == ["One day", "The course at a glance", "The counter", "Day 1 on the clock", "Opening"]
    assert found[-1] == "One thing for your next shift"
    assert len(set(found)) == len(found)
    overview = list(Presentation(io.BytesIO(data)).slides)[1]
    (table,) = (shape.table for shape in overview.shapes if shape.has_table)
    link = table.cell(1, 1).text_frame.paragraphs[0].runs[0]._r.rPr.find("{*}hlinkClick")
    assert link is not None
    assert misplaced(list(Presentation(io.BytesIO(data)).slides)) == []


def trainers_words(curriculum: Curriculum, course: Any) -> Iterator[Text]:
    """Whatever a course has for trainers alone: notes, facilitation, debriefs, online variants, and what questions and scenarios
    say after a choice."""
    for day in timetable(course, curriculum):
        for slot in day.slots:
            for timed in slot.segments:
                yield from _of_blocks(timed.segment.blocks)
                for block in timed.segment.blocks:
                    yield from _after_choices(curriculum, block)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Facilitator() | Debrief() | Notes() | Online():
                yield from texts_in(block.children)
            case Slide() | Activity() | Aside():
                yield from _of_blocks(children_of(block))
            case _:
                pass


def _after_choices(curriculum: Curriculum, block: Block) -> Iterator[Text]:
    target = getattr(block, "target", "")
    question, scenario = curriculum.question(target), curriculum.scenario(target)
    if question:
        told = [question.hint, *(choice.feedback for choice in question.choices), *(text for _, text in question.feedback)]
        yield from (text for text in told if text)
    if scenario:
        after = [text for node in scenario.nodes for choice in node.choices for text in (choice.consequence, choice.feedback)]
        yield from (text for text in (*after, *(ending.text for ending in scenario.endings)) if text)


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_no_participant_s_deck_of_the_repository_says_a_word_of_the_trainer_s(reading: Any, language: str) -> None:
    curriculum = reading.editions[language]
    for course in curriculum.courses:
        given = everything(course_deck(course, curriculum=curriculum, edition=Edition.PARTICIPANTS))
        shown = re.sub(r"\s+", " ", given)
        lines = {
            line
            for text in trainers_words(curriculum, course)
            for line in (" ".join(part.split()) for part in to_plain(text.value).splitlines())
            if len(line) > 30
        }
        assert len(lines) > 300
        assert [line for line in sorted(lines) if line.replace("&", "&amp;") in shown] == []
        assert "notesSlide" not in given


@pytest.mark.parametrize("edition", list(Edition))
def test_days_and_sessions_come_for_both(workshop: Any, edition: Edition) -> None:
    curriculum = workshop.curriculum(SEGMENTS, files=FILES)
    course, session = curriculum.courses[0], curriculum.modules[0].sessions[0]
    (day,) = timetable(course, curriculum)
    of_day = day_deck(day, course=course, curriculum=curriculum, edition=edition)
    of_session = session_deck(session, course=course, curriculum=curriculum, edition=edition)
    for data in (of_day, of_session):
        assert ("Question 1: the answer" in titles(data)) == (edition == Edition.TRAINERS)
