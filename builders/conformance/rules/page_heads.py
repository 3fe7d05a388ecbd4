"""K096, K097, K100: what a launch page says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.views.pages import Page
from builders.diagnostics.finding import Finding


def check(page: Page) -> Iterator[Finding]:
    """It has a title, its language and its encoding.

    Example: `<html><head><title></title></head>`.
    """
    if not page.launched:
        return
    title = page.first("title")
    if title is None or not title.text.strip():
        yield Finding(page.at(title), "K096", "the launch page has no title")
    html = page.first("html")
    if html is None or not (html.attributes.get("lang", "").strip() or html.attributes.get("xml:lang", "").strip()):
        yield Finding(page.at(html), "K097", "the launch page does not say its language")
    if not _encoded(page):
        yield Finding(
            page.at(page.first("head")), "K100", "the launch page has letters beyond ASCII and does not say that it is UTF-8"
        )


def _encoded(page: Page) -> bool:
    """Declared in HTML or XML, or with nothing in it that an encoding could change."""
    if page.text.isascii() or page.text.startswith("<?xml"):
        return True
    for tag in page.tags:
        said = tag.attributes.get("charset", "") or tag.attributes.get("content", "").lower().partition("charset=")[2]
        if tag.name == "meta" and said.strip().lower() in {"utf-8", "utf8"}:
            return True
    return False
