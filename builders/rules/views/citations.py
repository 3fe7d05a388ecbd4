"""Which sources are cited: passages come in, the number of passages by source goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builders.rendering.references import mentions
from builders.rules.views.passages import Passage


def cited(words: Iterable[Passage]) -> Counter[str]:
    """How many of these passages cite each source."""
    found: Counter[str] = Counter()
    for passage in words:
        if "[@" in passage.words:
            found.update({mention.target for mention in mentions(passage.text.value) if mention.kind == "cite"})
    return found
