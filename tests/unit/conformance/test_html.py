"""The tokenizer of pages: what a browser takes for a tag, and where it stands."""

from __future__ import annotations

import pytest

from builders.conformance.opening.html import tags


def seen(text: str) -> list[tuple[str, dict[str, str], str]]:
    return [(tag.name, dict(tag.attributes), tag.text) for tag in tags(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", [("p", {}, "")]),
        ("<IMG SRC=a.png Alt='x > y'>", [("img", {"src": "a.png", "alt": "x > y"}, "")]),
        ('<a href="a&amp;b" href="c">', [("a", {"href": "a&b"}, "")]),
        ("<br/><hr /><input disabled value=1>", [("br", {}, ""), ("hr", {}, ""), ("input", {"disabled": "", "value": "1"}, "")]),
        ("<a\n  b = c\n>", [("a", {"b": "c"}, "")]),
        ("1 < 2 <3 <> </p> <?x <b>?> <!doctype html>", []),
        ("<!-- <p> --><i>", [("i", {}, "")]),
        ("<!--> <b> -->", [("b", {}, "")]),
        ("<script>if (a<b) x('<p>')</script><p>", [("script", {}, "if (a<b) x('<p>')"), ("p", {}, "")]),
        ("<script>never closed <p>", [("script", {}, "never closed <p>")]),
        ("<title>a &lt; b</TITLE ><p>", [("title", {}, "a &lt; b"), ("p", {}, "")]),
        ('<p class="never closed>', []),
        ("<p", []),
        ("", []),
    ],
)
def test_tags(text: str, expected: list[tuple[str, dict[str, str], str]]) -> None:
    assert seen(text) == expected


def test_places_count_from_one() -> None:
    text = "<a>\n\n  <b\n c=d><i>पाठ</i><u>"
    assert [(tag.name, tag.line, tag.column) for tag in tags(text)] == [("a", 1, 1), ("b", 3, 3), ("i", 4, 6), ("u", 4, 16)]
