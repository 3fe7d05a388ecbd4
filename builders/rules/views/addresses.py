"""The addresses of links and pictures: Markdown words come in, what they point to goes out, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_INLINE = re.compile(r"\]\(\s*<?(?P<address>[^)\s>]*)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]@]+\]:[ \t]*<?(?P<address>[^\s>]+)", re.MULTILINE)
_IN_TAG = re.compile(r"<(?P<tag>[A-Za-z]+)\b[^<>]*?\b(?:href|src)\s*=\s*[\"']?(?P<address>[^\"'\s>]*)")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Address:
    """``value`` as written; ``offset`` counts characters from the start of the words."""

    value: str
    picture: bool
    offset: int

    @property
    def scheme(self) -> str:
        """``https`` and the like in lower case, empty for a path."""
        match = _SCHEME.match(self.value)
        return match["scheme"].lower() if match else ""

    @property
    def path(self) -> str:
        """The address without query and fragment, per cent signs resolved."""
        return unquote(re.split(r"[?#]", self.value, maxsplit=1)[0])

    @property
    def leads_out(self) -> bool:
        """Whether it is a path that leaves the curriculum, or one of somebody's machine."""
        if self.scheme:
            return self.scheme == "file" or len(self.scheme) == 1  # `C:` is a drive
        path = self.path.replace("\\", "/")
        return ".." in path.split("/") or (path.startswith("/") and not path.startswith("//"))


def addresses(words: str) -> Iterator[Address]:
    """All addresses: of inline links and pictures, of link definitions, of ``href`` and ``src`` in HTML."""
    if "](" in words:
        for match in _INLINE.finditer(words):
            opening = _opening(words, match.start())
            yield Address(match["address"], opening > 0 and words[opening - 1] == "!", match.start("address"))
    if "]:" in words:
        for match in _DEFINED.finditer(words):
            yield Address(match["address"], False, match.start("address"))
    if "<" in words:
        for match in _IN_TAG.finditer(words):
            yield Address(match["address"], match["tag"].lower() == "img", match.start("address"))


def _opening(words: str, closing: int) -> int:
    """Where the bracket opens that closes here, -1 where none does. A link's words may hold a picture with its own."""
    depth = 0
    for offset in range(closing, -1, -1):
        depth += (words[offset] == "]") - (words[offset] == "[")
        if depth == 0:
            return offset
    return -1
