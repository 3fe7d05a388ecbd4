"""P006: a step writes to a record that its procedure does not name."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.rules.views.items import sops


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The officer does not know where to write it.

    Example, without `{id: gd, name: General diary}` under `records`::

        record: gd
    """
    for sop in sops(curriculum):
        known = tuple(record.id for record in sop.records)
        for step in sop.steps:
            if step.record and step.record not in known:
                message = f"step `{step.id}` of `{sop.id}` writes to `{step.record}`, which is not among its records"
                yield Finding(step.at, "P006", message, nearest(step.record, known))
