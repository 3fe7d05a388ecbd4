"""F007, F009, R010: a file that the theme names does not lie in the curriculum, or is no picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.model.theme import Attached

_OUTSIDE = re.compile(r"[/\\~]|[A-Za-z]+:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """Decks would lack the academy's logo, or look like nobody's; and a build reads files of the curriculum alone.

    Example, without a file curriculum/brand/logo.png::

        logo: brand/logo.png
    """
    theme = curriculum.theme
    for name, attached in (("logo", theme.logo), ("logo-on-dark", theme.logo_on_dark)):
        if attached is not None:
            yield from _missing(name, attached, "R010")
            if attached.data and not attached.data.startswith(_PICTURES):
                yield Finding(attached.at, "R010", f"`{attached.path}` is no PNG or JPEG", "save it as PNG")
    if theme.template is not None:
        yield from _missing("template", theme.template, "F007")


def _missing(name: str, attached: Attached, code: str) -> Iterator[Finding]:
    if _OUTSIDE.match(attached.path):
        message = f"`{name}` names `{attached.path}`, which leads out of the curriculum"
        yield Finding(attached.at, "F009", message, "copy the file into the curriculum, and name it from there: `brand/name`")
    elif not attached.data:
        where = "paths begin below curriculum/; put the file there, or correct the path"
        yield Finding(attached.at, code, f"there is no `curriculum/{attached.path}`", where)
