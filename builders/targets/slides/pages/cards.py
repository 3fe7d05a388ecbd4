"""Cards one under the other: the words of each come in, shapes of like width go out, at the largest size at which all fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builders.targets.slides.fitting import Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Card, Line

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""By which the room calls the answers, in every language."""

HANG = 32
"""Points that a card's letter has to the left of its words."""

_GAP = 10
_CORNER = 8.4  # points, however tall a card is
_PADDING = 9
_ROOMY = 20  # points that a card may be higher than its words


@dataclass(frozen=True, slots=True)
class Wording:
    """What a card says. ``link`` leads on when it is clicked."""

    name: str
    lines: tuple[Line, ...]
    link: str = ""
    fill: str = "accent1/10"
    outline: str = ""


def cards(wordings: Sequence[Wording], frame: Frame, setter: Setter, sizes: Sequence[float]) -> tuple[Card, ...] | None:
    """Cards from the top of the frame, ``None`` where they do not fit at any size."""
    inner = frame.w - 2 * 14
    for size in sizes:
        sized = [setter.at(wording.lines, size, airy=0.25) for wording in wordings]
        heights = [setter.height(lines, inner) + 2 * _PADDING for lines in sized]
        spare = frame.h - sum(heights) - _GAP * (len(heights) - 1)
        if spare >= 0:
            more = min(spare / max(len(heights), 1), _ROOMY)
            return _stacked(wordings, sized, [height + more for height in heights], frame)
    return None


def bottom(boxes: Sequence[Card], frame: Frame) -> float:
    """Where the last card ends."""
    return max((card.frame.bottom for card in boxes), default=frame.y)


def _stacked(
    wordings: Sequence[Wording], sized: Sequence[tuple[Line, ...]], heights: Sequence[float], frame: Frame
) -> tuple[Card, ...]:
    stacked = []
    top = frame.y
    for wording, lines, height in zip(wordings, sized, heights, strict=True):
        stacked.append(
            Card(
                wording.name,
                Frame(frame.x, top, frame.w, height),
                lines,
                "roundRect",
                fill=wording.fill,
                outline=wording.outline,
                link=wording.link,
                inset=(14, 4),
                adjust=(round(_CORNER / min(frame.w, height) * 100_000),),
            )
        )
        top += height + _GAP
    return tuple(stacked)
