"""The layouts of an academy's master: parts come in, layouts with their places, their ground and their room go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element

from builders.model.contrast import contrast
from builders.targets.slides.foreign.colours import Palette, palette
from builders.targets.slides.foreign.failure import SAVE_AGAIN, UnusableError
from builders.targets.slides.foreign.found import EDGES, TITLES, Found, Place
from builders.targets.slides.foreign.relations import Package
from builders.targets.slides.foreign.shapes import Mould, art, is_upright, moulds, parent_of, place_of
from builders.targets.slides.foreign.xml import a, p
from builders.targets.slides.frame import Frame

_MARGIN = 36  # points that stay free around content where no placeholder says where it may stand
_GAP = 8  # points between a title and what follows
_BACKDROP = 0.5  # of the page: art that is larger lies behind everything


def layouts_of(package: Package, master: str, page: tuple[float, float]) -> tuple[tuple[Found, ...], Palette]:
    """Every layout of a master, with the master's colours. Raises UnusableError for a master without theme or layouts."""
    root = package.tree(master)
    relations = {relation.id: relation for relation in package.relations(master)}
    theme = next((relation.target for relation in relations.values() if relation.kind == "theme"), None)
    if theme is None:
        raise UnusableError("its slide master has no theme", SAVE_AGAIN)
    colours = palette(package.tree(theme), root.find(p("clrMap")))
    tree = _tree(root, master)
    above = list(moulds(tree))
    parts = [relation.target for relation in relations.values() if relation.kind == "slideLayout"]
    return tuple(_layout(package, part, root, above, colours, page) for part in parts), colours


def _layout(package: Package, part: str, master: Element, above: list[Mould], colours: Palette, page: tuple[float, float]) -> Found:
    root = package.tree(part)
    data, tree = root.find(p("cSld")), _tree(root, part)
    found = list(moulds(tree))
    styles = master.find(p("txStyles"))
    places = [place_of(mould, parent_of(mould, above), styles, colours, page) for mould in found]
    shown = [*art(_tree(master, part)), *art(tree)] if root.get("showMasterSp", "1") not in {"0", "false"} else [*art(tree)]
    small = tuple(frame for frame, _ in shown if frame.w * frame.h < page[0] * page[1] * _BACKDROP)
    stage = _stage(places, small, page)
    behind = _behind(stage, shown, colours) or _ground(data, master, colours)
    return Found(
        part=part,
        name=(data.get("name", "") if data is not None else "").strip(),
        type=root.get("type", "").replace("cust", ""),
        places=tuple(_clear(place, places) for place in places),
        ground=behind or _from_title(places, colours),
        busy=behind is None,
        stage=stage,
        art=small,
        upright=all(is_upright(mould) for mould in found),
    )


def _tree(root: Element, part: str) -> Element:
    tree = root.find(f"{p('cSld')}/{p('spTree')}")
    if tree is None:
        raise UnusableError(f"its part `{part}` has no shapes", SAVE_AGAIN)
    return tree


def _stage(places: Iterable[Place], obstacles: Iterable[Frame], page: tuple[float, float]) -> Frame:
    """Where content has room: what the placeholders for content cover together, or else what title, furniture and art leave."""
    places = [place for place in places if place.frame.w > 0]
    contents = [place.frame for place in places if place.kind not in (*TITLES, *EDGES)]
    title = next((place.frame for place in places if place.kind in TITLES), None)
    edges = [place.frame for place in places if place.kind in EDGES and place.frame.y > page[1] / 2]
    floor = min([page[1] - _MARGIN, *(frame.y - _GAP / 2 for frame in edges)])
    if contents:
        room = _around(contents)
    else:
        left = title.x if title else _MARGIN
        right = title.right if title and title.w > page[0] * 0.6 else page[0] - left
        room = Frame(left, 0, right - left, floor)
        room = room.below((title.bottom if title else _MARGIN * 2) + _GAP)
    if title and title.y < room.y + room.h / 2 and room.y < title.bottom and contents:
        room = room.below(title.bottom + _GAP / 2 - room.y)
    room = room.tall(min(room.bottom, floor) - room.y)
    for obstacle in (*((title,) if title else ()), *(() if contents else obstacles)):
        room = _beside(room, obstacle)
    return room


def _around(frames: list[Frame]) -> Frame:
    left, top = min(frame.x for frame in frames), min(frame.y for frame in frames)
    return Frame(left, top, max(frame.right for frame in frames) - left, max(frame.bottom for frame in frames) - top)


def _beside(room: Frame, obstacle: Frame) -> Frame:
    """The largest part of some room that something in it leaves."""
    if obstacle.right <= room.x or obstacle.x >= room.right or obstacle.bottom <= room.y or obstacle.y >= room.bottom:
        return room
    parts = (
        Frame(room.x, room.y, obstacle.x - _GAP - room.x, room.h),
        Frame(obstacle.right + _GAP, room.y, room.right - obstacle.right - _GAP, room.h),
        room.tall(obstacle.y - _GAP - room.y),
        room.below(obstacle.bottom + _GAP - room.y),
    )
    return max(parts, key=lambda frame: max(frame.w, 0) * max(frame.h, 0))


def _clear(place: Place, places: Iterable[Place]) -> Place:
    """A place for content without what lies under the title or on the furniture; the layout then no longer settles it."""
    if place.kind in (*TITLES, *EDGES):
        return place
    frame = place.frame
    for other in places:
        if other.kind in TITLES and other.frame.y < frame.y + frame.h / 2:
            frame = frame.below(max(other.frame.bottom - frame.y, 0)) if _overlap(frame, other.frame) else frame
        elif other.kind in EDGES and other.frame.y > frame.y + frame.h / 2:
            frame = frame.tall(other.frame.y - frame.y) if _overlap(frame, other.frame) else frame
    return place if frame == place.frame else replace(place, frame=frame, settled=False)


def _overlap(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.5 and down > 0.5


def _behind(stage: Frame, shown: Iterable[tuple[Frame, Element]], colours: Palette) -> str | None:
    """The fill of the foremost shape on which the middle of the content stands."""
    x, y = stage.x + stage.w / 2, stage.y + stage.h / 2
    found = None
    for frame, shape in shown:
        if frame.x <= x <= frame.right and frame.y <= y <= frame.bottom:
            fill = shape.find(f"{p('spPr')}/{a('solidFill')}")
            found = colours.of(fill) or found
    return found


def _ground(data: Element | None, master: Element, colours: Palette) -> str | None:
    """The colour of the background, ``None`` for a picture or a gradient."""
    for holder in (data, master.find(p("cSld"))):
        ground = holder.find(p("bg")) if holder is not None else None
        if ground is not None:
            properties = ground.find(p("bgPr"))
            if properties is None:
                return colours.of(ground.find(p("bgRef")))
            return colours.of(properties.find(a("solidFill")))
    return colours.slots[colours.grounds["bg1"]]


def _from_title(places: Iterable[Place], colours: Palette) -> str:
    """A ground that nobody can tell: the opposite of the title, on which its designer made that readable."""
    title = next((place for place in places if place.kind in TITLES), None)
    light, dark = colours.slots["lt1"], colours.slots["dk1"]
    if title is None:
        return colours.slots[colours.grounds["bg1"]]
    return max((light, dark), key=lambda ground: contrast(title.colour, ground))
