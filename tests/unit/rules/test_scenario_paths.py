"""The best and the worst path of a scenario, against trying every path."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.scenarios import Decision, Ending, Node, Scenario
from builders.model.text import Text
from builders.reading.curriculum import Reading
from builders.rules import scenario_cannot_be_failed, scenario_cannot_be_passed
from builders.rules.views.scenario_paths import Points, points

HERE = Location("curriculum/modules/a/scenarios/b.yaml", 1, 1)
WORDS = Text("words", "en", HERE)

Way = tuple[int, str]
"""Points of a choice and where it leads."""


def scenario(ways: dict[str, tuple[Way, ...]], *, mastery: int = 50, start: str = "n0") -> Scenario:
    nodes = tuple(Node(id, WORDS, None, None, tuple(_decision(number, *way) for number, way in enumerate(choices)), HERE)
                  for id, choices in ways.items())  # fmt: skip
    endings = tuple(Ending(id, "good", WORDS, WORDS, HERE) for id in ("well", "badly"))
    return Scenario("a.b", WORDS, WORDS, WORDS, 10, ("a.o",), mastery, (), start, nodes, endings, (), HERE)


def _decision(number: int, score: int, onward: str) -> Decision:
    return Decision(f"c{number}", WORDS, None, None, (("a.o", score),) if score else (), onward, HERE)


def every_path(ways: dict[str, tuple[Way, ...]], node: str) -> Iterator[int]:
    if node not in ways:
        yield 0
    for score, onward in ways.get(node, ()):
        for rest in every_path(ways, onward):
            yield score + rest


@pytest.mark.parametrize("seed", range(20))
def test_extremes_are_those_of_all_paths(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a die, no secret
    size = dice.randint(1, 8)
    ways = {
        f"n{here}": tuple(
            (dice.randint(-3, 5), dice.choice([f"n{later}" for later in range(here + 1, size)] or ["well"]))
            for _ in range(dice.randint(1, 3))
        )
        for here in range(size)
    }
    ways[f"n{size - 1}"] = ((2, "well"), (0, "badly"))
    totals = list(every_path(ways, "n0"))
    assert points(scenario(ways)) == Points(min(totals), max(totals))


def test_sixty_nodes_with_more_paths_than_anybody_could_try() -> None:
    ways = {f"n{here}": ((2, f"n{here + 1}"), (0, f"n{here + 1}"), (1, f"n{here + 1}")) for here in range(59)}
    ways["n59"] = ((2, "well"), (0, "badly"))
    assert points(scenario(ways)) == Points(0, 120)


@pytest.mark.parametrize(
    "ways",
    [
        {"n0": ((1, "n1"),), "n1": ((1, "n0"), (0, "well"))},  # a circle
        {"n0": ((1, "nowhere"), (0, "well"))},  # a choice that leads nowhere
        {"n1": ((1, "well"),)},  # a start that does not exist
        {"n0": ((1, "well"),), "well": ((1, "badly"),)},  # a node and an ending of one name
    ],
)
def test_nothing_is_said_of_a_scenario_that_is_not_whole(ways: dict[str, tuple[Way, ...]]) -> None:
    assert points(scenario(ways)) is None


@pytest.mark.parametrize(("mastery", "fault"), [(59, True), (60, True), (61, False)])
def test_the_worst_path_may_not_reach_mastery(reading: Reading, mastery: int, fault: bool) -> None:
    found = list(scenario_cannot_be_failed.check(_holding(reading, scenario({"n0": ((5, "well"), (3, "badly"))}, mastery=mastery))))
    assert bool(found) is fault


@pytest.mark.parametrize(("score", "fault"), [(0, True), (-1, True), (1, False)])
def test_the_best_path_brings_points(reading: Reading, score: int, fault: bool) -> None:
    found = list(scenario_cannot_be_passed.check(_holding(reading, scenario({"n0": ((score, "well"),)}))))
    assert bool(found) is fault


def _holding(reading: Reading, only: Scenario) -> Curriculum:
    edition = reading.editions["en"]
    return replace(edition, modules=(replace(edition.modules[0], scenarios=(only,)),))
