"""The empty presentation that a deck begins with: a look and a script come in, parts without slides go out."""

from __future__ import annotations

from functools import lru_cache

from builders.targets.slides.foreign.package import package as foreign_package
from builders.targets.slides.template.base import Base
from builders.targets.slides.template.package import package
from builders.targets.slides.theme import Look


@lru_cache(maxsize=16)
def empty(look: Look, script: str) -> Base:
    """Masters, layouts and themes for a script (ISO 15924), made once and copied by every deck."""
    return package(look, script) if look.ours else foreign_package(look)
