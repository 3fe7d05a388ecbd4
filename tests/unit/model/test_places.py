"""Where pages lie, and how they find each other."""

from __future__ import annotations

import pytest

from builders.model import places


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "address"),
    [
        ("index.md", "glossary.md", "", "glossary.md"),
        ("sessions/empathy/listening.md", "glossary.md", "fir", "../../glossary.md#fir"),
        ("sessions/empathy/listening.md", "sessions/empathy/first.md", "", "first.md"),
        ("courses/one.md", "modules/empathy/index.md", "", "../modules/empathy/index.md"),
    ],
)
def test_relative(origin: str, target: str, anchor: str, address: str) -> None:
    assert places.relative(origin, target, anchor) == address


def test_outside_leads_past_the_language_and_the_handbook_folder() -> None:
    assert places.outside("index.md", "decks/en/a.pptx") == "../../decks/en/a.pptx"
    assert places.outside("sessions/empathy/listening.md", "lms/a.zip") == "../../../../lms/a.zip"


def test_a_session_called_index_does_not_take_the_place_of_its_module() -> None:
    assert places.session("empathy.index") != places.module("empathy")


def test_html() -> None:
    assert places.html("sops/empathy/receiving.md") == "sops/empathy/receiving.html"
