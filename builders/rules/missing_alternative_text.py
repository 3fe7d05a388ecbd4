"""A001: a picture without alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.passages import Passage

_EMPTY = re.compile(r"!\[\s*\](?=[(\[])")
_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^"'\s>])""", re.IGNORECASE)


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """Who cannot see the picture hears nothing at all, or its file name (WCAG 2.2, success criterion 1.1.1).

    Example::

        ![](media/counter.png)
    """
    if "![" not in passage.words and "<" not in passage.words:
        return
    bare = [match.start() for match in _EMPTY.finditer(passage.words)]
    bare += [match.start() for match in _TAG.finditer(passage.words) if not _ALT.search(match[0])]
    for offset in sorted(bare):
        shown = passage.words[offset:].split("\n")[0][:40]
        yield Finding(passage.at(offset), "A001", f"the picture at `{shown}` has no alternative text")
