"""``sops/<slug>.yaml``: standard operating procedures."""

from __future__ import annotations

import re

from builders.model.sops import END, Branch, Duration, Record, Sop, Step
from builders.reading.decode.words import Words
from builders.reading.document import View

_DURATION = re.compile(r"([1-9]\d{0,4}) (min|h|days)\Z")


def decode_sop(view: View, id: str, words: Words) -> Sop:
    clock = view.get("clock") or view
    recall = view.get("recall")
    steps = view.items("steps")
    following = [*(step.string("id") for step in steps[1:]), END]
    return Sop(
        id=id,
        title=words.text(view, "title"),
        version=view.string("version"),
        status=view.string("status"),
        approved_by=view.string("approved-by"),
        review_by=view.string("review-by"),
        jurisdiction=words.text(view, "jurisdiction"),
        purpose=words.text(view, "purpose"),
        scope=words.text(view, "scope"),
        who=words.list(view, "who"),
        clock_starts=words.text(clock, "starts"),
        clock_limit=_duration(clock.string("limit")) or Duration(0, "min"),
        legal_basis=words.text(view, "legal-basis"),
        records=tuple(Record(item.string("id"), words.text(item, "name")) for item in view.items("records")),
        steps=tuple(_step(step, after, words) for step, after in zip(steps, following, strict=True)),
        recall_never=words.list(recall, "never") if recall else (),
        at=view.at,
    )


def _step(view: View, following: str, words: Words) -> Step:
    decision = view.get("decision")
    return Step(
        id=view.string("id"),
        title=words.text(view, "title"),
        actor=words.text(view, "actor"),
        action=words.text(view, "action"),
        next=view.string("next", following),
        at=view.at,
        substitute=words.optional(view, "substitute"),
        trigger=words.optional(view, "trigger"),
        say=words.optional(view, "say"),
        within=_duration(view.string("within")),
        record=view.string("record"),
        legal_basis=words.optional(view, "legal-basis"),
        hand_over=words.optional(view, "hand-over"),
        escalation=words.optional(view, "escalation"),
        never=words.optional(view, "never"),
        decision=Branch(words.text(decision, "question"), decision.string("yes"), decision.string("no")) if decision else None,
    )


def _duration(text: str) -> Duration | None:
    match = _DURATION.match(text)
    return Duration(int(match[1]), match[2]) if match else None
