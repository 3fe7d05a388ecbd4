"""Where the places of a map stand: who leads to whom comes in, rows go out.

Every place stands under the last one that leads to it, so all ways go down, and where nothing leads on stands at the bottom
(layered drawing, after Sugiyama, Tagawa and Toda 1981). A way past several rows gets a bend in each, with room of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Layers:
    """``rows`` hold names from left to right, those of bends among them; ``chains`` are the ways as names one after the other,
    bends included."""

    rows: tuple[tuple[str, ...], ...]
    chains: tuple[tuple[str, ...], ...]


def layers(start: str, ways: Mapping[str, Sequence[str]]) -> Layers:
    """The map of what can be reached from ``start``. Raises ValueError where a way leads back."""
    depth = _depths(start, ways)
    lowest = max(depth.values())
    depth = {name: at if ways.get(name) else lowest for name, at in depth.items()}
    rows: list[list[str]] = [[] for _ in range(lowest + 1)]
    for name in depth:
        rows[depth[name]].append(name)
    chains = []
    for name in depth:
        for target in dict.fromkeys(ways.get(name, ())):
            bends = tuple(f"{name}>{target}@{at}" for at in range(depth[name] + 1, depth[target]))
            for at, bend in enumerate(bends, start=depth[name] + 1):
                rows[at].append(bend)
            chains.append((name, *bends, target))
    return Layers(tuple(map(tuple, _untangled(rows, chains))), tuple(chains))


def _depths(start: str, ways: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The length of the longest way to each place, in the order in which a reader meets them."""
    depth: dict[str, int] = {}
    waiting: list[tuple[str, int, tuple[str, ...]]] = [(start, 0, (start,))]
    while waiting:
        name, at, path = waiting.pop(0)
        if at > depth.get(name, -1):
            depth[name] = at
            for target in dict.fromkeys(ways.get(name, ())):
                if target in path:
                    raise ValueError(f"a way leads back to {target}")
                waiting.append((target, at + 1, (*path, target)))
    return depth


def _untangled(rows: list[list[str]], chains: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """Each row sorted by the middle of its neighbours before it, then after it, a few times over."""
    links = [link for chain in chains for link in pairwise(chain)]
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        order = range(1, len(rows)) if forward else range(len(rows) - 2, -1, -1)
        for at in order:
            beside = {name: place for place, name in enumerate(rows[at - 1 if forward else at + 1])}
            middles = {}
            for place, name in enumerate(rows[at]):
                found = (
                    [beside[one] for one, other in links if other == name and one in beside]
                    if forward
                    else [beside[other] for one, other in links if one == name and other in beside]
                )
                middles[name] = (sum(found) / len(found) if found else place, place)
            rows[at].sort(key=middles.__getitem__)
    return rows
