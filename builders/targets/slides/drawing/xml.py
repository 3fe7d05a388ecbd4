"""Small pieces of XML that every part needs: values come in, escaped markup goes out."""

from __future__ import annotations

import re
from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def quoted(text: str) -> str:
    """Text for an element or an attribute, without the characters that XML 1.0 forbids."""
    return escape(_FORBIDDEN.sub("", text), quote=True)


def colour(name: str) -> str:
    """A colour of the theme; ``accent1/15`` is a tint: 15 per cent of the colour, the rest white."""
    base, _, share = name.partition("/")
    if not share:
        return f'<a:schemeClr val="{base}"/>'
    kept = int(share) * 1000
    return f'<a:schemeClr val="{base}"><a:lumMod val="{kept}"/><a:lumOff val="{100_000 - kept}"/></a:schemeClr>'


def fill(name: str) -> str:
    """A solid fill, none for an empty name."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"
