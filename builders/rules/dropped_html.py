"""M012: raw HTML that every output removes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.addresses import addresses
from builders.rules.views.passages import Passage

_REMOVED = (
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "select", "textarea",
    "link", "meta", "base", "template", "noscript", "svg", "math", "canvas", "video", "audio", "marquee",
)  # fmt: skip
_TAG = re.compile(rf"<(?P<name>{'|'.join(_REMOVED)})\b", re.IGNORECASE)
_HANDLER = re.compile(r"<[A-Za-z][^<>]*?\s(?P<name>on[a-z]+|style)\s*=", re.IGNORECASE)
_ACTIVE = ("javascript", "vbscript", "data")


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """The sanitiser takes it out of handbook and packages alike, so readers would miss what the author sees in an editor.

    Example::

        <iframe src="https://example.org/video"></iframe>
    """
    for offset, what in sorted(_faults(passage.words)):
        yield Finding(passage.at(offset), "M012", f"{what} is removed from every output")


def _faults(words: str) -> Iterator[tuple[int, str]]:
    if "<" in words:
        for match in _TAG.finditer(words):
            yield match.start(), f"`<{match['name'].lower()}>`"
        for match in _HANDLER.finditer(words):
            yield match.start("name"), f"the attribute `{match['name'].lower()}`"
    for address in addresses(words):
        if address.scheme in _ACTIVE:
            yield address.offset, f"an address of the scheme `{address.scheme}:`"
