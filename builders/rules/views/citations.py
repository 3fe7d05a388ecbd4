"""Which sources are cited: a curriculum comes in, the number of passages by source goes out."""

from __future__ import annotations

from collections import Counter

from builders.model.curriculum import Curriculum
from builders.rendering.references import mentions
from builders.rules.views.passages import passages


def cited(curriculum: Curriculum) -> Counter[str]:
    """How many passages of this edition cite each source."""
    found: Counter[str] = Counter()
    for passage in passages(curriculum):
        if "[@" in passage.words:
            found.update({mention.target for mention in mentions(passage.text.value) if mention.kind == "cite"})
    return found
