"""The look of decks: ``theme.toml`` comes in, typed layouts, placeholders, colours and sizes go out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from builders.model.contrast import LEAST, blended, contrast
from builders.model.theme import Theme
from builders.targets.slides.frame import Frame

TITLE, KICKER, FOOTER, NUMBER = 0, 10, 11, 12
"""The ``idx`` of the placeholders that every layout has."""

SLOTS: Mapping[str, str] = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "deep",
    "lt2": "pale",
    "accent1": "main",
    "accent2": "highlight",
    "accent3": "second",
    "accent4": "right",
    "accent5": "caution",
    "accent6": "quiet",
    "hlink": "link",
    "folHlink": "visited",
}
"""The colours of a theme part in their order, with the names that authors use."""

LIGHT: Mapping[str, str] = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
"""What the ground and the words of slides are in a theme."""

DARK: Mapping[str, str] = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}

_FIXED = ("dk1", "lt1", "dk2", "lt2")


@dataclass(frozen=True, slots=True)
class HolderStyle:
    """A placeholder of a layout. ``kind`` is title, body, pic, tbl, chart, ftr or sldNum; ``bullets`` says whether its
    paragraphs are bullets unless they say otherwise; ``size`` is in points.

    ``target`` is the type and ``idx`` of the placeholder in the layout's part, ``None`` where it has none and the words stand in
    a box of their own. ``settled`` says that the layout's part gives its place.
    """

    idx: int
    kind: str
    frame: Frame
    size: float
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    bullets: bool = False
    target: tuple[str, int] | None = None
    settled: bool = True


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
    """A layout. ``label`` is what PowerPoint calls it; ``type`` is PresentationML's, empty for layouts of our own; ``plain`` ones
    go without the master's art.

    ``part`` is the name of its part in the package. ``stage`` is where its content stands, whatever that is; ``panels`` are
    shapes that slides draw themselves, because the layout's part does not; ``inked`` says that words name their colour, since the
    placeholders' own was made for another ground; ``corner`` is the right end and the top of the marks;
    ``logo`` is the logo's place on a layout that goes without the master's.
    """

    name: str
    label: str
    type: str
    ground: str
    plain: bool
    holders: tuple[HolderStyle, ...]
    art: tuple[Art, ...]
    part: str
    stage: Frame
    corner: tuple[float, float]
    panels: tuple[Art, ...] = ()
    inked: bool = False
    logo: Frame | None = None

    def holder(self, idx: int) -> HolderStyle:
        return next(holder for holder in self.holders if holder.idx == idx)


@dataclass(frozen=True, slots=True)
class Script:
    """How a script is set: see ``theme.toml``."""

    natural: float
    spacing: float
    safety: float


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """``colours`` are those of the theme part by its names; ``grounds`` says which of them ``bg1``, ``tx1``, ``bg2`` and ``tx2``
    are. ``sizes`` has the sizes to try, largest first, for title, body and table. ``logo`` is its place on the master, ``header``
    the fill of a table's first row. ``ours`` says that layouts and master are those of ``theme.toml`` and not an academy's."""

    name: str
    page: tuple[float, float]
    colours: Mapping[str, str]
    grounds: Mapping[str, str]
    scripts: Mapping[str, Script]
    sizes: Mapping[str, tuple[int, ...]]
    holders: tuple[HolderStyle, ...]
    art: tuple[Art, ...]
    layouts: Mapping[str, LayoutStyle]
    logo: Frame | None = None
    header: str = "dk2"
    theme: Theme = field(default_factory=Theme)
    ours: bool = True

    def script(self, name: str) -> Script:
        """How a script (ISO 15924) is set; unknown ones like Latin."""
        return self.scripts.get(name, self.scripts["Latn"])

    def seen(self, name: str, ground: str = "bg1") -> str:
        """A colour as RRGGBB; one with a share as it is seen on the ground."""
        base, _, share = name.partition("/")
        value = self.colours[self.grounds.get(base, base)]
        return blended(value, self.seen(ground), int(share) / 100) if share else value

    def legible(self, words: str, fill: str, ground: str = "bg1") -> str:
        """The colour for words on a fill (empty: on the ground itself): the one that is asked for, or one that can be read.

        What stands on the ground or on a tint of it takes the name that goes with the ground, so that it turns with the ground
        when somebody changes that in PowerPoint.
        """
        return _legible(self, words, fill or ground or "bg1", ground or "bg1")


@lru_cache(maxsize=4096)
def _legible(look: Look, words: str, fill: str, ground: str) -> str:
    turning = {name: role for role, name in LIGHT.items()}
    fixed = fill.partition("/")[0] in _FIXED or ("/" in fill and ground in _FIXED)
    wanted = words if fixed else turning.get(words, words)
    under = look.seen(fill, ground)
    candidates = (wanted, words, *_FIXED) if fixed else (wanted, words, "tx1", "bg1", *_FIXED)
    found = (name for name in candidates if contrast(look.seen(name), under) >= LEAST)
    return next(found, max(candidates, key=lambda name: contrast(look.seen(name), under)))


_SHARED = {"title": "title", "kicker": "body", "footer": "ftr", "number": "sldNum"}


@cache
def measures() -> dict[str, Any]:
    """``theme.toml`` as it stands there."""
    return tomllib.loads((Path(__file__).parent / "theme.toml").read_text(encoding="utf-8"))


@cache
def theme() -> Look:
    """The look of decks whose academy has said nothing about it."""
    data = measures()
    usual = Theme()
    return Look(
        name=data["name"],
        page=(data["page"][0], data["page"][1]),
        colours={slot: usual.palette[name] for slot, name in SLOTS.items()},
        grounds=LIGHT,
        scripts={name: Script(**values) for name, values in data["scripts"].items()},
        sizes={name: tuple(values) for name, values in data["sizes"].items()},
        holders=tuple(_holder(_SHARED[name], values) for name, values in data["holders"].items()),
        art=tuple(map(_art, data["master"]["art"])),
        logo=Frame(*data["master"]["logo"]),
        layouts={
            name: _layout(name, values, data["holders"], f"ppt/slideLayouts/slideLayout{at}.xml")
            for at, (name, values) in enumerate(data["layouts"].items(), start=1)
        },
    )


def _layout(name: str, data: dict[str, Any], shared: dict[str, dict[str, Any]], part: str) -> LayoutStyle:
    holders = (
        *(_holder(kind, shared[key] | data.get(key, {})) for key, kind in _SHARED.items()),
        *(_holder("body", values) for values in data.get("body", ())),
    )
    own = [holder for holder in holders if holder.idx not in {TITLE, KICKER, FOOTER, NUMBER}]
    plain = data.get("plain", False)
    kicker = next(holder for holder in holders if holder.idx == KICKER)
    return LayoutStyle(
        name=name,
        label=data.get("label", name.replace("-", " ").capitalize()),
        type=data.get("type", ""),
        ground=data.get("ground", ""),
        plain=plain,
        holders=holders,
        art=tuple(map(_art, data.get("art", ()))),
        part=part,
        stage=Frame(*data["stage"]) if "stage" in data else own[0].frame,
        corner=(912, kicker.frame.y if kicker.frame.h <= 24 else 28),
        logo=Frame(*data["logo"]) if "logo" in data else None,
    )


def _holder(kind: str, data: dict[str, Any]) -> HolderStyle:
    values = {"kind": kind} | data | {"frame": Frame(*data["frame"])}
    return HolderStyle(**values, target=(values["kind"], values["idx"]))


def _art(data: dict[str, Any]) -> Art:
    return Art(**(data | {"frame": Frame(*data["frame"]), "adjust": tuple(data.get("adjust", ()))}))
