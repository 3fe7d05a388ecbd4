"""The empty presentation that every deck begins with: a script comes in, the bytes of a PPTX without slides go out."""

from __future__ import annotations

from functools import cache

from builders.targets.slides.template.package import package

__all__ = ["template"]


@cache
def template(script: str) -> bytes:
    """The master, the named layouts, the notes master and the theme for a script (ISO 15924)."""
    return package(script)
