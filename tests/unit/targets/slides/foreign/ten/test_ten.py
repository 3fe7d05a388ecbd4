"""Decks on ten templates that are nobody's: what holds for our own holds for them, and the template stays what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from builders.targets.slides import session_deck

NAMES = (
    "like PowerPoint's", "few layouts", "renamed, in German", "other numbers", "4:3", "dark, with notes", "no title anywhere",
    "huge theme, photograph", "links, kind template", "no furniture",
)  # fmt: skip
SESSIONS = (("en", "sops.zero-fir"), ("hi", "empathy.first-minutes"))
Edges = tuple[int, int, int, int]
MARGIN = 4 * 12_700  # points that PowerPoint keeps free inside of a placeholder, above and below


def built(reading: Any, onto: Callable[..., Any], data: bytes, language: str, session: str) -> bytes:
    curriculum = replace(reading.editions[language], theme=onto(data))
    return session_deck(curriculum.session(session), course=curriculum.courses[0], curriculum=curriculum)


@dataclass(frozen=True)
class Made:
    """A deck on a template: ``slides`` are what python-pptx reads, each with its title and its shapes' edges by their names."""

    template: bytes
    data: bytes
    presentation: Any
    slides: list[tuple[str, Any, list[tuple[str, Edges]]]]


CASES = pytest.mark.parametrize(
    "case", [(name, *what) for name in NAMES for what in SESSIONS], ids=lambda case: f"{case[0]}-{case[1]}"
)


@pytest.fixture(scope="module")
def made(reading: Any, onto: Callable[..., Any], ten: Mapping[str, bytes]) -> Callable[[tuple[str, str, str]], Made]:
    """Builds each deck once, in whatever order tests come."""
    known: dict[tuple[str, str, str], Made] = {}

    def make(case: tuple[str, str, str]) -> Made:
        if case not in known:
            data = built(reading, onto, ten[case[0]], *case[1:])
            presentation = Presentation(io.BytesIO(data))
            slides = [
                (slide.shapes.title.text_frame.text, slide, [(shape.name, _edges(shape)) for shape in slide.shapes])
                for slide in presentation.slides
            ]
            known[case] = Made(ten[case[0]], data, presentation, slides)
        return known[case]

    return make


def _edges(shape: Any) -> Edges:
    left, top = shape.left, shape.top
    return left, top, left + shape.width, top + shape.height


@CASES
def test_every_slide_has_a_title_of_its_own_in_a_title_placeholder(made: Any, case: Any) -> None:
    titles = [title for title, _, _ in made(case).slides]
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


@CASES
def test_every_slide_has_notes_and_no_empty_placeholder(made: Any, case: Any) -> None:
    for title, slide, _ in made(case).slides:
        assert slide.notes_slide.notes_text_frame.text.strip(), title
        assert not [holder for holder in slide.placeholders if holder.has_text_frame and not holder.text_frame.text.strip()]


@CASES
def test_everything_lies_on_the_slide(made: Any, case: Any) -> None:
    deck = made(case)
    for title, _, shapes in deck.slides:
        for name, (left, top, right, bottom) in shapes:
            if name.startswith("Arrow"):
                continue  # a turned one is told as it would lie unturned
            assert min(left, top) >= 0, (title, name)
            assert right <= deck.presentation.slide_width + 1, (title, name)
            assert bottom <= deck.presentation.slide_height + 1, (title, name)


@CASES
def test_nothing_lies_on_anything_else(made: Any, case: Any) -> None:
    for title, _, shapes in made(case).slides:
        drawn = [(name, edges) for name, edges in shapes if not name.startswith(("Art", "Arrow"))]
        for (one, first), (other, second) in combinations(drawn, 2):
            across = min(first[2], second[2]) - max(first[0], second[0])
            down = min(first[3], second[3]) - max(first[1], second[1])
            assert across <= MARGIN or down <= MARGIN, (title, one, other)


@CASES
def test_words_are_large_enough_to_read_from_the_back_row(made: Any, case: Any) -> None:
    small = {"Mark", "Heading above the title", "Footer", "Slide number"}
    for _, slide, _ in made(case).slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.name not in small:
                runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                assert all(run.font.size is None or run.font.size >= Pt(18) for run in runs), shape.name


@CASES
def test_no_colour_and_no_font_is_named_outside_the_theme(made: Any, case: Any) -> None:
    deck = made(case)
    template = set(zipfile.ZipFile(io.BytesIO(deck.template)).namelist()) - {"ppt/presentation.xml"}
    archive = zipfile.ZipFile(io.BytesIO(deck.data))
    for name in archive.namelist():
        if name.endswith(".xml") and name not in template and "/theme/" not in name:
            text = archive.read(name).decode()
            assert "srgbClr" not in text, name
            faces = {piece.partition('"')[0] for piece in text.split('typeface="')[1:]}
            assert faces <= {"+mj-lt", "+mn-lt", "+mj-cs", "+mn-cs", "+mn-ea", "+mj-ea"}, name


@CASES
def test_the_template_is_taken_over_byte_for_byte(made: Any, case: Any) -> None:
    deck = made(case)
    template, archive = (zipfile.ZipFile(io.BytesIO(data)) for data in (deck.template, deck.data))
    kinds = ("ppt/slideMasters/slide", "ppt/slideLayouts/slide", "ppt/theme/", "ppt/media/", "ppt/notesMasters/notes")
    kept = [name for name in template.namelist() if name.startswith(kinds)]
    assert len(kept) > 3
    for name in kept:
        assert archive.read(name) == template.read(name), name


@CASES
def test_size_and_kind_are_those_of_a_presentation(made: Any, case: Any) -> None:
    deck = made(case)
    theirs = zipfile.ZipFile(io.BytesIO(deck.template)).read("ppt/presentation.xml").decode()
    assert f'cx="{deck.presentation.slide_width}" cy="{deck.presentation.slide_height}"' in theirs
    types = zipfile.ZipFile(io.BytesIO(deck.data)).read("[Content_Types].xml").decode()
    assert "presentationml.presentation.main+xml" in types
    assert "presentationml.template.main+xml" not in types


@CASES
def test_slides_stand_on_the_template_s_layouts(made: Any, case: Any) -> None:
    deck = made(case)
    theirs = zipfile.ZipFile(io.BytesIO(deck.template)).read("ppt/slideMasters/_rels/slideMaster1.xml.rels").decode()
    assert len(deck.presentation.slide_layouts) == theirs.count('/slideLayout"')
    known = {layout.name for layout in deck.presentation.slide_layouts}
    assert {slide.slide_layout.name for _, slide, _ in deck.slides} <= known


@pytest.mark.parametrize("name", NAMES)
def test_the_same_template_gives_the_same_bytes(
    reading: Any, onto: Callable[..., Any], ten: Mapping[str, bytes], name: str
) -> None:
    first = built(reading, onto, ten[name], "en", "empathy.listening")
    again = built(reading, onto, bytes(bytearray(ten[name])), "en", "empathy.listening")
    assert first == again
