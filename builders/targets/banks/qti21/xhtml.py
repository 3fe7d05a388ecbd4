"""HTML as QTI 2.1 takes it: a sanitised fragment comes in, elements of QTI's own part of XHTML go out.

QTI lists the elements and attributes that an item's body may hold (Information Model 2.1, chapter 6). What is newer than
that list becomes ``div`` or ``span``; nothing of the words is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

_BLOCKS = {
    "address", "blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
}  # fmt: skip
_PARTS = {"caption", "col", "colgroup", "dd", "dt", "li", "tbody", "td", "tfoot", "th", "thead", "tr"}
_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "img", "kbd", "q", "samp", "small", "span", "strong", "sub", "sup",
    "var",
}  # fmt: skip
_LIKE_BLOCKS = {
    "article", "aside", "details", "figcaption", "figure", "footer", "header", "main", "nav", "section", "summary",
}  # fmt: skip
_VOID = {"br", "col", "hr", "img", "wbr"}
_ATTRIBUTES = {
    "a": {"href", "type"},
    "img": {"src", "alt", "width", "height"},
    "td": {"headers", "scope", "colspan", "rowspan"},
    "th": {"headers", "scope", "colspan", "rowspan"},
    "col": {"span"},
    "colgroup": {"span"},
}


def inside(markup: str) -> Element:
    """An element without a name that holds the fragment; see :func:`moved`."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.root


def moved(source: Element, target: Element) -> Element:
    """Put everything inside ``source`` behind what stands in ``target``, words and elements."""
    _append_words(target, source.text)
    target.extend(list(source))
    return target


def blocks(markup: str) -> Iterator[Element]:
    """The fragment as block elements; words and inline elements between them stand in paragraphs of their own."""
    source = inside(markup)
    loose = Element("p")
    loose.text = source.text
    for element in source:
        tail, element.tail = element.tail, None
        if element.tag in _BLOCKS:
            yield from _unless_empty(loose)
            yield element
            loose = Element("p")
            loose.text = tail
        else:
            element.tail = tail
            loose.append(element)
    yield from _unless_empty(loose)


def _unless_empty(paragraph: Element) -> Iterator[Element]:
    if len(paragraph) or (paragraph.text or "").strip():
        yield paragraph


class _Reader(HTMLParser):
    """The sanitiser has closed every element already."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("fragment")
        self._open = [self.root]
        self._names = ["fragment"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "wbr":
            return
        given = {key: value or "" for key, value in attrs}
        element = Element(_element(tag, given), dict(_attributes(tag, given)))
        self._open[-1].append(element)
        if tag not in _VOID:
            self._open.append(element)
            self._names.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._names[1:]:
            while self._names.pop() != tag:
                self._open.pop()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        _append_words(self._open[-1], data)


def _element(tag: str, given: dict[str, str]) -> str:
    if tag == "a" and (not given.get("href") or given["href"].startswith("#")):
        return "span"
    if tag in _BLOCKS or tag in _PARTS or tag in _INLINE:
        return tag
    return "div" if tag in _LIKE_BLOCKS else "span"


def _attributes(tag: str, given: dict[str, str]) -> Iterable[tuple[str, str]]:
    kept = _ATTRIBUTES.get(tag, set()) if _element(tag, given) == tag else set()
    if tag == "img":
        given = {"alt": ""} | given
    for key, value in sorted(given.items()):
        if key in kept or key == "class":
            yield key, value
        elif key == "lang":
            yield "xml:lang", value


def _append_words(element: Element, words: str | None) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
