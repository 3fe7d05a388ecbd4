"""T007: the activities of a segment take longer than the segment."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.blocks import Activity, walk
from builders.model.curriculum import Curriculum
from builders.rules.views.items import sessions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The minutes of activities are part of their segment's minutes: more than these cannot be done.

    Example::

        ## Pair listening {#pair-listening minutes=15 depth=core}

        ::: activity {title="Facts, feeling, check" minutes=20}
    """
    for session in sessions(curriculum):
        for segment in session.segments:
            spent = 0
            for block in walk(segment.blocks):
                if not isinstance(block, Activity) or not block.minutes:
                    continue
                spent += block.minutes
                if spent > segment.minutes:
                    together = "takes" if spent == block.minutes else "and those before it take"
                    message = f"activity `{block.id}` {together} {spent} min, segment `{segment.id}` has {segment.minutes}"
                    yield Finding(block.at, "T007", message)
                    break
