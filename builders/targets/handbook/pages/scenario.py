"""The page of a branching scenario, for playing it in the room: a scenario comes in, Markdown goes out."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from builders.model import places
from builders.model.scenarios import Decision, Ending, Node, Scenario
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import on_paper
from builders.targets.handbook.pages.scenario_map import scenario_map
from builders.targets.handbook.pages.writer import Writer


def scenario_page(edition: Edition, module: str, scenario: Scenario) -> Writer:
    write = Writer(edition, places.scenario(scenario.id), module=module)
    number = _numbers(scenario)
    if not write.for_trainers:
        _for_participants(write, scenario)
        return write
    write.add(
        write.title(scenario.title),
        write.mark(scenario),
        write.prose(scenario.summary),
        _facts(write, scenario),
        on_paper(write, "role-cards", "debrief-sheet", subject=scenario.id),
        write.sheet("role-cards", scenario.title, _cards(write, scenario)),
        write.section("scenario-map", _drawn(write, scenario, number), _map(write, scenario, number)),
        write.section("scenes", *(_scene(write, scenario, node, number) for node in scenario.nodes)),
        write.section("endings", *(_ending(write, ending) for ending in scenario.endings)),
        write.sheet("debrief-questions", scenario.title, markup.box("debrief-sheet", write.listed(scenario.debrief))),
        source_list(write),
    )
    return write


def _for_participants(write: Writer, scenario: Scenario) -> None:
    """The situation and no more: how it goes on is played in the room, and each player gets one role card."""
    write.add(
        write.title(scenario.title),
        write.mark(scenario.title, scenario.summary, scenario.role),
        write.prose(scenario.summary),
        _facts(write, scenario),
        source_list(write),
    )


def _drawn(write: Writer, scenario: Scenario, number: Mapping[str, int]) -> str:
    labels = {node.id: write.word("scene", n=number[node.id]) for node in scenario.nodes}
    return write.draw("map", scenario_map(scenario, labels, write.word("scenario-map")))


def _numbers(scenario: Scenario) -> dict[str, int]:
    return {node.id: number for number, node in enumerate(scenario.nodes, start=1)}


def _facts(write: Writer, scenario: Scenario) -> str:
    module = write.edition.curriculum.module(scenario.id.partition(".")[0])
    texts = {objective.id: objective.text for objective in module.objectives} if module else {}
    objectives = "<br>".join(write.inline(texts[id]) for id in scenario.objectives if id in texts)
    return markup.facts(
        [
            (write.word("role"), write.inline(scenario.role)),
            (write.word("length"), write.word("minutes", n=scenario.minutes)),
            (write.word("objectives"), objectives),
            (write.word("mastery"), write.word("per-cent", n=scenario.mastery)),
            (write.word("module"), write.link(write.inline(module.title), places.module(module.id)) if module else ""),
        ]
    )


def _cards(write: Writer, scenario: Scenario) -> str:
    cards = (
        markup.box("card", write.heading(3, write.inline(role.title), f"role_{role.id}"), write.prose(role.card), tag="section")
        for role in scenario.roles
    )
    return markup.box("cards", *cards)


def _map(write: Writer, scenario: Scenario, number: Mapping[str, int]) -> str:
    entries = []
    for node in scenario.nodes:
        ways = (f"{write.inline(choice.text)} → {_target(write, scenario, choice, number)}" for choice in node.choices)
        name = write.link(write.word("scene", n=number[node.id]), write.page, f"scene_{node.id}")
        entries.append(f"**{name}**\n\n{markup.listed(ways)}")
    return markup.folded("online map", escape(write.word("map-words")), write.word("scenario-map-lead"), markup.listed(entries))


def _target(write: Writer, scenario: Scenario, choice: Decision, number: Mapping[str, int]) -> str:
    if choice.next in number:
        return write.link(write.word("scene", n=number[choice.next]), write.page, f"scene_{choice.next}")
    ending = scenario.ending(choice.next)
    if ending is None:
        return ""
    return f"{write.word(f'grade-{ending.grade}')}: {write.link(write.inline(ending.title), write.page, f'ending_{ending.id}')}"


def _scene(write: Writer, scenario: Scenario, node: Node, number: Mapping[str, int]) -> str:
    says = markup.stacked(f"**{write.inline(node.speaker)}**" if node.speaker else "", write.prose(node.says))
    choices = markup.listed((_choice(write, scenario, choice, number) for choice in node.choices), numbered=True)
    return markup.box(
        "scene",
        write.heading(3, write.word("scene", n=number[node.id]), f"scene_{node.id}"),
        write.prose(node.scene),
        markup.box("spoken", says),
        markup.box("choices", choices),
        tag="section",
    )


def _choice(write: Writer, scenario: Scenario, choice: Decision, number: Mapping[str, int]) -> str:
    points = markup.span("chip", f"{write.word('points')}: {choice.points}")
    lines = [
        f"**{write.inline(choice.text)}** {points}",
        f"{write.word('consequence')}: {write.inline(choice.consequence)}" if choice.consequence else "",
        f"{write.word('feedback')}: {write.inline(choice.feedback)}" if choice.feedback else "",
        f"→ {_target(write, scenario, choice, number)}",
    ]
    return "<br>".join(line for line in lines if line)


def _ending(write: Writer, ending: Ending) -> str:
    grade = markup.span(f"chip grade-{ending.grade}", write.word(f"grade-{ending.grade}"))
    return markup.box(
        "ending",
        write.heading(3, write.inline(ending.title), f"ending_{ending.id}"),
        grade,
        write.prose(ending.text),
        tag="section",
    )
