"""What participants get holds nothing for trainers: no notes, no debriefs, no answers, no points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from builders.model.blocks import Debrief, Facilitator, Notes, Prose, children_of, walk
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.text import Text, texts_in
from builders.reading.curriculum import Reading
from builders.rendering.plain import to_plain
from builders.targets import printables

LENGTH = 24
"""Shorter texts may well stand on both sides."""


def _sentences(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        for line in to_plain(text.value).splitlines():
            words = "".join(line.split())
            if len(words) >= LENGTH and "[" not in line:
                yield words


def _of_trainers(curriculum: Curriculum) -> set[str]:
    """Every line of notes, facilitator's blocks, debriefs, course activities and feedback in the modules and courses."""
    texts: list[Text] = []
    for module in curriculum.modules:
        for session in module.sessions:
            texts += texts_in(session.difficulties)
            for block in walk(tuple(block for segment in session.segments for block in segment.blocks)):
                if isinstance(block, Facilitator | Debrief | Notes):
                    texts += [inner.text for inner in walk(children_of(block)) if isinstance(inner, Prose)]
        for question in module.questions:
            texts += [text for _, text in question.feedback]
            texts += [choice.feedback for choice in question.choices if choice.feedback]
        for scenario in module.scenarios:
            texts += [*scenario.debrief, *texts_in(scenario.nodes, scenario.endings)]
        for sop in module.sops:
            texts += [step.action for step in sop.steps]
    texts += [
        slot.text for course in curriculum.courses for day in course.days for slot in day.slots if getattr(slot, "text", None)
    ]
    return set(_sentences(texts))


def _sheets(curriculum: Curriculum, course: Course) -> Iterator[tuple[str, bytes]]:
    yield "workbook", printables.workbook(course, curriculum=curriculum)
    yield "feedback", printables.feedback_form(course, curriculum=curriculum)
    yield "attendance", printables.attendance_sheet(course, curriculum=curriculum)
    yield "certificate", printables.certificate(course, curriculum=curriculum)
    for use, _ in printables.tests_of(course):
        for form in printables.FORMS:
            yield f"{use} {form}", printables.question_paper(course, use, form, curriculum=curriculum)
    for module in curriculum.modules:
        for scenario in module.scenarios:
            yield scenario.id, printables.role_cards(scenario, curriculum=curriculum)
        for sop in module.sops:
            yield f"{sop.id} steps", printables.step_cards(sop, curriculum=curriculum)


@pytest.mark.parametrize(("language", "id"), [("en", "five-day"), ("en", "two-day"), ("hi", "two-day")])
def test_nothing_for_trainers(language: str, id: str, reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions[language]
    course = next(course for course in edition.courses if course.id == id)
    secret = _of_trainers(edition)
    assert len(secret) > 100
    for name, sheet in _sheets(edition, course):
        words = opened(sheet).words
        assert not [line for line in secret if line in words], name


def test_the_trainer_does_get_it(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    """The other way round, so that the test above can fail."""
    edition = reading.editions["en"]
    session = edition.session("empathy.listening")
    assert session
    words = opened(printables.session_plan(session, course=edition.courses[0], curriculum=edition)).words
    assert sum(line in words for line in _of_trainers(edition)) > 10
