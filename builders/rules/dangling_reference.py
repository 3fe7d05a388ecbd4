"""R003, R004, R005, R006: a leaf in a session names something that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.blocks import Reference, walk
from builders.model.curriculum import Curriculum
from builders.rules.views.items import questions, scenarios, sessions, sops

CODES = {"question": "R003", "scenario": "R004", "sop": "R005", "video": "R006"}
NAMES_NOTHING = "-"
"""The target of a leaf without an id, which the reader has reported."""


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The question, scenario, procedure or video would be missing from page, slide and package.

    Example::

        :: question empathy.q-bariers
    """
    known = {
        "question": tuple(question.id for question in questions(curriculum)),
        "scenario": tuple(scenario.id for scenario in scenarios(curriculum)),
        "sop": tuple(sop.id for sop in sops(curriculum)),
        "video": tuple(video.id for video in curriculum.videos),
    }
    ids = {kind: frozenset(names) for kind, names in known.items()}
    for session in sessions(curriculum):
        for segment in session.segments:
            for block in walk(segment.blocks):
                if not isinstance(block, Reference) or block.target.endswith(NAMES_NOTHING):
                    continue
                if block.kind in ids and block.target not in ids[block.kind]:
                    message = f"segment `{segment.id}` shows the {block.kind} `{block.target}`, which does not exist"
                    yield Finding(block.at, CODES[block.kind], message, nearest(block.target, known[block.kind]))
