"""C002: no passage cites a source."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.citations import cited
from builders.rules.views.passages import Passage


def check(words: tuple[Passage, ...], curriculum: Curriculum) -> Iterator[Finding]:
    """A bibliography entry that supports nothing misleads whoever judges by its length.

    Example: a source in sources.yaml whose id stands behind no claim.
    """
    used = cited(words)
    for source in curriculum.sources:
        if source.id not in used:
            yield Finding(source.at, "C002", f"no passage cites `{source.id}`")
