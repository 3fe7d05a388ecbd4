"""C001: a citation names no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.rendering.references import mentions
from builders.rules.views.passages import Passage

_BRACKETS = re.compile(r"\[(?P<inside>@[^\]\n]*)\](?![(\[])")
_WELL_FORMED = re.compile(r"@[a-z0-9][a-z0-9.-]*(?:\s*;\s*@[a-z0-9][a-z0-9.-]*)*\Z")


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:
    """A claim about law or research that nobody can check is worth nothing in a courtroom or before a class.

    Examples::

        A copy is free of cost [@bnss-713].
        A copy is free of cost [@bnss_173, p. 4].      # not the form of a citation: it would stay as it is
    """
    if "[@" not in passage.words:
        return
    known = tuple(source.id for source in curriculum.sources)
    for mention in mentions(passage.text.value):
        if mention.kind == "cite" and mention.target not in known:
            message = f"`@{mention.target}` is cited, and sources.yaml has no such source"
            yield Finding(passage.at(mention.offset), "C001", message, nearest(mention.target, known))
    for match in _BRACKETS.finditer(passage.words):
        if not _WELL_FORMED.match(match["inside"]):
            message = f"`{match[0]}` cannot be read as a citation"
            yield Finding(passage.at(match.start("inside")), "C001", message, "write `[@one]` or `[@one; @two]`, lower-case")
