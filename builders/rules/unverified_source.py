"""C003: passages cite a source that nobody has verified."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.citations import cited
from builders.rules.views.passages import Passage


def check(words: tuple[Passage, ...], curriculum: Curriculum) -> Iterator[Finding]:
    """Every place that cites it is marked in every output, until somebody has compared it with the official text.

    Example: a cited source with `status: unverified`.
    """
    used = cited(words)
    for source in curriculum.sources:
        if source.status == "unverified" and source.id in used:
            times = f"{used[source.id]} passages cite" if used[source.id] > 1 else "one passage cites"
            yield Finding(source.at, "C003", f"{times} `{source.id}`, which is unverified")
