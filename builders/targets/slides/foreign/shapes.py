"""Shapes on an academy's master and layouts: elements come in, placeholders with what they inherit and art go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from builders.targets.slides.foreign.colours import Palette
from builders.targets.slides.foreign.found import TITLES, Place
from builders.targets.slides.foreign.xml import a, number, p
from builders.targets.slides.frame import EMU, Frame

_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))  # ECMA-376, 21.1.2.1.1
_SIZES = {"title": 44.0, "body": 28.0}
_CAPITALS = 1.3  # how much wider words are in capitals


@dataclass(frozen=True, slots=True)
class Mould:
    """A placeholder as it stands in one part: ``frame`` is ``None`` where it inherits its place."""

    kind: str
    idx: int
    frame: Frame | None
    turned: bool
    element: Element


def frame_of(properties: Element | None) -> tuple[Frame | None, bool]:
    """The place of a shape in points, and whether it is turned."""
    transform = properties.find(a("xfrm")) if properties is not None else None
    if transform is None:
        return None, False
    off, ext = transform.find(a("off")), transform.find(a("ext"))
    frame = Frame(*(number(element, key) / EMU for element, key in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))))
    return frame, number(transform, "rot") != 0


def moulds(tree: Element) -> Iterator[Mould]:
    """The placeholders of a shape tree."""
    for shape in tree:
        mark = shape.find(f"./*/{p('nvPr')}/{p('ph')}")
        if mark is not None:
            frame, turned = frame_of(shape.find(p("spPr")))
            kind = mark.get("type", "")
            yield Mould("" if kind == "obj" else kind, number(mark, "idx"), frame, turned, shape)


def parent_of(mould: Mould, master: list[Mould]) -> Mould | None:
    """What a layout's placeholder inherits from: a title from the title, furniture from its like, everything else from the body
    (ECMA-376, 19.3.1.36)."""
    wanted = "title" if mould.kind in TITLES else mould.kind if mould.kind in {"dt", "ftr", "sldNum", "hdr"} else "body"
    return next((found for found in master if found.kind == wanted), None)


def place_of(mould: Mould, parent: Mould | None, styles: Element | None, palette: Palette, page: tuple[float, float]) -> Place:
    """A placeholder with all that it inherits; one without a place gets an empty frame."""
    turned = mould.turned if mould.frame else bool(parent and parent.turned)
    given = mould.frame or (parent.frame if parent else None)
    chain = [element for element in (mould.element, parent.element if parent else None) if element is not None]
    inner = _inner(given, chain, page) if given else Frame(0, 0, 0, 0)
    level = [style for element in chain if (style := element.find(f".//{a('lstStyle')}/{a('lvl1pPr')}")) is not None]
    kind = "title" if mould.kind in TITLES else "body"
    general = styles.find(f"{p(kind + 'Style')}/{a('lvl1pPr')}") if styles is not None else None
    level += [general] if general is not None and mould.kind not in {"dt", "ftr", "sldNum", "hdr"} else []
    runs = [run for style in level if (run := style.find(a("defRPr"))) is not None]
    size = next((number(run, "sz") / 100 for run in runs if run.get("sz")), _SIZES[kind])
    caps = next((run.get("cap") for run in runs if run.get("cap")), "none") != "none"
    colours = (palette.of(fill) for run in runs if (fill := run.find(a("solidFill"))) is not None)
    whole = given is not None and not turned and _on_page(given, page)
    return Place(
        kind=mould.kind,
        idx=mould.idx,
        frame=Frame(inner.x, inner.y, inner.w / _CAPITALS, inner.h) if caps else inner,
        size=size,
        bold=next((run.get("b") for run in runs if run.get("b")), "0") in {"1", "true"},
        caps=caps,
        colour=next((colour for colour in colours if colour), palette.slots[palette.grounds["tx1"]]),
        align=next((style.get("algn", "") for style in level if style.get("algn")), "l"),
        settled=whole,
    )


def is_upright(mould: Mould) -> bool:
    """Whether words run from left to right in it."""
    body = mould.element.find(f"{p('txBody')}/{a('bodyPr')}")
    return body is None or body.get("vert", "horz") == "horz"


def art(tree: Element) -> Iterator[tuple[Frame, Element]]:
    """The shapes and pictures that are drawn there for good, from behind to the front."""
    for shape in tree:
        if shape.find(f"./*/{p('nvPr')}/{p('ph')}") is None:
            properties = shape.find(p("spPr"))
            frame, _ = frame_of(properties if properties is not None else shape.find(p("grpSpPr")))
            if frame is not None:
                yield frame, shape


def _inner(frame: Frame, chain: list[Element], page: tuple[float, float]) -> Frame:
    """Where words stand in a placeholder: within its margins and on the page."""
    bodies = [body for element in chain if (body := element.find(f"{p('txBody')}/{a('bodyPr')}")) is not None]
    left, top, right, bottom = (
        next((number(body, key) for body in bodies if body.get(key)), usual) / EMU for key, usual in _INSETS
    )
    begin = (max(frame.x + left, 0), max(frame.y + top, 0))
    end = (min(frame.right - right, page[0]), min(frame.bottom - bottom, page[1]))
    return Frame(*begin, max(end[0] - begin[0], 0), max(end[1] - begin[1], 0))


def _on_page(frame: Frame, page: tuple[float, float]) -> bool:
    return frame.x >= -0.5 and frame.y >= -0.5 and frame.right <= page[0] + 0.5 and frame.bottom <= page[1] + 0.5
