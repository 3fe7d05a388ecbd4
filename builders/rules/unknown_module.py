"""R008: a test or a need names a module that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.model.text import place


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """There is nothing to draw questions from, and nothing that meets the need.

    Example, in courses/two-day.yaml::

        assessment:
          pre-test: {items: 15, from: [empaty]}
    """
    known = tuple(module.id for module in curriculum.modules)
    for course in curriculum.courses:
        for kind, test in (("pre-test", course.pre_test), ("post-test", course.post_test)):
            for id in test.modules if test else ():
                if id not in known:
                    message = f"the {kind} of course `{course.id}` draws from module `{id}`, which does not exist"
                    yield Finding(place(id, course.at), "R008", message, nearest(id, known))
    for need in curriculum.needs:
        for id in need.modules:
            if id not in known:
                yield Finding(
                    place(id, need.at), "R008", f"need `{need.id}` names module `{id}`, which does not exist", nearest(id, known)
                )
