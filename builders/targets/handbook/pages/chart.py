"""The chart of a procedure: a procedure comes in, SVG goes out.

The steps of the longest way stand in the left column, the others beside the decision that leads to them. Ways between
neighbours are arrows; a way that leaps over steps of the left column runs beside it; any other is written in its box by the
number that it leads to. ``flow`` says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from builders.model.sops import Sop, Step
from builders.targets.handbook.pages.drawing import Line, arrow, badge, drawing, rectangle, tall, wrapped, written
from builders.targets.handbook.pages.flow import drawn, spine
from builders.targets.handbook.pages.titles import plain_title

_WIDE, _BESIDE, _BELOW, _PADDING, _LANE, _MARGIN = 330, 70, 34, 10, 30, 12
_TEXT = 36  # from the left side of a box to its words: the number stands before them


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around the author's: ``title`` of the chart, number and clock of each step by its id."""

    title: str
    number: Mapping[str, int]
    clock: Mapping[str, str]
    yes: str
    no: str
    end: str


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a step leads, and its answer where there are two. ``how`` is down, side, leap or written."""

    to: str
    answer: str
    how: str


@dataclass(frozen=True, slots=True)
class _Box:
    step: Step
    ways: tuple[_Way, ...]
    lines: tuple[Line, ...]
    x: float
    y: float

    @property
    def height(self) -> float:
        return max(tall(self.lines), 24) + 2 * _PADDING

    @property
    def bottom(self) -> float:
        return self.y + self.height


def chart(sop: Sop, labels: Labels) -> str:
    """The chart as an SVG element; its letters are 12 to 14 user units high."""
    main = spine(sop)
    order = drawn(sop, main)
    ways = {step.id: tuple(_ways(step, order, main, labels)) for step in order}
    leaps = sum(way.how == "leap" for found in ways.values() for way in found)
    left = _MARGIN + leaps * _LANE
    boxes = {box.step.id: box for box in _placed(order, main, ways, labels, left)}
    sides = any(step.id not in main for step in order)
    width = left + _WIDE + (_BESIDE + _WIDE if sides else 0) + _MARGIN
    height = max((box.bottom for box in boxes.values()), default=0) + _MARGIN
    parts = [*_arrows(boxes, left), *(_drawn(box, labels) for box in boxes.values())]
    return drawing("chart", labels.title, parts, width=width, height=height)


def _ways(step: Step, order: list[Step], main: frozenset[str], labels: Labels) -> Iterator[_Way]:
    answers = (labels.yes, labels.no) if step.decision else ("",)
    below = dict(pairwise([each.id for each in order if each.id in main]))
    after = dict(pairwise([each.id for each in order]))
    for to, answer in zip(step.successors, answers, strict=True):
        if step.id in main and to == below.get(step.id):
            yield _Way(to, answer, "down")
        elif to == after.get(step.id) and to not in main:
            yield _Way(to, answer, "side" if step.id in main else "down")
        elif step.id in main and to in main and to != step.id:
            yield _Way(to, answer, "leap")
        else:
            yield _Way(to, answer, "written")


def _placed(
    order: list[Step], main: frozenset[str], ways: Mapping[str, tuple[_Way, ...]], labels: Labels, left: float
) -> Iterator[_Box]:
    """Each main step begins a row; the side steps after it are stacked in the right column of that row."""
    row, bottom, side = float(_MARGIN), float(_MARGIN), 0.0
    for step in order:
        lines = tuple(_lines(step, ways[step.id], labels))
        if step.id in main:
            row = bottom + (_BELOW if bottom > _MARGIN else 0)
            box = _Box(step, ways[step.id], lines, left, row)
            side = row
        else:
            box = _Box(step, ways[step.id], lines, left + _WIDE + _BESIDE, side)
            side = box.bottom + _BELOW
        bottom = max(bottom, box.bottom)
        yield box


def _lines(step: Step, ways: tuple[_Way, ...], labels: Labels) -> Iterator[Line]:
    room = _WIDE - _TEXT - _PADDING
    yield from wrapped(plain_title(step.title), "chart-title", size=14, room=room)
    about = " · ".join(part for part in (plain_title(step.actor), labels.clock[step.id]) if part)
    yield from wrapped(about, "chart-about", size=12, room=room)
    if step.decision:
        yield from wrapped(plain_title(step.decision.question), "chart-question", size=13, room=room)
    for way in (way for way in ways if way.how == "written"):
        words = f"{way.answer} → {labels.number.get(way.to, labels.end)}".strip()
        yield from wrapped(words, "chart-exit", size=12, room=room)


def _drawn(box: _Box, labels: Labels) -> str:
    kind = "chart-decision" if box.step.decision else "chart-action"
    return (
        rectangle(kind, box.x, box.y, _WIDE, box.height, round=20 if box.step.decision else 5)
        + badge(str(labels.number[box.step.id]), box.x + 19, box.y + _PADDING + 12)
        + written(box.lines, x=box.x + _TEXT, y=box.y + _PADDING)
    )


def _arrows(boxes: Mapping[str, _Box], left: float) -> Iterator[str]:
    lane = left - _LANE
    for box in boxes.values():
        for way in box.ways:
            if way.how == "written":
                continue
            to = boxes[way.to]
            middle = box.x + _WIDE / 2
            if way.how == "down":
                yield arrow((middle, box.bottom), (middle, to.y))
                yield _answer(way, middle + 8, box.bottom + 5)
            elif way.how == "side":
                level = box.y + 20
                yield arrow((box.x + _WIDE, level), (to.x, level))
                yield _answer(way, box.x + _WIDE + 8, level - 19)
            else:
                out, into = box.bottom - 14, to.y + 14
                yield arrow((left, out), (lane, out), (lane, into), (left, into))
                yield _answer(way, lane + 3, out - 19)
                lane -= _LANE


def _answer(way: _Way, x: float, y: float) -> str:
    return written([Line(way.answer, "chart-answer", 12)], x=x, y=y) if way.answer else ""
