"""D002: an id begins with the name of another module."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Whoever looks an id up goes to the module that it names, and would not find it there.

    Example, in modules/empathy/questions.yaml::

        - id: negotiation.q-desk
    """
    for module in curriculum.modules:
        for kind, items in (("objective", module.objectives), ("question", module.questions)):
            for item in items:
                name = item.id.partition(".")[2]
                if item.id and not item.id.startswith(f"{module.id}."):
                    message = f"{kind} `{item.id}` stands in module `{module.id}`"
                    yield Finding(item.at, "D002", message, f"write `{module.id}.{name or item.id}`")
