"""For the room that plays a scenario: role cards to cut out, and the trainer's debrief sheet."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.curriculum import Curriculum
from builders.model.scenarios import Decision, Node, Scenario
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_CARD = "128mm"  # four to a page
_SIZES = ("14pt", "13pt", "12pt", "11pt", "10pt", "9pt", "8pt", "7pt")


def role_cards(scenario: Scenario, *, curriculum: Curriculum) -> bytes:
    """A4 with up to four cards to a page, to cut along the dashed lines. Participants get them: no endings, no points."""
    write = Writer(curriculum, citing=False)
    title = write.say("role-cards-of", title=write.plain(scenario.title))
    cards = [_card(write, scenario, name, words) for name, words in _roles(write, scenario)]
    cards += [NOTHING] * (len(cards) % 2)
    table = call(
        "table",
        *cards,
        columns="(1fr, 1fr)",
        rows=_CARD,
        inset="0pt",
        stroke='(thickness: 0.7pt, paint: luma(120), dash: "dashed")',
    )
    body = [write.mark(scenario.title, scenario.summary, scenario.roles), table]
    return printed(write, title, body, note=title, margin="(x: 10mm, top: 10mm, bottom: 14mm)")


def _roles(write: Writer, scenario: Scenario) -> Iterator[tuple[str, str]]:
    for role in scenario.roles:
        yield write.inline(role.title), write.prose(role.card)


def _card(write: Writer, scenario: Scenario, name: str, words: str) -> str:
    return call(
        "block",
        call("fitted", array(_SIZES), call("card", write.inline(scenario.title), write.inline(scenario.summary), name, words)),
        height=_CARD,
        width="100%",
    )


def debrief_sheet(scenario: Scenario, *, curriculum: Curriculum) -> bytes:
    """A4, for trainers: the questions to ask afterwards with room for notes, and what each choice leads to."""
    write = Writer(curriculum)
    module = curriculum.module(scenario.id.partition(".")[0])
    objectives = [item.text for item in module.objectives if item.id in scenario.objectives] if module else []
    title = write.plain(scenario.title)
    body = [
        write.ours("kicker", "debrief-sheet"),
        call("title", write.inline(scenario.title)),
        write.mark(scenario),
        call("lead", write.inline(scenario.summary)),
        call(
            "facts",
            array([write.word("role"), write.inline(scenario.role)]),
            array([write.word("length"), write.word("minutes", n=scenario.minutes)]),
        ),
        write.ours("section", "objectives"),
        write.listed("bullets", objectives),
        write.ours("section", "debrief"),
        *(
            call("block", joined([call("strong", write.inline(text)), call("rules", "3")]), breakable="false")
            for text in scenario.debrief
        ),
        write.ours("section", "scenario-map"),
        *(_scene(write, scenario, n, node) for n, node in enumerate(scenario.nodes, start=1) if node.choices),
        write.ours("section", "endings"),
        _endings(write, scenario),
        write.sources(),
    ]
    return printed(write, title, body, about=write.plain(module.title) if module else title, note=write.say("for-trainers"))


def _scene(write: Writer, scenario: Scenario, n: int, node: Node) -> str:
    says = joined([call("strong", write.inline(node.speaker)), string(": "), write.inline(node.says)]) if node.says else NOTHING
    rows = [_choice(write, scenario, choice) for choice in node.choices]
    header = array([write.word("choice"), write.word("consequence"), write.word("points"), write.word("goes-to")])
    return joined(
        [
            write.ours("subsection", "scene", n=n),
            call("p", write.inline(node.scene)) if node.scene else NOTHING,
            call("p", says) if says != NOTHING else NOTHING,
            call("tbl", "(1.1fr, 1.6fr, auto, 0.7fr)", header, array(rows), size="0.86em", aligns="(left, left, right, left)"),
        ]
    )


def _choice(write: Writer, scenario: Scenario, choice: Decision) -> str:
    follows = joined([call("p", write.inline(text)) for text in (choice.consequence, choice.feedback) if text])
    return array([write.inline(choice.text), follows, string(str(choice.points)), _place(write, scenario, choice.next)])


def _place(write: Writer, scenario: Scenario, id: str) -> str:
    ending = scenario.ending(id)
    if ending:
        return write.inline(ending.title)
    ids = [node.id for node in scenario.nodes]
    return write.word("scene", n=ids.index(id) + 1) if id in ids else NOTHING


def _endings(write: Writer, scenario: Scenario) -> str:
    rows = [
        array(
            [
                write.word(f"grade-{ending.grade}"),
                joined([call("strong", write.inline(ending.title)), call("p", write.inline(ending.text))]),
            ]
        )
        for ending in scenario.endings
    ]
    return call("tbl", "(auto, 1fr)", "()", array(rows), size="0.9em")
