"""The empty presentation that every deck begins with: a script comes in, parts without slides go out."""

from __future__ import annotations

from functools import cache

from builders.targets.slides.opc import Parts
from builders.targets.slides.template.package import package

__all__ = ["template"]


@cache
def template(script: str) -> Parts:
    """The master, the named layouts, the notes master and the theme for a script (ISO 15924)."""
    return package(script)
