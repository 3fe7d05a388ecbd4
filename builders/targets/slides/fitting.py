"""Making words fit: paragraphs and a frame come in, the same paragraphs with their sizes go out, in as many parts as needed.

Heights are estimates on the safe side (see :mod:`metrics`), so that no text leaves its frame in any office program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from builders.rendering.paragraphs import BULLET, HEADING, NUMBER, TEXT
from builders.targets.slides.breaking import halved, indent_of, word_widths
from builders.targets.slides.frame import Frame
from builders.targets.slides.metrics import is_devanagari
from builders.targets.slides.page import Line
from builders.targets.slides.theme import Look, Script, theme

SMALLEST = 18
"""Points; body text is never smaller."""

_WORD_END = re.compile(r"(?<=\S)\s+")

AIRY = (1.0, 0.8, 0.65, 0.5)
"""Ems between the points of a list, where there is room."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets lines in the script and the look of one deck."""

    script: Script
    look: Look = field(default_factory=theme)

    def rows(self, line: Line, across: float, size: float) -> int:
        """The number of rows that a line takes in a width at a size."""
        room = max((across - indent_of(line, size)) / (size * self._safety(line)), 1.0)
        rows, used = 1, 0.0
        for word, space in word_widths(line):
            if word < 0 or (used and used + word > room):
                rows, used = rows + 1, 0.0
            used += max(word, 0.0)
            while used > room:  # a word wider than the row is broken somewhere
                rows, used = rows + 1, used - room
            used += space
        return rows

    def widest(self, line: Line, size: float) -> float:
        """Points that the longest word of a line takes."""
        return max((word for word, _ in word_widths(line)), default=0.0) * size * self._safety(line)

    def across(self, line: Line, size: float) -> float:
        """Points that a line takes in one row."""
        return sum(word + space for word, space in word_widths(line)) * size * self._safety(line)

    def line_height(self, line: Line, across: float, size: float) -> float:
        """Points that a line takes, the space above it not counted."""
        return self.rows(line, across, size) * self.row_height(line, size)

    def _safety(self, line: Line) -> float:
        return (self.script if is_devanagari(line.text) else self.look.script("Latn")).safety

    def row_height(self, line: Line, size: float) -> float:
        """Points from one row of a line to the next: Devanagari wants more."""
        natural = self.look.script("Deva" if is_devanagari(line.text) else "Latn").natural
        return size * natural * self.script.spacing

    def height(self, lines: Sequence[Line], across: float) -> float:
        """Points that lines with their sizes take."""
        return sum(self.line_height(line, across, line.size) + line.before for line in lines)

    def at(self, lines: Sequence[Line], size: float, *, airy: float = 0.5) -> tuple[Line, ...]:
        """Lines with sizes and the space between them; sub-points are a little smaller. A line that has a size keeps it."""
        sized: list[Line] = []
        for line in lines:
            own = line.size or max(SMALLEST, size - 2 * min(line.level, 2))
            before = line.before or (own * (airy if line.level == 0 else airy * 0.5))
            sized.append(replace(line, size=own, before=before if sized else 0))
        return tuple(sized)

    def shrunk(
        self, lines: Sequence[Line], frame: Frame, sizes: Sequence[float], *, airy: Sequence[float] = (0.5,)
    ) -> tuple[Line, ...] | None:
        """Lines at the largest size at which they fit and as far apart as ``airy`` (in ems, largest first) and the frame allow;
        ``None`` where they do not fit at any."""
        for size in sizes:
            for apart in airy:
                sized = self.at(lines, size, airy=apart)
                if self.height(sized, frame.w) <= frame.h:
                    return sized
        tight = self.at(lines, sizes[-1], airy=airy[-1] * 0.4)
        return tight if self.height(tight, frame.w) <= frame.h else None

    def in_one_row(self, line: Line, across: float, sizes: Sequence[float]) -> Line:
        """A line at the largest size at which it takes one row; at the smallest it is cut, for orientation is all it gives."""
        for size in sizes:
            if self.rows(line, across, size) == 1:
                return replace(line, size=size)
        return self.cut(line, Frame(0, 0, across, self.row_height(line, sizes[-1])), sizes[-1])

    def cut(self, line: Line, frame: Frame, size: float) -> Line:
        """The beginning of a line that fits a frame, with an ellipsis: whole words, or letters where not even one word fits."""
        text = line.text
        places = [match.start() for match in _WORD_END.finditer(text)] or list(range(1, len(text)))
        least, most = 0, len(places) - 1
        while least < most:
            middle = (least + most + 1) // 2
            if self._shortened(line, text[: places[middle]], frame, size) is not None:
                least = middle
            else:
                most = middle - 1
        short = self._shortened(line, text[: places[least]], frame, size) if places else None
        if short is None and " " in text:  # not even the first word
            return self.cut(replace(line, runs=(replace(line.runs[0], text=text.split()[0]),)), frame, size)
        return short or replace(line, size=size)

    def _shortened(self, line: Line, text: str, frame: Frame, size: float) -> Line | None:
        short = replace(line, runs=(replace(line.runs[0], text=f"{text} …"),), size=size)
        return short if self.line_height(short, frame.w, size) <= frame.h + 0.01 else None

    def parts(self, lines: Sequence[Line], frame: Frame, sizes: Sequence[float]) -> tuple[tuple[Line, ...], ...]:
        """Lines at the largest size at which they fit, on several pages where they fit at none: pages of like length, broken
        before an outermost point wherever that is possible."""
        whole = self.shrunk(lines, frame, sizes, airy=AIRY)
        if whole is not None:
            return (whole,)
        smallest = [size for size in sizes if size <= SMALLEST + 2] or [sizes[-1]]
        short = self.at([piece for line in lines for piece in self._divided(line, frame, smallest[-1])], smallest[-1])
        chunks = self._filled(short, frame, frame.h)
        for share in (0.55, 0.65, 0.75, 0.85, 0.95):  # the same number of pages, filled evenly
            even = self._filled(short, frame, frame.h * share)
            if len(even) == len(chunks):
                chunks = even
                break
        plain = [[replace(line, size=0, before=0) for line in chunk] for chunk in chunks]
        for size in sizes:
            set_ = [self.shrunk(chunk, frame, (size,), airy=AIRY) for chunk in plain]
            if all(set_):
                return tuple(chunk for chunk in set_ if chunk)
        return tuple(self.at(chunk, smallest[-1]) for chunk in plain)

    def _filled(self, lines: Sequence[Line], frame: Frame, most: float) -> list[list[Line]]:
        """Groups of a point with its sub-points, filled up to a height; a group that is too high by itself is broken."""
        chunks: list[list[Line]] = []
        used = 0.0
        for group in _groups(lines):
            needed = self.height(group, frame.w)
            if chunks and used + needed <= most:
                chunks[-1] += group
                used += needed
            elif needed <= frame.h:
                chunks.append(list(group))
                used = needed
            else:
                for line in group:
                    own = self.height([line], frame.w)
                    if not chunks or used + own > frame.h:
                        chunks.append([])
                        used = 0.0
                    chunks[-1].append(line)
                    used += own
        return chunks

    def _divided(self, line: Line, frame: Frame, size: float) -> list[Line]:
        """A paragraph higher than the frame in several, the first with its mark; the others as they are."""
        halves = None if self.line_height(line, frame.w, size) <= frame.h else halved(line.runs)
        if halves is None:
            return [line]
        deeper = 1 if line.kind in {BULLET, NUMBER} else 0
        first, second = replace(line, runs=halves[0]), replace(line, runs=halves[1], kind=TEXT, level=line.level + deeper, hang=0)
        return [*self._divided(first, frame, size), *self._divided(second, frame, size)]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """A point with what belongs to it; a heading stays with what follows."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (line.level > 0 or groups[-1][-1].kind == HEADING):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
