"""``theme.yaml`` and the template that curriculum.yaml names: views and the curriculum's files come in, the theme goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builders.model.text import Named
from builders.model.theme import Attached, Colour, Fonts, Theme
from builders.reading.decode.words import Words
from builders.reading.document import View

_TOP = "curriculum/"
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})\Z")


def decode_theme(view: View, programme: View, media: Mapping[str, bytes], words: Words) -> Theme:
    """What the files do not say is as in a Theme by itself. ``media`` are files by their path relative to the root."""
    return Theme(
        colours=_colours(view),
        ground="dark" if view.string("ground") == "dark" else "light",
        fonts=_fonts(view),
        logo=_attached(view, "logo", media),
        logo_on_dark=_attached(view, "logo-on-dark", media),
        footer=words.optional(view, "footer"),
        template=_attached(programme, "template", media),
        layouts=_named(view, "layouts"),
        at=view.at,
    )


def _colours(view: View) -> tuple[Colour, ...]:
    """Those that can be read: the schema has reported the others."""
    found = view.get("colours")
    given = [(name, _COLOUR.match(str(inner.data)), inner.at) for name, inner in found.children()] if found else []
    return tuple(Colour(name, match[1].upper(), at) for name, match, at in given if match)


def _fonts(view: View) -> Fonts:
    found, usual = view.get("fonts"), Fonts()
    if found is None:
        return usual
    return Fonts(
        latin=found.string("latin", usual.latin),
        headings=found.string("headings"),
        complex=found.string("complex", usual.complex),
        scripts=tuple({**dict(usual.scripts), **dict(_named(found, "scripts"))}.items()),
    )


def _named(view: View, key: str) -> tuple[tuple[str, str], ...]:
    found = view.get(key)
    if found is None:
        return ()
    return tuple((name, Named(inner.data, inner.at)) for name, inner in found.children() if isinstance(inner.data, str))


def _attached(view: View, key: str, media: Mapping[str, bytes]) -> Attached | None:
    found = view.get(key)
    if found is None or not isinstance(found.data, str):
        return None
    return Attached(found.data, media.get(_TOP + found.data, b""), found.at)
