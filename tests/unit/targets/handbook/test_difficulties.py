"""Common difficulties stand on a session's page for trainers, with their sources, and on no page for participants."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading, read
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import Audience, edition_of

PAGE = "sessions/kit/first.md"


@pytest.fixture(scope="module")
def learner(repository: Path) -> Mapping[str, Curriculum]:
    return read(repository / "tests/curricula/valid/learner").editions


def pages(curriculum: Curriculum, audience: Audience = "trainer") -> Mapping[str, str]:
    return all_pages(edition_of(curriculum, (), audience))


@pytest.mark.parametrize(
    ("language", "when"), [("en", "TRAINERONLY Nobody speaks when asked."), ("mr", "TRAINERONLY विचारल्यावर कोणीच बोलत नाही.")]
)
def test_a_session_says_what_goes_wrong_and_what_helps(learner: Mapping[str, Curriculum], language: str, when: str) -> None:
    page = pages(learner[language])[PAGE]
    begins = page.index("{#page_difficulties}")
    assert page.index("{#page_prepare}") < begins < page.index("{#open ")
    assert f"\n{when}\n:   TRAINERONLY" in page[begins:]
    assert page[:begins].rstrip().splitlines()[-3].startswith('<div class="for-trainer"')


def test_what_a_difficulty_cites_is_among_the_sources(learner: Mapping[str, Curriculum]) -> None:
    page = pages(learner["en"])[PAGE]
    assert "(#source_checked)" in page[page.index("{#page_difficulties}") : page.index("{#open ")]


def test_participants_are_shown_none(reading: Reading) -> None:
    for curriculum in reading.editions.values():
        trainers, participants = ("\n".join(pages(curriculum, audience).values()) for audience in ("trainer", "participant"))
        words = [item.when.value for module in curriculum.modules for session in module.sessions for item in session.difficulties]
        assert len(words) > 30
        assert all(each in trainers for each in words)
        assert not [each for each in words if each in participants]
        assert "page_difficulties" not in participants
