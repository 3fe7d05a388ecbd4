"""The colours of an academy's theme: elements of DrawingML come in, RRGGBB goes out."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.xml import a, number
from builders.targets.slides.theme import LIGHT, SLOTS

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_NAMED = {"white": "FFFFFF", "black": "000000", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00"}
_SYSTEM = {"window": "FFFFFF", "windowText": "000000"}
_WHOLE = 100_000  # a hundred per cent


@dataclass(frozen=True, slots=True)
class Palette:
    """``slots`` are the colours of the theme part as RRGGBB; ``roles`` say which of them a master's ``bg1``, ``tx1``, ``bg2``,
    ``tx2`` and accents are."""

    slots: Mapping[str, str]
    roles: Mapping[str, str]

    @property
    def grounds(self) -> dict[str, str]:
        return {role: self.roles.get(role, slot) for role, slot in LIGHT.items()}

    def of(self, element: Element | None) -> str | None:
        """The colour inside a fill or another element that holds one, ``None`` where there is none that can be told."""
        for child in element if element is not None else ():
            value = self._value(child)
            if value is not None:
                return _changed(value, child)
        return None

    def _value(self, colour: Element) -> str | None:
        found = colour.get("val", "")
        match colour.tag.rpartition("}")[2]:
            case "srgbClr":
                return found.upper() if _HEX.match(found) else None
            case "schemeClr":
                return self.slots.get(self.roles.get(found, found))
            case "sysClr":
                last = colour.get("lastClr", "")
                return last.upper() if _HEX.match(last) else _SYSTEM.get(found)
            case "prstClr":
                return _NAMED.get(found)
        return None


def palette(theme: Element, colour_map: Element | None) -> Palette:
    """The colours of a theme part under a master's map. Raises UnusableError for a theme that lacks one."""
    scheme = theme.find(f".//{a('clrScheme')}")
    bare = Palette({}, {})
    slots = {slot: bare.of(scheme.find(a(slot)) if scheme is not None else None) for slot in SLOTS}
    missing = [slot for slot, value in slots.items() if value is None]
    if missing:
        raise UnusableError(
            f"its theme has no colour `{missing[0]}`",
            "choose the theme's colours anew in PowerPoint, in the view of the slide master",
        )
    roles = dict(LIGHT) | (dict(colour_map.attrib) if colour_map is not None else {})
    return Palette(
        {slot: value for slot, value in slots.items() if value}, {role: slot for role, slot in roles.items() if slot in SLOTS}
    )


def _changed(value: str, colour: Element) -> str:
    """A colour made lighter or darker (ECMA-376, 20.1.2.3); what else may be done to it leaves it readable as it is."""
    for change in colour:
        share = number(change, "val", _WHOLE) / _WHOLE
        match change.tag.rpartition("}")[2]:
            case "lumMod":
                value = _lit(value, share, 0)
            case "lumOff":
                value = _lit(value, 1, share)
            case "shade":
                value = _mixed(value, "000000", share)
            case "tint":
                value = _mixed(value, "FFFFFF", share)
    return value


def _lit(value: str, times: float, plus: float) -> str:
    hue, light, full = colorsys.rgb_to_hls(*(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    red_green_blue = colorsys.hls_to_rgb(hue, min(max(light * times + plus, 0), 1), full)
    return "".join(f"{round(part * 255):02X}" for part in red_green_blue)


def _mixed(value: str, other: str, share: float) -> str:
    pairs = ((int(value[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in pairs)
