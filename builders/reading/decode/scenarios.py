"""``scenarios/<slug>.yaml``: branching scenarios."""

from __future__ import annotations

from builders.model.scenarios import Decision, Ending, Node, RoleCard, Scenario
from builders.reading.decode.words import Words
from builders.reading.document import View


def decode_scenario(view: View, id: str, words: Words) -> Scenario:
    return Scenario(
        id=id,
        title=words.text(view, "title"),
        summary=words.text(view, "summary"),
        role=words.text(view, "role"),
        minutes=view.integer("minutes"),
        objectives=view.strings("objectives"),
        mastery=view.integer("mastery"),
        roles=tuple(
            RoleCard(item.string("id"), words.text(item, "title"), words.text(item, "card")) for item in view.items("roles")
        ),
        start=view.string("start"),
        nodes=tuple(_node(item, words) for item in view.items("nodes")),
        endings=tuple(
            Ending(item.string("id"), item.string("grade"), words.text(item, "title"), words.text(item, "text"), item.at)
            for item in view.items("endings")
        ),
        debrief=words.list(view, "debrief"),
        at=view.at,
    )


def _node(view: View, words: Words) -> Node:
    return Node(
        id=view.string("id"),
        scene=words.optional(view, "scene"),
        speaker=words.optional(view, "speaker"),
        says=words.optional(view, "says"),
        choices=tuple(_decision(item, words) for item in view.items("choices")),
        at=view.at,
    )


def _decision(view: View, words: Words) -> Decision:
    score = view.get("score")
    return Decision(
        id=view.string("id"),
        text=words.text(view, "text"),
        consequence=words.optional(view, "consequence"),
        feedback=words.optional(view, "feedback"),
        score=tuple((objective, score.integer(objective)) for objective in score.names()) if score else (),
        next=view.string("next"),
        at=view.at,
    )
