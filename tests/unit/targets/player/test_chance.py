"""The draw of an assessment, run in node: repeatable, every objective first, levels spread within each."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.node

CHANCE = Path(__file__).parents[4] / "builders" / "targets" / "player" / "assets" / "chance.js"
_SCRIPT = """
import { drawn } from "./chance.mjs";
const bank = JSON.parse(process.argv[2]);
const item = new Map(bank.items.map((each) => [each[0], each]));
const draw = (seed) => drawn([...item.keys()], (key) => item.get(key)[1], bank.count, seed, (key) => item.get(key)[2]);
console.log(JSON.stringify(bank.seeds.map(draw)));
"""
_LEVELS = ("remember", "understand", "apply")


@pytest.fixture
def draw(node: str, tmp_path: Path) -> Any:
    """Draws ``count`` of (key, objective, level) once for each seed."""
    (tmp_path / "chance.mjs").write_bytes(CHANCE.read_bytes())
    (tmp_path / "draw.mjs").write_text(_SCRIPT)

    def run(items: list[tuple[str, str, str]], count: int, seeds: int = 40) -> list[list[str]]:
        bank = json.dumps({"items": items, "count": count, "seeds": [f"seed{number}" for number in range(seeds)]})
        done = subprocess.run([node, tmp_path / "draw.mjs", bank], capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout))

    return run


def _bank(objectives: int, each: int) -> list[tuple[str, str, str]]:
    """Items of as many objectives, with levels in turn."""
    return [
        (f"{objective}-{number}", f"objective {objective}", _LEVELS[number % 3])
        for objective in range(objectives)
        for number in range(each)
    ]


def test_a_seed_gives_the_same_items_in_the_same_order(draw: Any) -> None:
    first, second = draw(_bank(4, 6), 8), draw(_bank(4, 6), 8)
    assert first == second
    assert len({tuple(items) for items in first}) > 35


def test_every_objective_is_covered_before_any_has_a_second(draw: Any) -> None:
    for items in draw(_bank(5, 6), 7):
        objectives = Counter(key.partition("-")[0] for key in items)
        assert len(items) == len(set(items)) == 7
        assert sorted(objectives.values()) == [1, 1, 1, 2, 2]


def test_levels_are_spread_within_each_objective(draw: Any) -> None:
    bank = _bank(3, 9)
    level = {key: level for key, _, level in bank}
    for items in draw(bank, 9):
        for objective in "012":
            assert sorted(level[key] for key in items if key.startswith(objective)) == sorted(_LEVELS)


def test_levels_are_spread_over_the_whole_where_each_objective_has_one_item(draw: Any) -> None:
    bank = _bank(3, 9)
    level = {key: level for key, _, level in bank}
    for items in draw(bank, 3):
        assert sorted(level[key] for key in items) == sorted(_LEVELS)


def test_a_lopsided_bank_is_drawn_whole(draw: Any) -> None:
    bank = [("a", "one", "remember"), *((f"b{number}", "two", "remember") for number in range(5))]
    for items in draw(bank, 20):
        assert sorted(items) == sorted(key for key, _, _ in bank)
    for items in draw(bank, 3):
        assert "a" in items


def test_every_item_has_its_turn(draw: Any) -> None:
    bank = _bank(3, 6)
    met = {key for items in draw(bank, 6, 60) for key in items}
    assert met == {key for key, _, _ in bank}
