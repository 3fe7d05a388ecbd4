"""Which look a curriculum's decks have: its theme comes in, layouts, colours, sizes and measures of type go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from builders.model.theme import Theme
from builders.targets.slides.faces import measured
from builders.targets.slides.foreign.look import look_onto
from builders.targets.slides.frame import Frame
from builders.targets.slides.theme import DARK, FOOTER, LIGHT, SLOTS, HolderStyle, LayoutStyle, Look, theme

_MARK = 20  # points: the height of a mark
_BELOW = 12  # points between a logo, which may have a plate, and a mark


@lru_cache(maxsize=8)
def look_of(wanted: Theme) -> Look:
    """The look of a theme, made once for all decks of a build.

    Raises UnusableError for a template that nothing can be written onto; ``curriculum check`` reports it before decks are made.
    """
    usual = theme()
    if wanted.template is not None and wanted.template.data:
        return look_onto(usual, wanted)
    if wanted == Theme():
        return usual
    fonts = wanted.fonts
    return replace(
        usual,
        colours={slot: wanted.palette[name] for slot, name in SLOTS.items()},
        grounds=DARK if wanted.ground == "dark" else LIGHT,
        scripts=measured(usual.scripts, (fonts.latin, fonts.headings), (fonts.complex, *dict(fonts.scripts).values())),
        layouts=_beside_logo(usual) if wanted.logo else usual.layouts,
        theme=wanted,
    )


def _beside_logo(look: Look) -> Mapping[str, LayoutStyle]:
    """Layouts whose footers and marks leave the logo its place."""
    return {
        name: replace(
            layout,
            holders=tuple(_kept_off(layout, look, each) for each in layout.holders),
            corner=_under_logo(layout.corner, layout.logo if layout.plain else look.logo),
        )
        for name, layout in look.layouts.items()
    }


def _under_logo(corner: tuple[float, float], logo: Frame | None) -> tuple[float, float]:
    """The right end and the top of the marks, below a logo that stands there."""
    if logo is None or logo.y > corner[1] + _MARK or logo.bottom < corner[1]:
        return corner
    return logo.right, logo.bottom + _BELOW


def _kept_off(layout: LayoutStyle, look: Look, holder: HolderStyle) -> HolderStyle:
    logo = layout.logo if layout.plain else look.logo
    frame = holder.frame
    if logo is None or holder.idx != FOOTER or frame.bottom <= logo.y or frame.right <= logo.x:
        return holder
    return replace(holder, frame=replace(frame, w=logo.x - 8 - frame.x))
