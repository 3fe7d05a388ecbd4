"""Where lines may be broken: a line comes in, the widths of its words and its halves go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builders.rendering.paragraphs import BULLET, HEADING, NUMBER
from builders.targets.slides.metrics import width
from builders.targets.slides.page import Line, Words

INDENT = 26
"""Points by which a list level is set in."""

_SENTENCE = re.compile(r"(?<=[.!?।])\s+")
_SPACE = re.compile(r"\s+")


def indent_of(line: Line, size: float) -> float:
    """Points by which a line's words are set in: its list level, and room for its mark."""
    return line.hang or INDENT * line.level + mark_of(line, size)


def mark_of(line: Line, size: float) -> float:
    """Points that the mark of a list item takes; a number takes more the larger it is."""
    if line.kind == NUMBER:
        return max(INDENT, size * (1.3 if line.number < 10 else 1.85))
    return INDENT if line.kind == BULLET else 0


def word_widths(line: Line) -> Iterator[tuple[float, float]]:
    """The widths in ems of words and of the space behind each; a line break has the width -1. What hangs in the margin is left
    out."""
    hanging = line.hang > 0
    for run in line.runs:
        bold = run.bold or line.kind == HEADING
        text = run.text
        if hanging:
            _, tab, text = text.partition("\t")
            hanging = not tab
        for at, row in enumerate(text.split("\n")):
            if at:
                yield -1.0, 0.0
            words = row.split(" ")
            for place, word in enumerate(words, start=1):
                yield width(word, bold), width(" ", bold) if place < len(words) else 0.0


def halved(runs: Sequence[Words]) -> tuple[tuple[Words, ...], tuple[Words, ...]] | None:
    """Words in two parts, after the sentence that ends nearest to the middle, or else at the space nearest to it; ``None`` for
    a single word."""
    text = "".join(run.text for run in runs)
    for pattern in (_SENTENCE, _SPACE):
        breaks = [match.span() for match in pattern.finditer(text) if match.start() > 0 and match.end() < len(text)]
        if breaks:
            end, start = min(breaks, key=lambda span: abs(span[0] - len(text) / 2))
            return _cut(runs, 0, end), _cut(runs, start, len(text))
    return None


def _cut(runs: Sequence[Words], start: int, end: int) -> tuple[Words, ...]:
    """The words from one character to another."""
    cut = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            cut.append(replace(run, text=text))
        at += len(run.text)
    return tuple(cut)
