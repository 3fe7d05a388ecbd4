"""A branching scenario: the graph comes in, HTML that can be read through without a script and data for playing it go out."""

from __future__ import annotations

from functools import cache
from unicodedata import category

from builders.model.scenarios import Decision, Ending, Node, Scenario
from builders.model.text import Text
from builders.targets.player.edition import Edition
from builders.targets.player.keys import OPTION_WIDTH, short_keys
from builders.targets.player.markup import tag

_VIRAMA = "\u094d"


def render_scenario(scenario: Scenario, edition: Edition, *, marked: bool = False) -> str:
    """Moments in the author's order, each decision with its consequence, its feedback and a link to what follows.

    Role cards and the questions of the trainer's debrief are for the room and stay out.
    """
    owner = scenario.id.partition(".")[0]
    name = f"scenario-{scenario.id}"
    head = tag(
        "header",
        tag("p", edition.word("scenario"), " · ", edition.word("minutes", n=scenario.minutes), class_="kicker"),
        tag("h3", edition.inline(scenario.title), id=f"{name}-title", tabindex="-1"),
        "" if marked else edition.sign(scenario.title, *_texts(scenario)),
        edition.block(scenario.summary, owner=owner),
        edition.block(scenario.role, "role", owner=owner),
    )
    keys = node_keys(scenario)
    moments = [_moment(node, scenario, edition, keys) for node in scenario.nodes]
    endings = [_ending(ending, scenario, edition, keys) for ending in scenario.endings]
    return tag(
        "section",
        head,
        tag("div", *moments, *endings, class_="moments"),
        class_="scenario",
        id=name,
        data_scenario=edition.keys.scenarios[scenario.id],
        aria_labelledby=f"{name}-title",
    )


def _texts(scenario: Scenario) -> tuple[Text | None, ...]:
    return tuple(text for node in scenario.nodes for text in (node.scene, node.says, *(choice.text for choice in node.choices)))


def _moment(node: Node, scenario: Scenario, edition: Edition, keys: dict[str, str]) -> str:
    owner = scenario.id.partition(".")[0]
    scene = edition.block(node.scene, "scene", owner=owner) if node.scene else ""
    says = ""
    if node.says:
        says = tag("blockquote", _speaker(node, edition), edition.block(node.says, owner=owner), class_="says")
    choices = decision_keys(node)
    decisions = [_decision(choice, choices[choice.id], scenario, edition, keys) for choice in node.choices]
    return tag(
        "article",
        scene,
        says,
        tag("p", edition.word("what-now"), class_="how"),
        tag("ul", *(tag("li", decision) for decision in decisions), class_="decisions"),
        class_="moment",
        id=f"moment-{scenario.id}-{node.id}",
        data_node=keys[node.id],
    )


def _speaker(node: Node, edition: Edition) -> str:
    if not node.speaker:
        return ""
    return tag("p", edition.inline(node.speaker), class_="speaker", data_initial=_first_letter(edition.plain(node.speaker)))


def _first_letter(name: str) -> str:
    """The first letter as readers see it: with its vowel signs, and with the consonants that a virama joins to it."""
    end = 1
    while end < len(name) and (category(name[end]).startswith("M") or name[end - 1] == _VIRAMA):
        end += 1
    return name[:end]


def _decision(choice: Decision, key: str, scenario: Scenario, edition: Edition, keys: dict[str, str]) -> str:
    owner = scenario.id.partition(".")[0]
    onward = tag("a", edition.word("what-follows"), href=f"#moment-{scenario.id}-{choice.next}") if choice.next in keys else ""
    return tag(
        "details",
        tag("summary", edition.inline(choice.text, owner=owner)),
        edition.block(choice.consequence, "consequence", owner=owner) if choice.consequence else "",
        edition.block(choice.feedback, "feedback", owner=owner) if choice.feedback else "",
        tag("p", onward, class_="onward"),
        data_choice=key,
    )


def _ending(ending: Ending, scenario: Scenario, edition: Edition, keys: dict[str, str]) -> str:
    return tag(
        "article",
        tag("p", edition.word(f"ending-{ending.grade}"), class_="kicker"),
        tag("h4", edition.inline(ending.title)),
        edition.block(ending.text, owner=scenario.id.partition(".")[0]),
        class_="ending",
        id=f"moment-{scenario.id}-{ending.id}",
        data_node=keys[ending.id],
        data_grade=ending.grade,
    )


def node_keys(scenario: Scenario) -> dict[str, str]:
    """Keys of the moments and endings."""
    ids = (*(node.id for node in scenario.nodes), *(ending.id for ending in scenario.endings))
    return short_keys(ids, width=OPTION_WIDTH)


def decision_keys(node: Node) -> dict[str, str]:
    """Keys of the decisions at one moment."""
    return short_keys((choice.id for choice in node.choices), width=OPTION_WIDTH)


def scenario_data(scenario: Scenario, edition: Edition) -> dict[str, object]:
    """The graph for the script: for each moment its decisions as key, id, points and the key of what follows."""
    keys = node_keys(scenario)
    nodes = {
        keys[node.id]: {
            "id": node.id,
            "title": edition.description(node.says or node.scene or scenario.title),
            "choices": [
                [decision_keys(node)[choice.id], choice.id, choice.points, keys.get(choice.next, "")] for choice in node.choices
            ],
        }
        for node in scenario.nodes
    }
    return {
        "id": scenario.id,
        "objective": scenario.objectives[0] if scenario.objectives else "",
        "mastery": scenario.mastery,
        "start": keys.get(scenario.start, ""),
        "nodes": nodes,
        "endings": {keys[ending.id]: ending.grade for ending in scenario.endings},
    }


def longest_path(scenario: Scenario) -> int:
    """The most decisions that one way through can have; all moments once where a faulty scenario runs in circles."""
    nodes = {node.id: node for node in scenario.nodes}

    @cache
    def decisions(id: str, left: int) -> int:
        if id not in nodes or not left:
            return 0
        return 1 + max((decisions(choice.next, left - 1) for choice in nodes[id].choices), default=0)

    return decisions(scenario.start, len(nodes))
