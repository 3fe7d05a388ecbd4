"""R002: a session, question or scenario names an objective that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.text import place
from builders.rules.views.items import objectives, questions, scenarios, sessions


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """What is taught and asked is counted by objective; this would be counted nowhere.

    Example, in questions.yaml::

        objective: empathy.hear-bariers
    """
    known = tuple(objective.id for objective in objectives(curriculum))
    for who, id, at in _named(curriculum):
        if id not in known:
            yield Finding(at, "R002", f"{who} names the objective `{id}`, which does not exist", nearest(id, known))


def _named(curriculum: Curriculum) -> Iterator[tuple[str, str, Location]]:
    for session in sessions(curriculum):
        for id in session.objectives:
            yield f"session `{session.id}`", id, place(id, session.at)
    for question in questions(curriculum):
        if question.objective:
            yield f"question `{question.id}`", question.objective, question.at
    for scenario in scenarios(curriculum):
        for id in scenario.objectives:
            yield f"scenario `{scenario.id}`", id, place(id, scenario.at)
        for node in scenario.nodes:
            for decision in node.choices:
                for id, _ in decision.score:
                    yield f"choice `{decision.id}` of node `{node.id}`", id, decision.at
