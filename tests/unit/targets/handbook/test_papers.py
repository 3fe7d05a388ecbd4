"""Test papers hold every question and no answer; their keys hold every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builders.model.assessment import draw
from builders.model.text import Text
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of
from builders.targets.handbook.pages.papers import tests_of as course_tests


@pytest.fixture(scope="module")
def pages(reading: Any) -> Mapping[str, str]:
    return all_pages(edition_of(reading.editions["en"], ()))


def test_every_test_has_a_paper_and_a_key(reading: Any, pages: Mapping[str, str]) -> None:
    edition = reading.editions["en"]
    for course in edition.courses:
        for use, test in course_tests(course):
            questions = draw(test, use, edition)
            paper, key = pages[f"tests/{course.id}/{use}.md"], pages[f"tests/{course.id}/{use}-key.md"]
            assert paper.count("Question ") == key.count("Question ") == len(questions) == test.items
            for question in questions:
                assert _beginning(question.stem) in paper
                for feedback in [choice.feedback for choice in question.choices if choice.feedback]:
                    assert _beginning(feedback) in key
                    assert feedback.value not in paper


def _beginning(text: Text) -> str:
    """The words up to the first that a page may write differently."""
    return text.value.split("[")[0].split("\n")[0].strip()[:40]


def test_a_paper_folds_nothing_that_could_be_opened(pages: Mapping[str, str]) -> None:
    papers = [text for path, text in pages.items() if path.startswith("tests/") and not path.endswith("-key.md")]
    assert papers
    assert not any("<details" in text or "verdict" in text for text in papers)
