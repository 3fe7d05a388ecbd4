"""Where lines may be broken: a line comes in, the widths of its words and its halves go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from builders.rendering.paragraphs import BULLET, HEADING, NUMBER
from builders.targets.slides.metrics import width
from builders.targets.slides.page import Line, Words

INDENT = 26
"""Points by which a list level is set in."""

_SENTENCE = re.compile(r"(?<=[.!?।])\s+")
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-Za-z]|Dr|Mr|Mrs|Ms|No|Nos|Rs|St|Smt|Shri|vs|e\.g|i\.e|etc|Art|Sec|cf)\.$")
_SPACE = re.compile(r"\s+")


def indent_of(line: Line, size: float) -> float:
    """Points by which a line's words are set in: its list level, and room for its mark."""
    return line.hang or INDENT * line.level + mark_of(line, size)


def mark_of(line: Line, size: float) -> float:
    """Points that the mark of a list item takes; a number takes more the larger it is."""
    if line.kind == NUMBER:
        return max(INDENT, size * (1.3 if line.number < 10 else 1.85))
    return INDENT if line.kind == BULLET else 0


def word_widths(line: Line) -> tuple[tuple[float, float], ...]:
    """The widths in ems of words and of the space behind each; a line break has the width -1. What hangs in the margin is left
    out."""
    return _widths(line.runs, line.kind == HEADING, line.hang > 0)


@lru_cache(maxsize=8192)
def _widths(runs: tuple[Words, ...], heading: bool, hanging: bool) -> tuple[tuple[float, float], ...]:
    return tuple(_measured(runs, heading, hanging))


def _measured(runs: tuple[Words, ...], heading: bool, hanging: bool) -> Iterator[tuple[float, float]]:
    begun = 0.0  # of a word that goes on in the next run
    for run in runs:
        bold = run.bold or heading
        text = run.text
        if hanging:
            _, tab, text = text.partition("\t")
            hanging = not tab
        for at, row in enumerate(text.split("\n")):
            if at:
                yield begun, 0.0
                yield -1.0, 0.0
                begun = 0.0
            *words, last = row.split(" ")
            for word in words:
                yield begun + width(word, bold), width(" ", bold)
                begun = 0.0
            begun += width(last, bold)
    yield begun, 0.0


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


def sentences(line: Line) -> tuple[Line, ...]:
    """A line as its sentences."""
    text = line.text
    breaks = [match.span() for match in _SENTENCE.finditer(text) if _ends(text, match)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    return tuple(replace(line, runs=_cut(line.runs, start, end)) for start, end in zip(starts, ends, strict=True))


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends before a gap: not after an abbreviation, and not before a small letter or a figure."""
    before, after = text[: found.start()], text[found.end() :]
    return bool(before and after) and not (after[0].islower() or after[0].isdigit()) and not _SHORT.search(before)


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
