"""Untrusted HTML: a page's text comes in, its start tags with line and column go out.

Follows the tokenizer of the HTML standard as far as start tags go. Takes time in proportion to the page, whatever is in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_NAME = re.compile(r"[^\s/>]+")
_BETWEEN = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"=?[^\s/>=]+|=")
_EQUALS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s>]*")


@dataclass(frozen=True, slots=True)
class Tag:
    """``name`` and the names of attributes are in lower case. ``text`` is what a script, style or title holds."""

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    text: str


def tags(text: str) -> Iterator[Tag]:
    """All start tags in their order. Comments and the content of scripts are passed over."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    position = text.find("<")
    while position >= 0:
        follows = text[position + 1 : position + 2]
        if not follows.isalpha() or not follows.isascii():
            position = text.find("<", _after_markup(text, position))
            continue
        named = _NAME.match(text, position + 1)
        if named is None:
            return
        attributes, end = _attributes(text, named.end())
        if end < 0:
            return  # the page ends inside the tag
        name = named[0].lower()
        close = _RAW_END[name].search(text, end) if name in _RAW_END else None
        raw = text[end : close.start() if close else len(text)] if name in _RAW_END else ""
        line = bisect_right(lines, position)
        yield Tag(name, attributes, line, position - lines[line - 1] + 1, raw)
        position = text.find("<", end + len(raw))


def _after_markup(text: str, position: int) -> int:
    """Where a comment, an end tag, a declaration or a stray ``<`` ends."""
    if text.startswith("<!--", position):
        end = text.find("-->", position + 2)
        return end + 3 if end >= 0 else len(text)
    if text[position + 1 : position + 2] in {"!", "?", "/"}:
        end = text.find(">", position)
        return end + 1 if end >= 0 else len(text)
    return position + 1


def _attributes(text: str, position: int) -> tuple[dict[str, str], int]:
    """The attributes from here to the ``>``, the first of each name, and where the tag ends; -1 where it does not."""
    found: dict[str, str] = {}
    while True:
        position = _end(_BETWEEN, text, position)
        if text.startswith(">", position):
            return found, position + 1
        name = _ATTRIBUTE.match(text, position)
        if name is None:
            return found, -1
        value, position = _value(text, name.end())
        if position < 0:
            return found, -1
        found.setdefault(name[0].lower(), unescape(value))


def _value(text: str, position: int) -> tuple[str, int]:
    """What follows an attribute's name, and where that ends; nothing without ``=``, -1 for a quote that is not closed."""
    equals = _EQUALS.match(text, position)
    if equals is None:
        return "", position
    start = equals.end()
    quote = text[start : start + 1]
    if quote in {'"', "'"}:
        end = text.find(quote, start + 1)
        return (text[start + 1 : end], end + 1) if end >= 0 else ("", -1)
    end = _end(_BARE, text, start)
    return text[start:end], end


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
