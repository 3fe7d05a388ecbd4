"""Ways between cards that stand in rows: who leads to whom comes in, arrows through the gaps between the rows go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Connector, Joint, Side

NEAR = 2
"""Points between an arrow's tip and its card."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A card on the page: its row and column count from 0."""

    name: str
    row: int
    column: int
    frame: Frame


def routes(cards: Sequence[Placed], ways: Sequence[tuple[str, str]], gap: float) -> tuple[Connector, ...]:
    """An arrow for every way that can be drawn without crossing a card: to the neighbour on the right, within a row over the
    heads of others, and to the row below. ``gap`` is the room between rows in points; the same room is above the first."""
    places = {card.name: card for card in cards}
    known = [(places[one], places[other]) for one, other in dict.fromkeys(ways) if one in places and other in places]
    tracks = _tracks(known, gap)
    return tuple(arrow for start, end in known if (arrow := _arrow(start, end, tracks)) is not None)


def _is_beside(start: Placed, end: Placed) -> bool:
    return start.row == end.row and end.column == start.column + 1


def _arrow(start: Placed, end: Placed, tracks: Mapping[tuple[int, str], float]) -> Connector | None:
    if _is_beside(start, end):
        middle = start.frame.y + start.frame.h / 2
        return Connector(
            Joint(start.name, Side.RIGHT, start.frame.right + NEAR, middle), Joint(end.name, Side.LEFT, end.frame.x - NEAR, middle)
        )
    track = tracks.get((end.row, end.name))
    if track is None or not (start.row == end.row or start.row + 1 == end.row):
        return None
    arrival = Joint(end.name, Side.TOP, _middle(end), end.frame.y - NEAR)
    if start.row == end.row:
        over = Joint(start.name, Side.TOP, _middle(start), start.frame.y - NEAR)
        return Connector(over, arrival, via=((over.x, track), (arrival.x, track)))
    leave = Joint(start.name, Side.BOTTOM, _middle(start), start.frame.bottom + NEAR)
    return Connector(leave, arrival, bend=track - leave.y)


def _middle(card: Placed) -> float:
    return card.frame.x + card.frame.w / 2


def _tracks(ways: Sequence[tuple[Placed, Placed]], gap: float) -> dict[tuple[int, str], float]:
    """The height at which ways to a card cross the gap above its row: one for each card, those from the row itself lowest."""
    tracks: dict[tuple[int, str], float] = {}
    rows: dict[int, dict[str, tuple[bool, Placed]]] = {}
    for start, end in ways:
        if start.row == end.row and not _is_beside(start, end):
            rows.setdefault(end.row, {})[end.name] = (True, end)
        elif start.row + 1 == end.row:
            rows.setdefault(end.row, {}).setdefault(end.name, (False, end))
    for row, targets in rows.items():
        ordered = sorted(targets.values(), key=lambda found: (found[0], found[1].column))
        for at, (_, end) in enumerate(ordered, start=1):
            tracks[row, end.name] = end.frame.y - gap + gap * at / (len(ordered) + 1)
    return tracks
