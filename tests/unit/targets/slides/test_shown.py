"""What is known of a deck's slides without opening it: the same slides, each with the block that it comes from."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from builders.model.blocks import Activity, Aside, Reference, Slide
from builders.reading.curriculum import Reading
from builders.rendering.plain import to_plain
from builders.targets.slides import session_deck, session_slides


@pytest.mark.parametrize(
    ("language", "id"), [("en", "empathy.listening"), ("hi", "empathy.first-minutes"), ("mr", "sops.zero-fir")]
)
def test_slides_are_those_of_the_deck(reading: Reading, language: str, id: str) -> None:
    curriculum = reading.editions[language]
    session = curriculum.session(id)
    assert session is not None
    course = curriculum.courses[0]
    shown = session_slides(session, course=course, curriculum=curriculum)
    slides = list(Presentation(io.BytesIO(session_deck(session, course=course, curriculum=curriculum))).slides)
    assert len(shown) == len(slides)
    assert [slide.hidden for slide in shown] == [slide._element.get("show") == "0" for slide in slides]
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(title.startswith(slide.title) for slide, title in zip(shown, titles, strict=True)), "but for a number behind"


def test_each_says_which_block_it_comes_from(reading: Reading) -> None:
    curriculum = reading.editions["en"]
    session = curriculum.session("empathy.first-minutes")
    assert session is not None
    shown = session_slides(session, course=curriculum.courses[0], curriculum=curriculum)
    segments = {segment.id: segment for segment in session.segments}
    found = [(slide, segments[slide.segment].blocks[slide.block]) for slide in shown if slide.block >= 0]
    assert {type(block) for _, block in found} <= {Slide, Activity, Aside, Reference}
    titled = [(slide, block) for slide, block in found if isinstance(block, Slide) and block.title]
    assert titled
    for slide, block in titled:
        assert block.title is not None
        assert slide.title.startswith(to_plain(block.title.value))
    written = {
        (segment.id, at) for segment in session.segments for at, block in enumerate(segment.blocks) if isinstance(block, Slide)
    }
    assert written <= {(slide.segment, slide.block) for slide in shown}, "every slide of the author is there"
    assert shown[0].block == -1, "the title belongs to no block"
