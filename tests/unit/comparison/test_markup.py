"""Reading HTML: what is written by the player's own pages, and what nobody should write."""

from __future__ import annotations

import pytest

from builders.comparison.opening.markup import Begin, End, Words, tokens
from builders.comparison.opening.page import read_page


def test_tokens() -> None:
    page = '<!doctype html>\n<p class="a > b" hidden>One &amp; <b>two</b></p><script id="x">if (a < b) "</p>"</script>!'
    assert list(tokens(page)) == [
        Words("\n"),
        Begin("p", {"class": "a > b", "hidden": ""}),
        Words("One & "),
        Begin("b", {}),
        Words("two"),
        End("b"),
        End("p"),
        Begin("script", {"id": "x"}),
        Words('if (a < b) "</p>"'),
        End("script"),
        Words("!"),
    ]


@pytest.mark.parametrize("text", ["a < b", "<", "<a", '<a href="', "<>", "</>", "<!", "< p>", "<script>", "&#xD800;", "&#0;"])
def test_what_is_no_tag_is_no_trouble(text: str) -> None:
    assert list(tokens(text)) is not None
    assert read_page(text).data == ""


@pytest.mark.parametrize("piece", ["<", "<a ", '<a b="', "<!--", '<a "', "<p>", "</p>", "<script>", '"', "<!", "&", "<a b=c "])
def test_takes_time_in_proportion(piece: str) -> None:
    """With a reader that goes back over what it has read, each of these would take hours."""
    text = piece * 50_000
    assert sum(1 for _ in tokens(text)) <= 2 * 50_000
    assert sum(1 for _ in tokens("<p>" * 10_000 + "</b>" * 10_000)) == 20_000
    assert read_page("<p>" * 10_000 + "</b>" * 10_000).data == ""


def test_words_belong_to_the_innermost_item() -> None:
    page = read_page(
        '<title>Kit</title><h1>Kit</h1><section data-page="AAAA" id="page-a">Before <form data-question="BBBB" id="check-q">'
        'asked <input value="x"></form><h1>after</h1></section><template><form data-question="BBBB" id="final-q">asked'
        '</form></template><footer>frame</footer><script id="data">{"a": 1}</script>'
    )
    assert {owner: found.words for owner, found in page.passages.items()} == {
        ("publication", ""): "Kit",
        ("page", "AAAA"): "Before after",
        ("question", "BBBB"): "asked",
    }
    assert page.frame.words == "frame"
    assert page.data == '{"a": 1}'
    assert (page.page_ids, page.values, page.asked) == ({"AAAA": "a"}, {"BBBB": frozenset({"x"})}, frozenset({"BBBB"}))


def test_marks_inside_a_word_do_not_cut_it() -> None:
    plain, marked = (read_page(f'<section data-page="A"><p>{text}</p></section>') for text in ("lamps", "lamp<em>s</em>"))
    assert plain.passages["page", "A"].words == marked.passages["page", "A"].words == "lamps"
    assert plain.passages["page", "A"].markup != marked.passages["page", "A"].markup
