"""Text styles with their levels: a placeholder's look comes in, list styles of DrawingML go out."""

from __future__ import annotations

from builders.targets.slides.breaking import INDENT
from builders.targets.slides.drawing.text import BULLETS, bullet
from builders.targets.slides.drawing.xml import fill
from builders.targets.slides.fitting import SMALLEST
from builders.targets.slides.frame import emu
from builders.targets.slides.theme import HolderStyle


def faces(holder: HolderStyle | None = None) -> str:
    """The theme's fonts: those for headings in a title."""
    kind = "mj" if holder is not None and holder.kind == "title" else "mn"
    return f'<a:latin typeface="+{kind}-lt"/><a:ea typeface="+{kind}-ea"/><a:cs typeface="+{kind}-cs"/>'


def list_style(holder: HolderStyle) -> str:
    """The ``a:lstStyle`` of a placeholder on a layout."""
    return f"<a:lstStyle>{levels(holder, spacing=0)}</a:lstStyle>"


def levels(holder: HolderStyle, *, spacing: float) -> str:
    """``a:lvl1pPr`` and further levels: bullets with sub-points a little smaller, or one plain level."""
    if not holder.bullets:
        return _level(holder, 0, spacing)
    return "".join(_level(holder, level, spacing) for level in range(len(BULLETS)))


def _level(holder: HolderStyle, level: int, spacing: float) -> str:
    size = max(min(holder.size, SMALLEST), holder.size - 2 * level)
    left, first = (emu(INDENT * (level + 1)), -emu(INDENT)) if holder.bullets else (0, 0)
    mark = bullet(level) if holder.bullets else "<a:buNone/>"
    lines = f'<a:lnSpc><a:spcPct val="{round(spacing * 100_000)}"/></a:lnSpc>' if spacing else ""
    bold = ' b="1"' if holder.bold else ' b="0"'
    return (
        f'<a:lvl{level + 1}pPr marL="{left}" indent="{first}" algn="{holder.align}">{lines}{mark}'
        f'<a:defRPr sz="{round(size * 100)}"{bold}>{fill(holder.colour)}{faces(holder)}</a:defRPr></a:lvl{level + 1}pPr>'
    )


def default_levels() -> str:
    """Nine plain levels for whatever is no placeholder."""
    return "".join(
        f'<a:lvl{level}pPr marL="0" algn="l"><a:defRPr sz="1800">{fill("tx1")}{faces()}</a:defRPr></a:lvl{level}pPr>'  #
        for level in range(1, 10)
    )
