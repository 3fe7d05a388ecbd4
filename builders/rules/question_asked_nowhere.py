"""Q006: a question that nobody is ever asked."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.blocks import Reference, walk
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions, sessions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """It was written for nothing. The use `check` alone needs a session that shows the question.

    Example, where no session has `:: question empathy.q-desk`::

        - id: empathy.q-desk
          use: [check]
    """
    shown = {
        block.target
        for session in sessions(curriculum)
        for segment in session.segments
        for block in walk(segment.blocks)
        if isinstance(block, Reference) and block.kind == "question"
    }
    for question in questions(curriculum):
        if question.id not in shown and not set(question.use) - {"check"}:
            what = "has the use `check` alone" if question.use else "has no use"
            yield Finding(question.at, "Q006", f"question `{question.id}` {what}, and no session shows it")
