"""The map of a scenario: a scenario comes in, SVG goes out.

Scenes stand in rows by the number of choices that lead to them, endings in the last row. A number on an arrow is that of the
choice. The page says the same in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builders.model.scenarios import Scenario
from builders.targets.handbook.pages.drawing import Line, badge, drawing, rectangle, tall, wrapped, written
from builders.targets.handbook.pages.titles import plain_title

_WIDE, _BETWEEN, _BELOW, _PADDING, _MARGIN = 168, 26, 74, 10, 14


@dataclass(frozen=True, slots=True)
class _Place:
    kind: str
    lines: tuple[Line, ...]
    x: float
    y: float
    height: float
    row: int

    @property
    def middle(self) -> float:
        return self.x + _WIDE / 2


def scenario_map(scenario: Scenario, labels: Mapping[str, str], title: str) -> str:
    """``labels`` are the names of the scenes by the ids of their nodes."""
    rows = _rows(scenario)
    width = max(len(row) for row in rows) * (_WIDE + _BETWEEN) - _BETWEEN + 2 * _MARGIN + 30
    places = dict(_placed(scenario, rows, labels, width))
    height = max((place.y + place.height for place in places.values()), default=0) + _MARGIN
    parts = [*_arrows(scenario, places, width), *(_drawn(place) for place in places.values())]
    return drawing("map-drawing", f"{title}: {plain_title(scenario.title)}", parts, width=width, height=height)


def _rows(scenario: Scenario) -> list[list[str]]:
    """The ids of nodes by their distance from the start, what nothing leads to behind them, and the endings."""
    distance = {scenario.start: 0}
    waiting = [scenario.start]
    while waiting:
        node = scenario.node(waiting.pop(0))
        for choice in node.choices if node else ():
            if scenario.node(choice.next) and node and choice.next not in distance:
                distance[choice.next] = distance[node.id] + 1
                waiting.append(choice.next)
    last = max(distance.values()) + 1
    found: list[list[str]] = [[] for _ in range(last + 1)]
    for node in scenario.nodes:
        found[distance.get(node.id, last)].append(node.id)
    return [row for row in (*found, [ending.id for ending in scenario.endings]) if row]


def _placed(scenario: Scenario, rows: list[list[str]], labels: Mapping[str, str], width: float) -> Iterator[tuple[str, _Place]]:
    y = float(_MARGIN)
    for number, row in enumerate(rows):
        lines = {id: _lines(scenario, id, labels) for id in row}
        height = max(tall(found) for found in lines.values()) + 2 * _PADDING
        x = (width - len(row) * (_WIDE + _BETWEEN) + _BETWEEN) / 2
        for id in row:
            ending = scenario.ending(id) if scenario.node(id) is None else None
            yield id, _Place(f"map-{ending.grade}" if ending else "map-scene", lines[id], x, y, height, number)
            x += _WIDE + _BETWEEN
        y += height + _BELOW


def _lines(scenario: Scenario, id: str, labels: Mapping[str, str]) -> tuple[Line, ...]:
    room = _WIDE - 2 * _PADDING
    if node := scenario.node(id):
        about = wrapped(plain_title(node.speaker), "chart-about", size=12, room=room) if node.speaker else []
        return (*wrapped(labels[id], "chart-title", size=14, room=room), *about)
    ending = scenario.ending(id)
    return tuple(wrapped(plain_title(ending.title), "chart-title", size=13, room=room)) if ending else ()


def _drawn(place: _Place) -> str:
    round = 5 if place.kind == "map-scene" else 18
    box = rectangle(place.kind, place.x, place.y, _WIDE, place.height, round=round)
    return box + written(place.lines, x=place.middle, y=place.y + (place.height - tall(place.lines)) / 2, anchor="middle")


def _arrows(scenario: Scenario, places: Mapping[str, _Place], width: float) -> Iterator[str]:
    """Lines first, then their numbers, so that no line runs over a number."""
    badges: list[str] = []
    for node in scenario.nodes:
        here = places[node.id]
        for number, choice in enumerate(node.choices, start=1):
            if (there := places.get(choice.next)) is None:
                continue
            x = here.x + _WIDE * number / (len(node.choices) + 1)
            y = here.y + here.height
            yield _curve(x, y, here, there, width)
            badges.append(badge(str(number), x, y + 13))
    yield from badges


def _curve(x: float, y: float, here: _Place, there: _Place, width: float) -> str:
    kind = f"arrow to-{there.kind}"
    if there.row > here.row:
        to = there.middle + (x - here.middle) / 4
        bend = min(60.0, (there.y - y) / 2)
        path = f"M{x:.1f} {y:.1f}C{x:.1f} {y + bend:.1f} {to:.1f} {there.y - bend:.1f} {to:.1f} {there.y - 2:.1f}"
        head = f"M{to - 5:.1f} {there.y - 9:.1f}L{to:.1f} {there.y:.1f}L{to + 5:.1f} {there.y - 9:.1f}Z"
        return f'<path class="{kind}" d="{path}"/><path class="arrow-head" d="{head}"/>'
    if there.row == here.row:
        to = there.x + 14 if there.x > here.x else there.x + _WIDE - 14
        path = f"M{x:.1f} {y:.1f}C{x:.1f} {y + 56:.1f} {to:.1f} {y + 56:.1f} {to:.1f} {y + 8:.1f}"
        head = f"M{to - 5:.1f} {y + 9:.1f}L{to:.1f} {y:.1f}L{to + 5:.1f} {y + 9:.1f}Z"
        return f'<path class="{kind}" d="{path}"/><path class="arrow-head" d="{head}"/>'
    edge, level = there.x + _WIDE, there.y + there.height / 2
    out = min(edge + 60, width - 4)
    path = f"M{x:.1f} {y:.1f}C{x:.1f} {y + 50:.1f} {out:.1f} {y + 50:.1f} {out:.1f} {(y + level) / 2:.1f}"
    path += f"C{out:.1f} {level:.1f} {out:.1f} {level:.1f} {edge + 2:.1f} {level:.1f}"
    head = f"M{edge + 9:.1f} {level - 5:.1f}L{edge:.1f} {level:.1f}L{edge + 9:.1f} {level + 5:.1f}Z"
    return f'<path class="{kind}" d="{path}"/><path class="arrow-head" d="{head}"/>'
