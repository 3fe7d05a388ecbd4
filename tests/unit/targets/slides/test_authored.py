"""The layout of a slide follows from what stands on it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from builders.targets.slides.theme import theme

WORDS = Callable[[Any], str]
TABLE = "| We do | They hear |\n| --- | --- |\n| Write | The form matters |\n| Wait | I matter |\n"


def png(wide: int = 40, high: int = 20) -> bytes:
    """A white picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\xff" * 3 * wide) * high
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PICTURE = {"modules/m/media/desk.png": png()}


@pytest.mark.parametrize(
    ("body", "layout"),
    [
        ("- one\n- two\n", "bullets"),
        ("One sentence.\n", "bullets"),
        (TABLE, "table"),
        ("![A desk](media/desk.png)\n", "picture"),
        ("- one\n\n![A desk](media/desk.png)\n", "picture-text"),
        ("::: columns\n::: column\n- left\n:::\n::: column\n- right\n:::\n:::\n", "two-content"),
        ("::: columns\n::: column\n### A\n- left\n:::\n::: column\n### B\n- right\n:::\n:::\n", "comparison"),
        ("> Nobody listens.\n\nA complainant\n", "quote"),
        ("Look at this:\n\n" + TABLE, "table"),
        ("", "section"),
    ],
)
def test_layout_follows_from_content(workshop: Any, body: str, layout: str) -> None:
    (slide,) = workshop.slide(body, files=PICTURE)
    assert slide.slide_layout.name == theme().layouts[layout].label
    assert slide.shapes.title.text_frame.text == "The title"


@pytest.mark.parametrize("layout", ["section", "title", "two-content", "quote", "bullets"])
def test_an_author_can_choose_the_layout(workshop: Any, words: WORDS, layout: str) -> None:
    (slide,) = workshop.slide("- one\n- two\n", options=f" {{layout={layout}}}")
    assert slide.slide_layout.name == theme().layouts[layout].label
    assert {"one", "two"} <= set(words(slide).splitlines())


def test_a_table_is_native_and_knows_its_header(workshop: Any) -> None:
    (slide,) = workshop.slide(TABLE)
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    assert frame.table.first_row
    assert [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows] == [
        ["We do", "They hear"],
        ["Write", "The form matters"],
        ["Wait", "I matter"],
    ]


def test_a_picture_keeps_its_proportions_and_its_alternative_text(workshop: Any) -> None:
    (slide,) = workshop.slide("![A desk](media/desk.png)\n", files=PICTURE)
    (picture,) = (shape for shape in slide.shapes if shape.shape_type is not None and hasattr(shape, "image"))
    assert picture.width == pytest.approx(2 * picture.height, rel=0.001)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "A desk"


def test_what_cannot_be_shown_is_told_in_words(workshop: Any, words: WORDS) -> None:
    svg = {"modules/m/media/plan.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}
    (slide,) = workshop.slide("![The way through the station](media/plan.svg)\n", files=svg)
    assert "The way through the station" in words(slide)
    assert not [shape for shape in slide.shapes if hasattr(shape, "image")]


def test_three_columns_stand_side_by_side(workshop: Any) -> None:
    columns = "".join(f"::: column\n- {name}\n:::\n" for name in ("one", "two", "three"))
    (slide,) = workshop.slide(f"::: columns\n{columns}:::\n")
    places = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text in {"one", "two", "three"}]
    assert [shape.text_frame.text for shape in sorted(places, key=lambda shape: shape.left)] == ["one", "two", "three"]
    assert len({shape.top for shape in places}) == 1


def test_too_many_points_go_on_with_a_number(workshop: Any, words: WORDS) -> None:
    points = [f"Point {at} says something that is worth a whole row of words on a slide, and then some more" for at in range(20)]
    slides = workshop.slide("".join(f"- {point}\n" for point in points))
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == [f"The title\u00a0({at}/{len(slides)})" for at in range(1, len(slides) + 1)]
    assert len(slides) > 1
    shown = "\n".join(map(words, slides))
    assert all(point in shown for point in points)


def test_a_long_table_repeats_its_header(workshop: Any) -> None:
    rows = "".join(f"| Row {at} | {'many words about it ' * 8} |\n" for at in range(14))
    slides = workshop.slide(f"| Name | What |\n| --- | --- |\n{rows}")
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert len(tables) == len(slides) > 1
    assert {table.cell(0, 0).text_frame.text for table in tables} == {"Name"}
    names = [row.cells[0].text_frame.text for table in tables for row in list(table.rows)[1:]]
    assert names == [f"Row {at}" for at in range(14)]


def test_a_cell_longer_than_a_page_goes_on_in_the_next_row(workshop: Any) -> None:
    sentences = [f"Sentence {at} says what has to be said about it." for at in range(80)]
    slides = workshop.slide(f"| Name | What |\n| --- | --- |\n| A | {' '.join(sentences)} |\n")
    cells = [
        row.cells[1].text_frame.text for slide in slides for shape in slide.shapes if shape.has_table for row in shape.table.rows
    ]
    assert " ".join(cell for cell in cells if cell != "What") == " ".join(sentences)


def test_runs_keep_their_style_and_language(workshop: Any) -> None:
    (slide,) = workshop.slide("- a **strong** *fine* [link](https://example.org/x) word\n")
    (body,) = (shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
    runs = {run.text.strip(): run for run in body.text_frame.paragraphs[0].runs}
    assert runs["strong"].font.bold
    assert runs["fine"].font.italic
    assert runs["link"].hyperlink.address == "https://example.org/x"
    assert {run._r.rPr.get("lang") for run in runs.values()} == {"en-IN"}


def test_a_citation_is_a_number_and_an_unverified_one_is_marked(workshop: Any, words: WORDS) -> None:
    slide, sources = workshop.slide("- By law [@law]\n- By study [@study]\n")
    assert "By law [1]\nBy study [2†]" in words(slide)
    assert "† Source not yet verified" in words(slide)
    assert sources.slide_layout.name == "Sources"
    assert [row.cells[0].text_frame.text for shape in sources.shapes if shape.has_table for row in shape.table.rows][1:] == [
        "1",
        "2†",
    ]
