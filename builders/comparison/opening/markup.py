"""HTML as the player's pages are written: text comes in, its elements and words in order go out.

Attributes are in double quotes and nothing is left out that HTML lets authors leave out. Takes time in proportion to the text,
whatever is in it: the expressions never go back on what they have matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r'<(?:![^<>]*+|(/?)([A-Za-z][A-Za-z0-9-]*+)((?:[^<>"]|"[^"]*+")*+))>')
_ATTRIBUTE = re.compile(r'([^\s"=/]++)(?:="([^"]*+)")?')
_SCRIPT_ENDS = re.compile(r"</script\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Begin:
    """A start tag; ``attributes`` without a value are empty."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """What stands between tags; for a script, its source."""

    text: str


def tokens(text: str) -> Iterator[Begin | End | Words]:
    """Tags and words in order. What begins like a tag and is none counts as words."""
    at = 0
    while tag := _TAG.search(text, at):
        if tag.start() > at:
            yield Words(unescape(text[at : tag.start()]))
        at = tag.end()
        name = (tag[2] or "").lower()
        if tag[1]:
            yield End(name)
        elif name:
            yield Begin(name, {found[1].lower(): unescape(found[2] or "") for found in _ATTRIBUTE.finditer(tag[3])})
        if name == "script" and not tag[1]:
            end = _SCRIPT_ENDS.search(text, at)
            yield Words(text[at : end.start() if end else len(text)])
            at = end.start() if end else len(text)
    if at < len(text):
        yield Words(unescape(text[at:]))
