"""R009: a module names a competency that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.model.text import place


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Whoever looks for training by competency would not find the module.

    Example, in module.yaml::

        competencies: [comunication]
    """
    known = tuple(competency.id for competency in curriculum.competencies)
    for module in curriculum.modules:
        for id in module.competencies:
            if id not in known:
                message = f"module `{module.id}` names the competency `{id}`, which does not exist"
                yield Finding(place(id, module.at), "R009", message, nearest(id, known))
