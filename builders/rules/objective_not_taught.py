"""O001: no session teaches an objective."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.items import objectives, sessions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The catalogue promises it, questions may ask for it, and nobody has taught it.

    Example: an objective in module.yaml that stands under `objectives` of no session.
    """
    taught = {id for session in sessions(curriculum) for id in session.objectives}
    for objective in objectives(curriculum):
        if objective.id and objective.id not in taught:
            yield Finding(objective.at, "O001", f"no session names the objective `{objective.id}`")
