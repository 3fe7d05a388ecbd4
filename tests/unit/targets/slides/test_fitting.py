"""Words are set so that they fit, and none are lost."""

from __future__ import annotations

import pytest

from builders.rendering.paragraphs import BULLET, HEADING, TEXT
from builders.targets.slides.breaking import halved
from builders.targets.slides.fitting import SMALLEST, Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Line, Words
from builders.targets.slides.theme import theme

SIZES = theme().sizes["body"]
FRAME = Frame(48, 132, 864, 364)


def setter(script: str = "Latn") -> Setter:
    return Setter(theme().script(script))


def line(text: str, kind: str = BULLET, level: int = 0) -> Line:
    return Line((Words(text),), "en", kind=kind, level=level)


def test_a_longer_line_takes_more_rows() -> None:
    short, long = line("word " * 5), line("word " * 60)
    assert setter().rows(short, 864, 24) == 1
    assert setter().rows(long, 864, 24) > setter().rows(long, 864, 18) >= 3


def test_a_line_break_begins_a_row() -> None:
    assert setter().rows(line("a\nb\nc"), 864, 24) == 3


def test_a_word_wider_than_the_row_is_counted_in_rows() -> None:
    assert setter().rows(line("x" * 300), 400, 24) >= 9


def test_devanagari_is_higher_than_latin() -> None:
    hindi = Line((Words("दबाव में सुनना"),), "hi")
    assert setter("Deva").line_height(hindi, 864, 24) > 1.12 * setter().line_height(line("Listening"), 864, 24)


def test_few_words_are_large_and_many_are_small_and_all_fit() -> None:
    few, many = [line("Five short words stand here")] * 3, [line("Five short words stand here " * 3)] * 7
    (large,), (small,) = setter().parts(few, FRAME, SIZES), setter().parts(many, FRAME, SIZES)
    assert large[0].size == SIZES[0] > small[0].size >= SMALLEST
    for part in (large, small):
        assert setter().height(part, FRAME.w) <= FRAME.h


@pytest.mark.parametrize("count", [18, 24, 41])
def test_too_many_words_go_on_on_further_pages_of_like_length(count: int) -> None:
    lines = [
        line(f"Point {at} has so many words that it takes a little more than one row of the page in the end") for at in range(count)
    ]
    parts = setter().parts(lines, FRAME, SIZES)
    assert len(parts) > 1
    assert [one.text for part in parts for one in part] == [one.text for one in lines]
    assert all(one.size >= SMALLEST for part in parts for one in part)
    assert all(setter().height(part, FRAME.w) <= FRAME.h for part in parts)
    assert min(map(len, parts)) * 2 >= max(map(len, parts))


def test_pages_are_broken_before_an_outermost_point() -> None:
    lines = [line(f"Point {at} " + "with words " * 8, level=at % 3 and 1) for at in range(24)]
    assert all(part[0].level == 0 for part in setter().parts(lines, FRAME, SIZES))


def test_a_heading_stays_with_what_follows() -> None:
    lines = [line(f"Words {at} " * 12, HEADING if at % 3 == 0 else TEXT) for at in range(18)]
    assert all(part[-1].kind != HEADING for part in setter().parts(lines, FRAME, SIZES))


def test_a_paragraph_higher_than_a_page_is_broken_between_sentences() -> None:
    long = line(" ".join(f"Sentence {at} says something that has to be said here." for at in range(60)))
    parts = setter().parts([long], FRAME, SIZES)
    assert len(parts) > 1
    assert " ".join(one.text for part in parts for one in part) == long.text
    assert all(part[-1].text.endswith(".") for part in parts)
    assert [part[0].kind for part in parts] == [BULLET, *[TEXT] * (len(parts) - 1)]


def test_halves_keep_the_style_of_their_words() -> None:
    found = halved([Words("One. "), Words("Two. Three.", bold=True)])
    assert found is not None
    assert ["".join(run.text for run in half) for half in found] in (["One. Two.", "Three."], ["One.", "Two. Three."])
    assert found[1][-1].bold
    assert halved([Words("word")]) is None


def test_what_is_only_for_orientation_is_cut_to_one_row() -> None:
    cut = setter().in_one_row(line("a very long heading " * 20, TEXT), 300, (14, 12))
    assert cut.text.endswith("…")
    assert setter().rows(cut, 300, cut.size) == 1
    kept = setter().in_one_row(line("short", TEXT), 300, (14, 12))
    assert (kept.text, kept.size) == ("short", 14)
