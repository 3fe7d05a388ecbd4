"""R001, R004, R005, R007: a link in prose leads to a session, scenario, SOP or term that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.rendering.references import SCHEMES, mentions
from builders.rules.views.items import scenarios, sessions, sops
from builders.rules.views.passages import Passage

CODES = {"session": "R001", "scenario": "R004", "sop": "R005", "term": "R007"}


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:
    """The words stay and the link is gone: readers look for what was promised.

    Example::

        Somebody has to [register it](term:zero-fri).
    """
    if "](" not in passage.text.value:
        return
    for mention in mentions(passage.text.value):
        if mention.kind in SCHEMES and not _exists(mention.kind, mention.target, curriculum):
            message = f"`{mention.kind}:{mention.target}` leads to no {mention.kind}"
            at = passage.at(mention.offset)
            yield Finding(at, CODES[mention.kind], message, nearest(mention.target, _known(mention.kind, curriculum)))


def _exists(kind: str, id: str, curriculum: Curriculum) -> bool:
    match kind:
        case "session":
            return curriculum.session(id) is not None
        case "scenario":
            return curriculum.scenario(id) is not None
        case "sop":
            return curriculum.sop(id) is not None
        case _:
            return curriculum.term(id) is not None


def _known(kind: str, curriculum: Curriculum) -> tuple[str, ...]:
    match kind:
        case "session":
            return tuple(session.id for session in sessions(curriculum))
        case "scenario":
            return tuple(scenario.id for scenario in scenarios(curriculum))
        case "sop":
            return tuple(sop.id for sop in sops(curriculum))
        case _:
            return tuple(term.id for term in curriculum.terms)
