"""Small pieces of XML that every part needs: values come in, escaped markup goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def quoted(text: str) -> str:
    """Text for an element or an attribute, without the characters that XML 1.0 forbids."""
    return escape(_FORBIDDEN.sub("", text), quote=True)


def colour(name: str) -> str:
    """A colour of the theme; ``accent1/15`` is a tint: 15 per cent of the colour, the rest is what lies under it."""
    base, _, share = name.partition("/")
    if not share:
        return f'<a:schemeClr val="{base}"/>'
    return f'<a:schemeClr val="{base}"><a:alpha val="{int(share) * 1000}"/></a:schemeClr>'


def fill(name: str) -> str:
    """A solid fill, none for an empty name."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that a shape tells nothing ([MS-ODRAWXML], 5.32), so that nobody is asked for its alternative text."""

NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
"""Placeholders have no margins: words stand where the theme file says."""


def geometry(shape: str, adjust: Sequence[int] = ()) -> str:
    """A preset shape; ``adjust`` are its adjust values, of which a single one goes by another name (ECMA-376, 20.1.9)."""
    names = ["adj"] if len(adjust) == 1 else [f"adj{at}" for at in range(1, len(adjust) + 1)]
    values = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in zip(names, adjust, strict=True))
    return f'<a:prstGeom prst="{shape}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def number_field(tag: str, shown: str) -> str:
    """The field that shows a slide's number, in the language of a BCP 47 tag."""
    return (
        '<a:p><a:fld id="{5D1E0B6A-16A2-4E87-9B0F-1D4E94E8871E}" type="slidenum">'
        f'<a:rPr lang="{tag}"/><a:t>{shown}</a:t></a:fld><a:endParaRPr lang="{tag}"/></a:p>'
    )
