"""The look of every deck: ``theme.toml`` comes in, typed layouts, placeholders, colours and sizes go out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builders.targets.slides.frame import Frame

TITLE, KICKER, FOOTER, NUMBER = 0, 10, 11, 12
"""The ``idx`` of the placeholders that every layout has."""


@dataclass(frozen=True, slots=True)
class HolderStyle:
    """A placeholder of a layout. ``kind`` is title, body, pic, tbl, chart, ftr or sldNum; ``bullets`` says whether its
    paragraphs are bullets unless they say otherwise; ``size`` is in points."""

    idx: int
    kind: str
    frame: Frame
    size: float
    colour: str = "dk1"
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    bullets: bool = False


@dataclass(frozen=True, slots=True)
class Art:
    """A shape that is drawn on a layout and says nothing. ``adjust`` are the adjust values of the preset shape, ``rotate``
    is in degrees clockwise."""

    shape: str
    frame: Frame
    fill: str
    adjust: tuple[int, ...] = ()
    rotate: int = 0
    text: str = ""
    size: float = 0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class LayoutStyle:
    """A layout. ``type`` is PresentationML's, empty for layouts of our own; ``plain`` ones go without the master's art."""

    name: str
    type: str
    ground: str
    plain: bool
    holders: tuple[HolderStyle, ...]
    art: tuple[Art, ...]

    def holder(self, idx: int) -> HolderStyle:
        return next(holder for holder in self.holders if holder.idx == idx)


@dataclass(frozen=True, slots=True)
class Script:
    """How a script is set: see ``theme.toml``."""

    natural: float
    spacing: float
    safety: float


@dataclass(frozen=True, slots=True)
class Theme:
    """``sizes`` has the sizes to try, largest first, for title, body and table."""

    name: str
    page: tuple[int, int]
    colours: Mapping[str, str]
    fonts: Mapping[str, str]
    scripts: Mapping[str, Script]
    sizes: Mapping[str, tuple[int, ...]]
    holders: tuple[HolderStyle, ...]
    art: tuple[Art, ...]
    layouts: Mapping[str, LayoutStyle]

    def script(self, name: str) -> Script:
        """How a script (ISO 15924) is set; unknown ones like Latin."""
        return self.scripts.get(name, self.scripts["Latn"])


_SHARED = {"title": "title", "kicker": "body", "footer": "ftr", "number": "sldNum"}


@cache
def theme() -> Theme:
    data = tomllib.loads((Path(__file__).parent / "theme.toml").read_text(encoding="utf-8"))
    return Theme(
        name=data["name"],
        page=(data["page"][0], data["page"][1]),
        colours=data["colours"],
        fonts=data["fonts"],
        scripts={name: Script(**values) for name, values in data["scripts"].items()},
        sizes={name: tuple(values) for name, values in data["sizes"].items()},
        holders=tuple(_holder(_SHARED[name], values) for name, values in data["holders"].items()),
        art=tuple(map(_art, data["master"]["art"])),
        layouts={name: _layout(name, values, data["holders"]) for name, values in data["layouts"].items()},
    )


def _layout(name: str, data: dict[str, Any], shared: dict[str, dict[str, Any]]) -> LayoutStyle:
    return LayoutStyle(
        name=name,
        type=data.get("type", ""),
        ground=data.get("ground", ""),
        plain=data.get("plain", False),
        holders=(
            *(_holder(kind, shared[key] | data.get(key, {})) for key, kind in _SHARED.items()),
            *(_holder("body", values) for values in data.get("body", ())),
        ),
        art=tuple(map(_art, data.get("art", ()))),
    )


def _holder(kind: str, data: dict[str, Any]) -> HolderStyle:
    return HolderStyle(**({"kind": kind} | data | {"frame": Frame(*data["frame"])}))


def _art(data: dict[str, Any]) -> Art:
    return Art(**(data | {"frame": Frame(*data["frame"]), "adjust": tuple(data.get("adjust", ()))}))
