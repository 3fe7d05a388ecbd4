"""Pictures of slides in a session's page: where the slide is shown, with its words, and never for participants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders.model.blocks import Reference, Slide
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.targets.handbook import build
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of

SESSION = "empathy.listening"
PAGE = "sessions/empathy/listening.md"


def picture(segment: str, block: int, data: bytes = b"one", title: str = "Why <they> stop") -> SlidePicture:
    return SlidePicture(SESSION, segment, block, title, "en", 480, 270, data)


@pytest.fixture(scope="module")
def slide(small: Mapping[str, Curriculum]) -> tuple[str, int]:
    """Segment and place of a slide."""
    return place(small["en"], Slide)


def place(curriculum: Curriculum, kind: type) -> tuple[str, int]:
    session = curriculum.session(SESSION)
    assert session is not None
    found = [(segment.id, at) for segment in session.segments for at, block in enumerate(segment.blocks) if isinstance(block, kind)]
    return found[0]


def page(curriculum: Curriculum, *pictures: SlidePicture, audience: str = "trainer") -> str:
    return all_pages(edition_of(curriculum, (), audience, pictures))[PAGE]  # type: ignore[arg-type]  # a word of the command line


def test_a_slide_is_seen_where_it_is_shown(small: Mapping[str, Curriculum], slide: tuple[str, int]) -> None:
    without = page(small["en"])
    shown = picture(*slide)
    found = page(small["en"], shown)
    box = found[found.index('class="block block-show"') :]
    img = re.search(r"<img [^>]*>", box)
    assert img is not None
    assert f'src="../../slides/{shown.name}"' in img[0]
    assert 'alt="Why &lt;they&gt; stop"' in img[0]
    assert 'width="480" height="270" loading="lazy"' in img[0]
    words = re.search(r'<details class="slide-words".*?</details>', box, re.DOTALL)
    assert words is not None
    assert re.search(r'<div class="slide" markdown="1">\n\n.*?\n\n</div>', without, re.DOTALL)[0] in words[0]  # type: ignore[index]


def test_without_pictures_the_words_stand_there(small: Mapping[str, Curriculum]) -> None:
    found = page(small["en"])
    assert "<img" not in found
    assert "slide-words" not in found
    assert found.count('class="slide"') >= 1


def test_a_slide_on_two_pages_has_two_pictures(small: Mapping[str, Curriculum], slide: tuple[str, int]) -> None:
    found = page(small["en"], picture(*slide, b"one"), picture(*slide, b"two"))
    assert found.count("<img") == 2
    assert found.count("slide-words") == 1


def test_slides_of_a_question_are_for_the_trainer(small: Mapping[str, Curriculum]) -> None:
    at = place(small["en"], Reference)
    found = page(small["en"], picture(*at, b"one"), picture(*at, b"two"))
    strip = re.search(r'<details class="slide-strip for-trainer".*?</details>', found, re.DOTALL)
    assert strip is not None, "it shows the answer"
    assert strip[0].count("<img") == found.count("<img") == 2


def test_pictures_of_another_session_are_elsewhere(small: Mapping[str, Curriculum], slide: tuple[str, int]) -> None:
    other = SlidePicture("empathy.first-words", *slide, "Other", "en", 480, 270, b"one")
    assert page(small["en"], other) == page(small["en"])


def test_participants_see_none(small: Mapping[str, Curriculum], slide: tuple[str, int]) -> None:
    assert page(small["en"], picture(*slide), audience="participant") == page(small["en"], audience="participant")


def test_a_title_in_another_language_says_so(small: Mapping[str, Curriculum], slide: tuple[str, int]) -> None:
    assert 'alt="Why &lt;they&gt; stop" lang="en"' in page(small["hi"], picture(*slide))


def test_the_site_holds_them(small: Mapping[str, Curriculum], slide: tuple[str, int], tmp_path: Path) -> None:
    shown = picture(*slide, b"\xff\xd8 a picture")
    files = {file.path: file.data for file in build(small["en"], downloads=(), scratch=tmp_path, pictures=(shown,))}
    assert files[f"slides/{shown.name}"] == shown.data
    assert f'src="../../slides/{shown.name}"' in files["sessions/empathy/listening.html"].decode()
    assert shown.name in files["service-worker.js"].decode(), "an offline copy has it"
    bare = {file.path for file in build(small["en"], downloads=(), scratch=tmp_path)}
    assert set(files) - bare == {f"slides/{shown.name}"}, "and no later site without it"
