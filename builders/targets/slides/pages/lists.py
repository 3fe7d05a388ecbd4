"""Lists as their points: paragraphs come in, groups of an outermost point with what belongs to it go out."""

from __future__ import annotations

from collections.abc import Sequence

from builders.rendering.paragraphs import BULLET, NUMBER
from builders.targets.slides.page import Line


def points(lines: Sequence[Line]) -> list[list[Line]]:
    """Nothing where some paragraph belongs to no point."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.level == 0 and line.kind in {BULLET, NUMBER}:
            groups.append([line])
        elif groups and line.level > 0:
            groups[-1].append(line)
        else:
            return []
    return groups
