"""All ways through a scenario: it comes in, a page with its map goes out, drawn where that can be read and else as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from builders.model.scenarios import Ending, Node, Scenario
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import JUMP, Box, Card, Connector, Joint, Line, Page, Side
from builders.targets.slides.pages.cards import LETTERS
from builders.targets.slides.pages.layers import Layers, layers
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_TAG, _BEND, _BESIDE, _BETWEEN = 26, 12, 16, 10  # points: a choice's tag, the slot of a bend, gaps across and down
_NEAR = 8  # points between a bend and what stands beside it
_SIZE = 18
_PADDING, _TIGHT = 8, 4  # points inside a card: left and right each, above and below together
_GRADES = {"good": ("accent4/15", "accent4"), "fair": ("accent2/25", "accent2"), "poor": ("accent5/15", "accent5")}


@dataclass(frozen=True, slots=True)
class Places:
    """Of each node and ending by its id: the key of its page, and what it is called."""

    keys: Mapping[str, str]
    names: Mapping[str, str]


def way_pages(write: Writer, scenario: Scenario, places: Places) -> tuple[Page, ...]:
    """For looking back: what would have come of another choice. Nothing for participants, who may still play it."""
    if write.for_participants:
        return ()
    title = write.extended(write.line(scenario.title), f" – {write.word('all-ways')}")
    boxes = _drawn(write, scenario, places)
    parts: list[tuple[str, Sequence[Box]]] = [("flow", boxes)] if boxes else _table(write, scenario, places, title.text)
    notes = (write.label("notes-do"), write.say("all-ways-how"))
    return write.series(title, parts, shown=(scenario.title,), notes=notes, kicker=write.say("looking-back"))


def _table(write: Writer, scenario: Scenario, places: Places, name: str) -> list[tuple[str, Sequence[Box]]]:
    """A row for each moment, a column for each choice."""
    most = max(len(node.choices) for node in scenario.nodes)
    header = (write.say("column-where"), *(write.plain(LETTERS[at]) for at in range(most)))
    rows = tuple(
        (write.plain(places.names[node.id], bold=True), *(write.plain(_onward(choice.next, places)) for choice in node.choices))
        for node in scenario.nodes
    )
    found = grids(Sheet(header, rows), write.frame("flow"), write.setter, description=name, shares=(1, *(2 for _ in range(most))))
    return [("flow", (grid,)) for grid in found]


def _onward(id: str, places: Places) -> str:
    return f"→ {places.names.get(id, id)}"


def _drawn(write: Writer, scenario: Scenario, places: Places) -> tuple[Box, ...]:
    """Nothing where the map does not fit on a page, or where a way leads nowhere or back, which rules report."""
    ways = {node.id: [choice.next for choice in node.choices] for node in scenario.nodes}
    if any(target not in places.names for targets in ways.values() for target in targets):
        return ()
    try:
        found = layers(scenario.start, ways)
    except ValueError:
        return ()
    things = {thing.id: thing for group in (scenario.nodes, scenario.endings) for thing in group}
    frames = _frames(write, found, things, places)
    cards = [card for name, frame in frames.items() if name in things for card in _cards(write, things[name], frame, places)]
    arrows = [arrow for thing in things.values() if isinstance(thing, Node) for arrow in _arrows(thing, found, frames)]
    return (*cards, *arrows) if frames else ()


def _frames(write: Writer, found: Layers, things: Mapping[str, Node | Ending], places: Places) -> dict[str, Frame]:
    """Where places and bends stand; empty where the page is too small for them."""
    frame = write.frame("flow")
    row_high = write.setter.line_height(write.plain(places.names[found.rows[0][0]], bold=True), 500, _SIZE) + _TIGHT
    rows = [[_width(write, things.get(name), places) for name in row] for row in found.rows]
    last = max(_height(write, things[name], width, places) for name, width in zip(found.rows[-1], rows[-1], strict=True))
    between = (frame.h - row_high * (len(rows) - 1) - last) / max(len(rows) - 1, 1)
    if between < _BETWEEN or any(sum(widths) + _BESIDE * (len(widths) - 1) > frame.w for widths in rows):
        return {}
    frames = {}
    for at, (names, widths) in enumerate(zip(found.rows, rows, strict=True)):
        beside = (frame.w - sum(widths)) / (len(widths) + 1)
        left = frame.x
        for name, width in zip(names, widths, strict=True):
            left += beside
            frames[name] = Frame(left, frame.y + at * (row_high + between), width, last if at == len(rows) - 1 else row_high)
            left += width
    _straighten(found, frames, frame)
    return frames


def _straighten(found: Layers, frames: dict[str, Frame], page: Frame) -> None:
    """Bends of one way under each other, as far as their neighbours leave room."""
    before = {bend: former for chain in found.chains for former, bend in pairwise(chain[1:-1])}
    for row in found.rows:
        for at, name in enumerate(row):
            if name in before:
                least = frames[row[at - 1]].right + _NEAR if at else page.x
                most = (frames[row[at + 1]].x - _NEAR if at + 1 < len(row) else page.right) - _BEND
                frames[name] = replace(frames[name], x=max(least, min(frames[before[name]].x, most)))


def _width(write: Writer, thing: Node | Ending | None, places: Places) -> float:
    """Points across: of a moment with its tags, of an ending in at most two rows, of a bend."""
    match thing:
        case Node():
            name = write.plain(places.names[thing.id], bold=True)
            return write.setter.across(name, _SIZE) + 2 * _PADDING + _TAG * len(thing.choices)
        case Ending():
            name = write.plain(places.names[thing.id], bold=True)
            half = write.setter.across(name, _SIZE) * 0.62
            return max(half, write.setter.widest(name, _SIZE), 150) + 2 * _PADDING
        case None:
            return _BEND


def _height(write: Writer, thing: Node | Ending, width: float, places: Places) -> float:
    return write.setter.height(_words(write, thing, places), width - 2 * _PADDING) + 2 * _TIGHT


def _words(write: Writer, thing: Node | Ending, places: Places) -> tuple[Line, ...]:
    lines = [write.plain(places.names[thing.id], bold=True, colour="dk2")]
    if isinstance(thing, Ending):
        lines.append(write.plain(write.word(f"ending-{thing.grade}"), colour="dk2"))
    return write.setter.at(lines, _SIZE, airy=0.0)


def _cards(write: Writer, thing: Node | Ending, frame: Frame, places: Places) -> Iterator[Card]:
    """A moment with a tag for every choice on its right, or an ending."""
    link, words, inset = JUMP + places.keys[thing.id], _words(write, thing, places), (_PADDING, _TIGHT / 2)
    if isinstance(thing, Ending):
        fill, outline = _GRADES[thing.grade]
        yield Card(thing.id, frame, words, "roundRect", fill, outline, link, inset=inset, adjust=(14_000,))
        return
    room = replace(frame, w=frame.w - _TAG * len(thing.choices))
    yield Card(thing.id, room, words, "rect", "accent1/15", link=link, inset=inset)
    for at in range(len(thing.choices)):
        letter = replace(write.plain(LETTERS[at], bold=True, size=_SIZE, colour="lt1"), align="ctr")
        tag = Frame(room.right + at * _TAG, frame.y, _TAG, frame.h)
        yield Card(_tag(thing, at), tag, (letter,), "rect", "accent1" if at % 2 == 0 else "accent3", inset=(0, 0))


def _tag(node: Node, at: int) -> str:
    return f"{node.id} {LETTERS[at]}"


def _arrows(node: Node, found: Layers, frames: Mapping[str, Frame]) -> Iterator[Connector]:
    """From every tag through the slots of its bends down to where the choice leads."""
    own = frames.get(node.id)
    chains = {chain[-1]: chain for chain in found.chains if chain[0] == node.id}
    if own is None:
        return
    for at, choice in enumerate(node.choices):
        middle = own.right - _TAG * (len(node.choices) - at) + _TAG / 2
        chain = chains[choice.next]
        via = [(slot.x + slot.w / 2, edge) for slot in map(frames.__getitem__, chain[1:-1]) for edge in (slot.y, slot.bottom)]
        target = frames[chain[-1]]
        end = Joint(chain[-1], Side.TOP, target.x + target.w / 2, target.y - 1)
        yield Connector(Joint(_tag(node, at), Side.BOTTOM, middle, own.bottom + 1), end, via=tuple(via))
