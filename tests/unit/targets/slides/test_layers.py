"""Maps: everything stands under what leads to it, and no way crosses a place."""

from __future__ import annotations

import pytest

from builders.targets.slides.frame import Frame
from builders.targets.slides.pages.layers import layers
from builders.targets.slides.pages.routing import Placed, routes

WAYS = {"start": ("a", "b", "end"), "a": ("b", "good"), "b": ("good", "end"), "good": (), "end": ()}


def test_every_way_goes_down_and_ends_stand_in_the_last_row() -> None:
    found = layers("start", WAYS)
    depth = {name: at for at, row in enumerate(found.rows) for name in row}
    assert found.rows[0] == ("start",)
    assert set(found.rows[-1]) == {"good", "end"}
    for chain in found.chains:
        assert [depth[name] for name in chain] == list(range(depth[chain[0]], depth[chain[-1]] + 1))
    assert {(chain[0], chain[-1]) for chain in found.chains} == {(one, other) for one, others in WAYS.items() for other in others}


def test_places_that_nothing_leads_to_are_left_out() -> None:
    assert "island" not in {name for row in layers("start", {**WAYS, "island": ("end",)}).rows for name in row}


def test_neighbours_are_sorted_so_that_ways_do_not_cross() -> None:
    found = layers("s", {"s": ("l", "r"), "l": ("le",), "r": ("re",), "re": (), "le": ()})
    left, right = found.rows[1]
    assert found.rows[2] == (f"{left}e", f"{right}e")


def test_a_way_that_leads_back_is_refused() -> None:
    with pytest.raises(ValueError, match="leads back to a"):
        layers("a", {"a": ("b",), "b": ("a",)})


def cards(number: int, across: int = 3) -> list[Placed]:
    return [
        Placed(str(at), at // across, at % across, Frame(100 * (at % across), 100 * (at // across) + 20, 80, 60))
        for at in range(number)
    ]


def test_arrows_run_to_the_right_over_heads_and_to_the_next_row() -> None:
    straight, over, down = routes(cards(6), [("0", "1"), ("0", "2"), ("1", "4")], 40)
    assert straight.start.y == straight.end.y == 50
    assert not straight.via
    assert [y for _, y in over.via] == [over.via[0][1]] * 2
    assert -20 < over.via[0][1] < 20
    assert 80 < down.start.y + down.bend < 120
    assert down.end.y < 120


def test_what_would_cross_a_card_is_not_drawn() -> None:
    assert routes(cards(9), [("0", "6"), ("6", "0"), ("0", "gone")], 40) == ()


def test_ways_to_one_card_share_their_track_and_others_do_not() -> None:
    first, second, third = routes(cards(6), [("0", "4"), ("2", "4"), ("1", "5")], 40)
    assert first.start.y + first.bend == second.start.y + second.bend != third.start.y + third.bend
