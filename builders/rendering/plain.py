"""Prose as plain text: Markdown comes in, words without marks, links and citations go out."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser

from builders.rendering.html import to_html

_BLOCKS = {"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "pre"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class calls it so
        if tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


@lru_cache(maxsize=1 << 11)
def html_to_plain(html: str) -> str:
    """The words of an HTML fragment, one block a line. Remembered: packages of several standards show the same pages."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)


def to_plain(markdown: str) -> str:
    """The words of a Markdown text, one block a line."""
    return html_to_plain(to_html(markdown))
