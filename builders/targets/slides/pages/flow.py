"""A procedure at a glance: it comes in, pages with a card for every step go out, with arrows along the ways that decisions open.

Cards stand in rows as one reads; every card also says in words where it leads, so no arrow is needed to understand it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builders.model.sops import END, Branch, Duration, Sop, Step
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import JUMP, Box, Card, Line, Page
from builders.targets.slides.pages.routing import Placed, routes
from builders.targets.slides.pages.writer import Writer

_ACROSS = (4, 3, 2)  # cards beside each other: as many as leave every word whole
_GAP = (32, 18)
_ROOM = (4, 2)  # points between a card's edge and its words, besides what its corners take
_CORNER = 0.032  # of a card's shorter side: what corners keep from words (ECMA-376, presetShapeDefinitions: plaque, roundRect)
_MARGIN = 10  # points left and right of words, corners of cards up to 150 points high included
_UNBROKEN = "\u00a0"  # a space at which no row is broken
_HIGH = 120  # a card is never higher
_OVER = 10  # points above the first row, where arrows pass over cards


def flow_pages(write: Writer, sop: Sop, numbers: Mapping[str, int]) -> tuple[Page, ...]:
    """As many cards on a page as its height allows; each leads to the page where its step is told."""
    frame = write.frame("flow")
    words = {step.id: _words(write, step, numbers) for step in sop.steps}
    across, wide = _across(write, frame, [line for lines in words.values() for line in lines])
    tallest = max(write.setter.height(lines, wide - 2 * _MARGIN) for lines in words.values())
    high = (tallest + 2 * _ROOM[1]) / (1 - 2 * _CORNER)
    rows = max(1, int((frame.h - _OVER + _GAP[1]) // (high + _GAP[1])))
    pages = -(-len(sop.steps) // (rows * across))
    most = -(-len(sop.steps) // pages)  # about as many on every page
    groups = [sop.steps[at : at + most] for at in range(0, len(sop.steps), most)]
    title = write.extended(write.line(sop.title), f" – {write.word('at-a-glance')}")
    parts: list[tuple[str, Sequence[Box]]] = []
    for group in groups:
        used = -(-len(group) // across)
        height = min((frame.h - _OVER - _GAP[1] * (used - 1)) / used, max(high, _HIGH))
        parts.append(("flow", _boxes(sop, group, words, frame.below(_OVER), (wide, height), across)))
    shown = (sop.title, *(step.title for step in sop.steps))
    return write.series(
        title, parts, shown=shown, notes=(write.label("notes-do"), write.say("glance-how")), kicker=write.say("sop")
    )


def _across(write: Writer, frame: Frame, lines: Sequence[Line]) -> tuple[int, float]:
    """How many cards stand beside each other, and how wide each is."""
    widest = max(write.setter.widest(line, line.size) for line in lines) + 2 * _MARGIN
    wide = {across: (frame.w - _GAP[0] * (across - 1)) / across for across in _ACROSS}
    across = next((across for across in _ACROSS if wide[across] >= widest), _ACROSS[-1])
    return across, wide[across]


def step_key(sop: Sop, step: Step) -> str:
    """The key of the page that tells a step in full."""
    return f"sop:{sop.id}/{step.id}"


def duration(write: Writer, time: Duration) -> str:
    return write.word(f"unit-{time.unit}", n=time.amount)


def _words(write: Writer, step: Step, numbers: Mapping[str, int]) -> tuple[Line, ...]:
    """Number and title; under it the limit, and the way on where it is not simply the next."""
    title = write.line(step.title, before=f"{numbers[step.id]}  ", bold=True)
    under = [write.word("within", time=duration(write, step.within))] if step.within else []
    if step.decision:
        under.append(_ways(write, step.decision, numbers))
    elif numbers.get(step.next) != numbers[step.id] + 1:
        under.append(f"→{_UNBROKEN}{place_of(write, step.next, numbers)}")
    return (replace(title, size=18, colour="dk2"), *(replace(write.plain(words), size=18, before=2) for words in under))


def _ways(write: Writer, decision: Branch, numbers: Mapping[str, int]) -> str:
    """Where yes and no lead, never broken into two rows."""
    ways = (("yes", decision.yes), ("no", decision.no))
    told = (f"{write.word(key)} → {place_of(write, target, numbers)}" for key, target in ways)
    return " · ".join(told).replace(" ", _UNBROKEN)


def place_of(write: Writer, target: str, numbers: Mapping[str, int]) -> str:
    """The number of a step, or the end."""
    return write.word("end") if target == END else str(numbers.get(target, "?"))


def _boxes(
    sop: Sop, group: Sequence[Step], words: Mapping[str, tuple[Line, ...]], frame: Frame, size: tuple[float, float], across: int
) -> list[Box]:
    wide, high = size
    placed: list[Placed] = []
    boxes: list[Box] = []
    for at, step in enumerate(group):
        row, column = divmod(at, across)
        place = Frame(frame.x + column * (wide + _GAP[0]), frame.y + row * (high + _GAP[1]), wide, high)
        shape, fill, outline = ("plaque", "accent2/25", "accent2") if step.decision else ("roundRect", "accent1/10", "accent1")
        adjust = (4_500,) if step.decision else (10_000,)
        link = JUMP + step_key(sop, step)
        name = f"Step {step.id}"
        boxes.append(Card(name, place, words[step.id], shape, fill, outline, link, inset=_ROOM, adjust=adjust))
        placed.append(Placed(name, row, column, place))
    ways = [(f"Step {step.id}", f"Step {target}") for step in group for target in _targets(step)]
    return [*boxes, *routes(placed, ways, _GAP[1])]


def _targets(step: Step) -> tuple[str, ...]:
    return (step.decision.yes, step.decision.no) if step.decision else (step.next,)
