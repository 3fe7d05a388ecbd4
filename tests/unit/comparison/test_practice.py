"""Scenarios and procedures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, compare_bytes
from builders.model.modules import Module
from builders.model.scenarios import Decision, Node, Scenario
from builders.model.sops import END, Branch, Sop, Step

Changed = Callable[..., Comparison]
Told = list[tuple[str, str, str, str]]


def scenario(edit: Callable[[Scenario], Scenario]) -> Callable[[Module], Module]:
    return lambda module: replace(module, scenarios=tuple(edit(each) for each in module.scenarios))


def node(id: str, edit: Callable[[Node], Node]) -> Callable[[Module], Module]:
    return scenario(lambda old: replace(old, nodes=tuple(edit(each) if each.id == id else each for each in old.nodes)))


def decision(id: str, edit: Callable[[Decision], Decision]) -> Callable[[Module], Module]:
    return node("dark", lambda old: replace(old, choices=tuple(edit(each) if each.id == id else each for each in old.choices)))


def steps(edit: Callable[[Step], Step | None]) -> Callable[[Module], Module]:
    def edited(sop: Sop) -> Sop:
        return replace(sop, steps=tuple(step for each in sop.steps if (step := edit(each))))

    return lambda module: replace(module, sops=tuple(edited(each) for each in module.sops))


SCENARIOS: list[tuple[Callable[[Module], Module], str, str]] = [
    (node("dark", lambda each: replace(each, choices=each.choices[:1])), "at `dark` the decision `shout` is gone", "records"),
    (
        decision("shout", lambda each: replace(each, next="ill")),
        "at `dark` the decision `shout` leads to `ill` now, was `face`",
        "records",
    ),
    (
        scenario(lambda each: replace(each, start="face")),
        "begins at `face` now",
        "records",
    ),
    (
        node("dark", lambda each: replace(each, choices=(*each.choices, replace(each.choices[1], id="wait")))),
        "at `dark` the decision `wait` is new",
        "structure",
    ),
    (scenario(lambda each: replace(each, mastery=90)), "is reckoned otherwise", "structure"),
    (decision("shout", lambda each: replace(each, score=(("kit.use", 1),))), "is reckoned otherwise", "structure"),
    (
        scenario(lambda each: replace(each, endings=(*each.endings, replace(each.endings[0], id="late")))),
        "the moment `late` is new",
        "structure",
    ),
    (
        scenario(lambda each: replace(each, endings=(each.endings[0], replace(each.endings[1], grade="fair")))),
        "the ending `ill` is fair now, was poor",
        "structure",
    ),
]


@pytest.mark.parametrize(("edit", "what", "weight"), SCENARIOS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_scenario(edit: Callable[[Module], Module], what: str, weight: str, changed: Changed, told: Any) -> None:
    found: Told = told(changed(edit), "scenario")
    assert ("kit.dark", what, weight, "care" if weight == "records" else "replace") in found


def test_a_moment_that_is_gone(changed: Changed, told: Any) -> None:
    def shorter(each: Scenario) -> Scenario:
        first = each.nodes[0]
        return replace(each, nodes=(replace(first, choices=tuple(replace(choice, next="well") for choice in first.choices)),))

    found: Told = told(changed(scenario(shorter)), "scenario")
    assert ("kit.dark", "the moment `face` is gone", "records", "care") in found


PROCEDURES: list[tuple[Callable[[Module], Module], list[tuple[str, str, str, str]]]] = [
    (
        steps(lambda each: None if each.id == "light" else _past_light(each)),
        [
            ("kit.order", "the step `light` is gone", "records", "care"),
            ("kit.order", "after the step `dark` comes `tie` or `tie` now", "structure", "replace"),
        ],
    ),
    (
        steps(lambda each: replace(each, next=END) if each.id == "light" else each),
        [("kit.order", "after the step `light` comes the end now", "structure", "replace")],
    ),
    (
        steps(lambda each: None if each.id == "open" else each),
        [
            ("kit.order", "the step `open` is gone", "records", "care"),
            ("kit.order", "begins with the step `dark` now", "structure", "replace"),
        ],
    ),
]


def _past_light(step: Step) -> Step:
    return replace(step, decision=Branch(step.title, "tie", "tie")) if step.decision else step


@pytest.mark.parametrize(("edit", "expected"), PROCEDURES)
def test_a_procedure(edit: Callable[[Module], Module], expected: Told, changed: Changed, told: Any) -> None:
    comparison = changed(edit)
    assert told(comparison, "procedure") == expected


def test_a_step_that_is_new(changed: Changed, told: Any) -> None:
    """The other way round."""
    comparison = changed(lambda module: module, first=PROCEDURES[0][0])
    assert ("kit.order", "the step `light` is new", "structure", "replace") in told(comparison, "procedure")


@pytest.mark.parametrize("topic", ["scenario", "procedure"])
def test_practice_that_goes_and_comes(topic: str, changed: Changed, told: Any) -> None:
    def without(module: Module) -> Module:
        blocks = "kit.dark" if topic == "scenario" else "kit.order"
        first, second = module.sessions
        kept = tuple(
            replace(each, blocks=tuple(block for block in each.blocks if getattr(block, "target", "") != blocks))
            for each in second.segments
        )
        left = replace(module, scenarios=()) if topic == "scenario" else replace(module, sops=())
        return replace(left, sessions=(first, replace(second, segments=kept)))

    assert told(changed(without), topic)[0][1:] == ("is gone", "records", "care")
    assert told(changed(lambda module: module, first=without), topic)[0][1:] == ("is new", "structure", "replace")


@pytest.mark.parametrize(("key", "topic", "what"), [
    ("VHjU", "scenario", "is saved under another short key"),
    ("zr9u", "procedure", "is saved under another short key"),
    ("dq", "scenario", "at `dark` the decision `shout` is saved under another short key"),
    ("rsxI", "test", "is saved under another short key"),
    ("YwD4", "question", "is saved under another short key"),
    ("Fa", "question", "answers are saved under other short keys"),
])  # fmt: skip
def test_short_keys_of_which_two_met(key: str, topic: str, what: str, kit: bytes, repacked: Any, told: Any) -> None:
    """A key follows from the id, unless another id took it before."""
    edited = repacked(kit, **{"index.html": lambda text: text.replace(f'"{key}"', f'"{"X" * len(key)}"')})
    found: Told = told(compare_bytes(("old", kit), ("new", edited)), topic)
    assert what in {each[1] for each in found if each[2] == "records"}
