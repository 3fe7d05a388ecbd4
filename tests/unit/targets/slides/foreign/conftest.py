"""Templates of academies that do not exist: what a presentation should be like comes in, its bytes go out."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from builders.diagnostics.location import Location
from builders.model.text import Named
from builders.model.theme import Attached, Theme

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_SPACES = (
    f'{_A} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-IN"/><a:t>‹#›</a:t></a:fld>'
_ACCENTS = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7)) + ' hlink="hlink" folHlink="folHlink"'
_PAPER = f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {_ACCENTS}/>'

Frame = tuple[float, float, float, float]
Holder = tuple[str, int, Frame | None]
"""Type (empty: takes anything), idx, place in points or None for the master's."""
Related = tuple[str, str, str, bool]
"""Id, kind, target, whether that is outside."""

EDGES: tuple[Holder, ...] = (("dt", 10, None), ("ftr", 11, None), ("sldNum", 12, None))
BLUE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip


@dataclass
class Layout:
    """``inside`` is more XML for its shape tree, ``related`` are its relationships besides the master."""

    name: str
    type: str = ""
    holders: tuple[Holder, ...] = ()
    inside: str = ""
    related: tuple[Related, ...] = ()


@dataclass
class Sketch:
    """A presentation in the making. ``parts`` are added, or take the place of others, with their content types."""

    layouts: list[Layout]
    size: tuple[float, float] = (960, 540)
    title: Frame | None = (66, 28, 828, 90)
    body: Frame = (66, 140, 828, 340)
    colours: Mapping[str, str] = field(default_factory=lambda: dict(BLUE))
    dark: bool = False
    fonts: tuple[str, str] = ("Arial", "Arial")
    notes: bool = False
    kind: str = "presentation"
    inside: str = ""
    ground: str = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    related: tuple[Related, ...] = ()
    in_theme: str = ""
    parts: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def made(self) -> bytes:
        files: dict[str, tuple[str, bytes]] = {
            "_rels/.rels": ("", _rels([("rId1", "officeDocument", "ppt/presentation.xml", False)]))
        }
        related: list[Related] = [("rId1", "slideMaster", "slideMasters/slideMaster1.xml", False)]
        related += [("rId2", "notesMaster", "notesMasters/notesMaster1.xml", False)] if self.notes else []
        _add(files, "ppt/presentation.xml", f"{_MAIN}.{self.kind}.main+xml", self._presentation(), related)
        layouts = [
            (f"rId{at}", "slideLayout", f"../slideLayouts/slideLayout{at}.xml", False) for at, _ in enumerate(self.layouts, 1)
        ]
        related = [*layouts, ("rId99", "theme", "../theme/theme1.xml", False), *self.related]
        _add(files, "ppt/slideMasters/slideMaster1.xml", f"{_MAIN}.slideMaster+xml", self._master(), related)
        for at, layout in enumerate(self.layouts, start=1):
            related = [("rId1", "slideMaster", "../slideMasters/slideMaster1.xml", False), *layout.related]
            _add(files, f"ppt/slideLayouts/slideLayout{at}.xml", f"{_MAIN}.slideLayout+xml", _layout(layout), related)
        _add(files, "ppt/theme/theme1.xml", _THEME, self._theme(), [])
        if self.notes:
            related = [("rId1", "theme", "../theme/theme2.xml", False)]
            _add(files, "ppt/notesMasters/notesMaster1.xml", f"{_MAIN}.notesMaster+xml", _notes(), related)
            _add(files, "ppt/theme/theme2.xml", _THEME, self._theme(), [])
        return packed(files | self.parts)

    def _presentation(self) -> str:
        wide, high = (round(length * 12_700) for length in self.size)
        notes = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' if self.notes else ""
        return (
            f'<p:presentation {_SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>{notes}'
            f'<p:sldSz cx="{wide}" cy="{high}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
        )

    def _master(self) -> str:
        third, low = self.size[0] / 3, self.size[1] - 40
        holders: list[Holder] = [("title", 0, self.title)] if self.title else []
        holders += [("body", 1, self.body), ("dt", 2, (20, low, third - 40, 28)), ("ftr", 3, (third, low, third, 28))]
        holders += [("sldNum", 4, (2 * third + 20, low, third - 40, 28))]
        shapes = "".join(_holder(holder, at) for at, holder in enumerate(holders, start=2))
        ids = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at + 1}"/>' for at in range(len(self.layouts)))
        level = '<a:lvl1pPr><a:defRPr sz="{}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        styles = f"<p:titleStyle>{level.format(4000)}</p:titleStyle><p:bodyStyle>{level.format(2800)}</p:bodyStyle><p:otherStyle/>"
        turned = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' if self.dark else 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
        return (
            f"<p:sldMaster {_SPACES}><p:cSld>{self.ground}<p:spTree>{_TREE}{self.inside}{shapes}</p:spTree></p:cSld>"
            f"<p:clrMap {turned} {_ACCENTS}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles>"
            "</p:sldMaster>"
        )

    def _theme(self) -> str:
        colours = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in self.colours.items())
        major, minor = (f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface="Nirmala UI"/>' for name in self.fonts)
        fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
        line = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        return (
            f'<a:theme {_A} name="Academy"><a:themeElements><a:clrScheme name="x">{colours}</a:clrScheme><a:fontScheme name="x">'
            f'<a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme><a:fmtScheme name="x">'
            f"<a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>{self.in_theme}</a:theme>"
        )


def _layout(layout: Layout) -> str:
    kind = f' type="{layout.type}"' if layout.type else ""
    shapes = "".join(_holder(holder, at) for at, holder in enumerate(layout.holders, start=2))
    return (
        f'<p:sldLayout {_SPACES}{kind}><p:cSld name="{layout.name}"><p:spTree>{_TREE}{layout.inside}{shapes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _notes() -> str:
    shapes = _holder(("sldImg", 2, (54, 54, 432, 243)), 2) + _holder(("body", 1, (54, 360, 432, 300)), 3)
    return f"<p:notesMaster {_SPACES}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>{_PAPER}</p:notesMaster>"


def _holder(holder: Holder, number: int) -> str:
    kind, idx, frame = holder
    type = f' type="{kind}"' if kind else ""
    place = "" if kind in {"title", "ctrTitle"} else f' idx="{idx}"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Holder {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph{type}{place}/></p:nvPr></p:nvSpPr><p:spPr>{_placed(frame) if frame else ''}</p:spPr><p:txBody><a:bodyPr/>"
        f"<a:lstStyle/><a:p>{_NUMBER if kind == 'sldNum' else ''}</a:p></p:txBody></p:sp>"
    )


def _placed(frame: Frame) -> str:
    x, y, w, h = (round(length * 12_700) for length in frame)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _add(files: dict[str, tuple[str, bytes]], name: str, type: str, xml: str, related: list[Related]) -> None:
    files[name] = (type, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}'.encode())
    folder, _, file = name.rpartition("/")
    if related:
        files[f"{folder}/_rels/{file}.rels"] = ("", _rels(related))


def _rels(related: list[Related]) -> bytes:
    outside = ' TargetMode="External"'
    entries = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"{outside if external else ""}/>'
        for id, kind, target, external in related
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'.encode()


def packed(files: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Parts by name, with their content types, as a package."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{type}"/>' for name, (type, _) in files.items() if type)
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{type}"/>'
        for ending, type in (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("png", "image/png"))
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>')
        for name, (_, data) in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def png(wide: int, high: int, *, level: int = 9) -> bytes:
    """A grey picture, light on the right; at level 0 it takes three bytes a pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    row = b"\0" + bytes(255 * at // wide for at in range(wide) for _ in range(3))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * high, level)) + chunk(b"IEND", b"")


def picture(id: str, frame: Frame, *, linked: bool = False) -> str:
    """A picture on a master or layout, by its relationship."""
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="50" name="Picture"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:{"link" if linked else "embed"}="{id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{_placed(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def rectangle(colour: str, frame: Frame) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="60" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_placed(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def office(**changes: Any) -> Sketch:
    """A template like those that PowerPoint begins with."""
    title, left, right = ("title", 0, None), (66.0, 140.0, 400.0, 340.0), (494.0, 140.0, 400.0, 340.0)
    layouts = [
        Layout("Title Slide", "title", (("ctrTitle", 0, (120, 90, 720, 180)), ("subTitle", 1, (120, 290, 720, 130)), *EDGES)),
        Layout("Title and Content", "obj", (title, ("", 1, None), *EDGES)),
        Layout("Section Header", "secHead", (("title", 0, (66, 130, 828, 210)), ("body", 1, (66, 350, 828, 110)), *EDGES)),
        Layout("Two Content", "twoObj", (title, ("", 1, left), ("", 2, right), *EDGES)),
        Layout("Comparison", "twoTxTwoObj", (title, ("body", 1, (66, 130, 400, 60)), ("", 2, (66, 195, 400, 290)),
                                             ("body", 3, (494, 130, 400, 60)), ("", 4, (494, 195, 400, 290)), *EDGES)),
        Layout("Title Only", "titleOnly", (title, *EDGES)),
        Layout("Blank", "blank", EDGES),
    ]  # fmt: skip
    return Sketch(**({"layouts": layouts} | changes))


@dataclass(frozen=True)
class Tools:
    """What templates are made with."""

    office: Callable[..., Sketch] = office
    sketch: type[Sketch] = Sketch
    layout: type[Layout] = Layout
    packed: Callable[..., bytes] = packed
    png: Callable[..., bytes] = png
    picture: Callable[..., str] = picture
    rectangle: Callable[..., str] = rectangle
    edges: tuple[Holder, ...] = EDGES
    colours: Mapping[str, str] = field(default_factory=lambda: dict(BLUE))


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools()


@pytest.fixture(scope="session")
def onto() -> Callable[..., Theme]:
    """The theme of a curriculum whose decks are written onto a template; keywords name its layouts."""

    def theme(data: bytes, **layouts: str) -> Theme:
        at = Location("curriculum/curriculum.yaml", 5, 11)
        named = tuple(
            (name.replace("_", "-"), Named(value, Location("curriculum/theme.yaml", line)))
            for line, (name, value) in enumerate(layouts.items(), start=2)
        )
        return Theme(template=Attached("templates/academy.potx", data, at), layouts=named)

    return theme
