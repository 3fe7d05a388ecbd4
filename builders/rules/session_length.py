"""T008: a session does not last 60 to 90 minutes."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.modules import CORE, EXTENDED
from builders.rules.views.items import sessions

SHORTEST, LONGEST = 60, 90
"""Minutes."""


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Less leaves no time to practise; more needs a break inside. Judged by the core segments, where there are any.

    Example: a session whose core segments have 20 and 25 minutes.
    """
    for session in sessions(curriculum):
        depth = CORE if session.minutes(CORE) else EXTENDED
        minutes = session.minutes(depth)
        if session.segments and not SHORTEST <= minutes <= LONGEST:
            message = f"session `{session.id}` has {minutes} min at {depth} depth, not {SHORTEST} to {LONGEST}"
            yield Finding(session.at, "T008", message)
