"""Connectors as DrawingML: an arrow between two cards comes in, a connector glued to both goes out."""

from __future__ import annotations

from collections.abc import Mapping

from builders.targets.slides.drawing.xml import DECORATIVE, fill
from builders.targets.slides.frame import emu
from builders.targets.slides.page import Connector, Joint


def connector(box: Connector, number: int, anchors: Mapping[str, int]) -> str:
    """``number`` is the shape's id on the slide; ``anchors`` are the ids of the cards by name.

    Offices route a connector as they like, so a way through given points is a line with an arrow's head instead.
    """
    name = f'<p:cNvPr id="{number}" name="Arrow {number}">{DECORATIVE}</p:cNvPr>'
    if box.via:
        return f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_path(box)}<a:noFill/>{_line(box)}</p:spPr></p:sp>"
    ends = f"{_glue('stCxn', box.start, anchors)}{_glue('endCxn', box.end, anchors)}"
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{name}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{_bent(box) if box.bend else _straight(box)}{_line(box)}</p:spPr></p:cxnSp>"
    )


def _line(box: Connector) -> str:
    return f'<a:ln w="22225">{fill(box.colour)}<a:round/><a:tailEnd type="triangle"/></a:ln>'


def _glue(tag: str, joint: Joint, anchors: Mapping[str, int]) -> str:
    return f'<a:{tag} id="{anchors[joint.card]}" idx="{int(joint.side)}"/>' if joint.card in anchors else ""


def _straight(box: Connector) -> str:
    left, top = min(box.start.x, box.end.x), min(box.start.y, box.end.y)
    flips = (' flipH="1"' if box.end.x < box.start.x else "") + (' flipV="1"' if box.end.y < box.start.y else "")
    size = f'<a:ext cx="{emu(abs(box.end.x - box.start.x))}" cy="{emu(abs(box.end.y - box.start.y))}"/>'
    place = f'<a:xfrm{flips}><a:off x="{emu(left)}" y="{emu(top)}"/>{size}</a:xfrm>'
    return f'{place}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'


def _bent(box: Connector) -> str:
    """A ``bentConnector3`` runs level, upright, level in its own frame; turned by a quarter it runs down, across, down. Its frame
    is given as it would lie unturned, around the same middle (ECMA-376, 20.1.7.6)."""
    along, across = box.end.y - box.start.y, abs(box.end.x - box.start.x)
    middle = ((box.start.x + box.end.x) / 2, (box.start.y + box.end.y) / 2)
    flip = ' flipV="1"' if box.end.x >= box.start.x else ""  # a quarter clockwise goes down and to the left
    place = f'<a:off x="{emu(middle[0] - along / 2)}" y="{emu(middle[1] - across / 2)}"/>'
    size = f'<a:ext cx="{emu(along)}" cy="{emu(across)}"/>'
    share = round(box.bend / along * 100_000)
    return (
        f'<a:xfrm rot="5400000"{flip}>{place}{size}</a:xfrm>'
        f'<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val {share}"/></a:avLst></a:prstGeom>'
    )


def _path(box: Connector) -> str:
    """A line of its own (ECMA-376, 20.1.9.8)."""
    points = ((box.start.x, box.start.y), *box.via, (box.end.x, box.end.y))
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = emu(max(x for x, _ in points) - left), emu(max(y for _, y in points) - top)
    tags = ("moveTo", *("lnTo" for _ in points[1:]))
    steps = "".join(
        f'<a:{tag}><a:pt x="{emu(x - left)}" y="{emu(y - top)}"/></a:{tag}>' for tag, (x, y) in zip(tags, points, strict=True)
    )
    return (
        f'<a:xfrm><a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/>'
        '<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}" fill="none">{steps}</a:path></a:pathLst></a:custGeom>'
    )
