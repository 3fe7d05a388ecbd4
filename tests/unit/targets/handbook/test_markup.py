"""Small pieces of Markdown."""

from __future__ import annotations

from builders.rendering.html import to_html
from builders.targets.handbook.pages import markup


def test_plain_words_stay_plain() -> None:
    words = "A_b*c* [x](y) <b> & `code` #1 | {#id}"
    html = to_html(f"Before {markup.plain(words)} after")
    assert "<em>" not in html
    assert "<a" not in html
    assert "<b>" not in html
    assert "<code>" not in html
    assert "A_b*c* [x](y) &lt;b&gt; &amp; `code` #1 | {#id}" in html


def test_a_bar_in_a_cell_is_no_border() -> None:
    html = to_html(markup.table(("A", "B"), [("one | two", "three")]))
    assert html.count("<td") == 2
    assert "one | two" in html


def test_a_line_break_in_a_cell_stays_in_the_cell() -> None:
    html = to_html(markup.table(("A",), [("one\n\ntwo",)]))
    assert html.count("<tr") == 2
    assert "one<br" in html


def test_a_table_without_rows_is_nothing() -> None:
    assert markup.table(("A", "B"), []) == ""


def test_a_box_around_nothing_is_nothing() -> None:
    assert markup.box("block", "", "") == ""
    assert markup.folded("answer", "Answer", "") == ""
    assert markup.facts([("Name", "")]) == ""


def test_an_item_of_several_blocks_stays_one_item() -> None:
    html = to_html(markup.listed(["first\n\nsecond", "third"]))
    assert html.count("<li") == 2
    assert html.count("<ul") == 1


def test_ten_and_more_items_are_one_list() -> None:
    html = to_html(markup.listed((f"item {number}" for number in range(12)), numbered=True))
    assert html.count("<ol") == 1
    assert html.count("<li") == 12
