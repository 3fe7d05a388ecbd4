"""Titles as plain words, for where Markdown is not understood: a text comes in, words go out."""

from __future__ import annotations

import re

from builders.model.text import Text
from builders.rendering.plain import to_plain

_MARKDOWN = re.compile(r"[\\`*_\[\]<&#!\n]|^\s*(?:\d+\.|[-+>])\s")


def plain_title(text: Text) -> str:
    """Most titles hold no Markdown at all, and need not be parsed to see that."""
    return to_plain(text.value) if _MARKDOWN.search(text.value) else text.value.strip()
