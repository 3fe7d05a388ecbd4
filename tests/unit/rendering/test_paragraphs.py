"""Markdown becomes paragraphs, tables and pictures for slides."""

from __future__ import annotations

import pytest

from builders.rendering.paragraphs import (
    BULLET,
    HEADING,
    NUMBER,
    QUOTE,
    TEXT,
    Paragraph,
    Picture,
    Run,
    Table,
    to_paragraphs,
    to_runs,
)
from builders.rendering.references import References


def test_lists_keep_levels_and_numbers() -> None:
    contents = to_paragraphs("- one\n    - deeper\n- two\n\n3. three\n4. four\n")
    assert [(c.kind, c.level, c.number, c.text) for c in contents if isinstance(c, Paragraph)] == [
        (BULLET, 0, 0, "one"),
        (BULLET, 1, 0, "deeper"),
        (BULLET, 0, 0, "two"),
        (NUMBER, 0, 3, "three"),
        (NUMBER, 0, 4, "four"),
    ]


def test_a_second_paragraph_of_an_item_is_set_in() -> None:
    contents = to_paragraphs("- first\n\n    second\n\n- next\n")
    assert [(c.kind, c.level, c.text) for c in contents if isinstance(c, Paragraph)] == [
        (BULLET, 0, "first"),
        (TEXT, 1, "second"),
        (BULLET, 0, "next"),
    ]


def test_runs_keep_strong_emphasis_and_links() -> None:
    assert to_runs("a **b *c*** [d](https://example.org)") == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", link="https://example.org"),
    )


def test_headings_and_quotes_have_their_kind() -> None:
    contents = to_paragraphs("#### Part\n\n> She said\n> no.\n\nAfter.")
    assert [(c.kind, c.text) for c in contents if isinstance(c, Paragraph)] == [
        (HEADING, "Part"),
        (QUOTE, "She said no."),
        (TEXT, "After."),
    ]


def test_a_table_keeps_header_rows_and_alignment() -> None:
    (table,) = to_paragraphs("| A | B |\n| :-- | --: |\n| **c** | 1 |\n| d | 2 |\n")
    assert isinstance(table, Table)
    assert [run[0].text for run in table.header] == ["A", "B"]
    assert table.rows[0] == ((Run("c", bold=True),), (Run("1"),))
    assert table.alignments == ("left", "right")


def test_a_picture_stands_between_the_paragraphs_around_it() -> None:
    contents = to_paragraphs("Before ![A desk](media/desk.png) after.")
    assert [type(content) for content in contents] == [Paragraph, Picture, Paragraph]
    assert contents[1] == Picture("media/desk.png", "A desk")


def test_citations_and_inner_links_are_resolved() -> None:
    references = References(citations={"law": ("1†", "")}, links={})
    assert "".join(run.text for run in to_runs("Write [an FIR](term:fir) [@law].", references)) == "Write an FIR [1†]."


@pytest.mark.parametrize("words", ["Plain words.", "Is it so? Yes – it is.", "हिन्दी में। और आगे।", "Ends with a colon:"])
def test_plain_words_are_one_paragraph_as_they_stand(words: str) -> None:
    assert to_paragraphs(words) == (Paragraph((Run(words),)),)


@pytest.mark.parametrize(("markdown", "kind"), [("- a", BULLET), ("1. a", NUMBER), ("+ a", BULLET), ("> a", QUOTE)])
def test_what_only_looks_plain_is_parsed(markdown: str, kind: str) -> None:
    (found,) = to_paragraphs(markdown)
    assert isinstance(found, Paragraph)
    assert (found.kind, found.text) == (kind, "a")


def test_scripts_do_not_pass() -> None:
    assert "alert" not in "".join(run.text for run in to_runs("a <script>alert(1)</script> b"))
    assert to_runs("[x](javascript:alert(1))") == (Run("x"),)
