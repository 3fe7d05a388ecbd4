"""Typefaces: those that were measured count by their measures, others as the largest."""

from __future__ import annotations

import pytest

from builders.targets.slides.faces import DEVANAGARI, LATIN, face, is_measured, measured
from builders.targets.slides.theme import theme


def test_what_was_never_measured_is_as_wide_as_the_widest() -> None:
    unknown = face(LATIN, "Whatever Sans")
    assert not is_measured(LATIN, "Whatever Sans")
    assert all(unknown.width >= face(LATIN, name).width for name in ("Arial", "DejaVu Sans", "Noto Serif", "Calibri"))


@pytest.mark.parametrize("name", ["Arial", "arial", "ARIAL"])
def test_capitals_do_not_count_in_names(name: str) -> None:
    assert is_measured(LATIN, name)
    assert face(LATIN, name).width == 1


def test_a_face_that_some_machines_lack_counts_as_much_as_its_stand_in() -> None:
    assert face(LATIN, "Calibri").width >= face(LATIN, "Noto Sans").width
    assert face(LATIN, "Times New Roman").width < 1


def test_a_deck_in_hindi_has_room_for_words_in_latin_letters() -> None:
    usual = theme().scripts
    wide = measured(usual, ("DejaVu Sans", ""), ("Noto Sans Devanagari",))
    assert wide["Latn"].safety == pytest.approx(usual["Latn"].safety * face(LATIN, "DejaVu Sans").width)
    assert wide["Deva"].safety > usual["Deva"].safety
    high = measured(usual, ("Arial",), ("Noto Serif Devanagari",))
    assert high["Deva"].natural == face(DEVANAGARI, "Noto Serif Devanagari").height
    assert high["Latn"] == usual["Latn"]
