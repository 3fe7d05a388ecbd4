"""Where things stand on a page, in points: rectangles come in, narrower and lower ones go out."""

from __future__ import annotations

from dataclasses import dataclass

EMU = 12_700
"""English Metric Units in a point, the unit of OOXML."""


def emu(points: float) -> int:
    return round(points * EMU)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle: left, top, width, height in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, across: float, down: float) -> Frame:
        return Frame(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def below(self, height: float) -> Frame:
        """What is left under a strip of some height."""
        return Frame(self.x, self.y + height, self.w, self.h - height)

    def tall(self, height: float) -> Frame:
        """The upper part of some height."""
        return Frame(self.x, self.y, self.w, height)

    def columns(self, number: int, gap: float) -> tuple[Frame, ...]:
        """Equal frames side by side."""
        width = (self.w - gap * (number - 1)) / number
        return tuple(Frame(self.x + index * (width + gap), self.y, width, self.h) for index in range(number))
