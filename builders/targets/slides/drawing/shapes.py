"""The boxes of a page as DrawingML: a box and its place in the reading order come in, a shape, picture, table or connector
goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from builders.targets.slides.drawing.connectors import connector
from builders.targets.slides.drawing.text import LIGHT, Linker, click, paragraphs
from builders.targets.slides.drawing.xml import CHART, DECORATIVE, fill, geometry, quoted
from builders.targets.slides.frame import Frame, emu
from builders.targets.slides.page import Box, Card, Cell, Chart, Connector, Grid, Holder, Photo, Row
from builders.targets.slides.theme import LayoutStyle

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
TABLE_STYLE = "{7C1D4E94-16E8-4871-9E0F-667316294A00}"
"""The id of our table style."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a box is drawn into: the layout, the spacing of lines, and where links, pictures and charts get their
    relationships."""

    layout: LayoutStyle
    spacing: float
    link: Linker
    picture: Callable[[bytes], str]
    chart: Callable[[Chart], str]


def shape(box: Box, number: int, around: Surroundings, anchors: Mapping[str, int]) -> str:
    """A box as an element of the shape tree; ``number`` is its id on the slide, ``anchors`` are those of its cards by name."""
    match box:
        case Holder():
            return _holder(box, number, around)
        case Card():
            return _card(box, number, around)
        case Grid():
            return _grid(box, number, around)
        case Photo():
            return _photo(box, number, around)
        case Chart():
            return _chart(box, number, around)
        case Connector():
            return connector(box, number, anchors)


def placed(frame: Frame, tag: str = "a:xfrm") -> str:
    return f'<{tag}><a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/><a:ext cx="{emu(frame.w)}" cy="{emu(frame.h)}"/></{tag}>'  #


def placeholder(kind: str, idx: int) -> str:
    """The reference from a shape to its placeholder on the layout."""
    if kind in {"title", "ctrTitle"}:
        return f'<p:ph type="{kind}"/>'
    if kind == "body":
        return f'<p:ph type="body" idx="{idx}"/>'
    return f'<p:ph type="{kind}" sz="quarter" idx="{idx}"/>'


def _holder(box: Holder, number: int, around: Surroundings) -> str:
    style = around.layout.holder(box.idx)
    name = {0: "Title", 10: "Heading above the title", 11: "Footer", 12: "Slide number"}.get(box.idx, f"Text {box.idx}")
    lines = box.lines
    if style.colour in LIGHT and any(run.link for line in lines for run in line.runs):
        lines = tuple(replace(line, colour=line.colour or style.colour) for line in lines)
    words = paragraphs(lines, around.link, bulleted=style.bullets, default=style.size)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(style.kind, box.idx)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{placed(box.frame) if box.frame else ''}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _card(box: Card, number: int, around: Surroundings) -> str:
    target = around.link(box.link) if box.link else ""
    jump = click(target, jumps=True) if target else ""
    text_box = ' txBox="1"' if not box.fill and not box.outline else ""
    line = f'<a:ln w="19050">{fill(box.outline)}</a:ln>' if box.outline else "<a:ln><a:noFill/></a:ln>"
    across, down = emu(box.inset[0]), emu(box.inset[1])
    insets = f'lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}"'
    words = paragraphs(box.lines, around.link, spacing=around.spacing) or "<a:p/>"
    unsaid = "" if box.lines else DECORATIVE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(box.name)}">{jump}{unsaid}</p:cNvPr>'
        f"<p:cNvSpPr{text_box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{placed(box.frame)}{geometry(box.shape, box.adjust)}{fill(box.fill)}{line}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {insets} anchor="{box.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{words}</p:txBody></p:sp>"
    )


def _grid(box: Grid, number: int, around: Surroundings) -> str:
    holder = f"<p:nvPr>{placeholder('tbl', box.idx)}</p:nvPr>" if box.idx >= 0 else "<p:nvPr/>"
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in box.columns)
    first = ' firstRow="1"' if box.header else ""
    rows = "".join(_row(row, around) for row in box.rows)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table" descr="{quoted(box.description)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{holder}</p:nvGraphicFramePr>'
        f'{placed(box.frame, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}">'
        f'<a:tbl><a:tblPr{first} bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: Row, around: Surroundings) -> str:
    cells = "".join(_cell(cell, around) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: Cell, around: Surroundings) -> str:
    span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    words = paragraphs(cell.lines, around.link, spacing=around.spacing) or "<a:p/>"
    inside = fill(cell.fill) if cell.fill else ""
    margins = f'marL="{emu(10)}" marR="{emu(8)}" marT="{emu(4)}" marB="{emu(4)}"'
    covered = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>' * (cell.span - 1)
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr {margins} anchor="ctr">{inside}</a:tcPr></a:tc>{covered}'
    )


def _photo(box: Photo, number: int, around: Surroundings) -> str:
    relationship = around.picture(box.data)
    holder = f"<p:nvPr>{placeholder('pic', box.idx)}</p:nvPr>" if box.idx >= 0 else "<p:nvPr/>"
    left, top, right, bottom = (round(share * 100_000) for share in box.cut)
    cut = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(box.cut) else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture" descr="{quoted(box.alt)}"/>'
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{holder}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relationship}"/>{cut}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{placed(box.frame)}{geometry('rect')}</p:spPr></p:pic>"
    )


def _chart(box: Chart, number: int, around: Surroundings) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Chart" descr="{quoted(box.description)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{placeholder('chart', box.idx)}</p:nvPr></p:nvGraphicFramePr>"
        f'{placed(box.frame, "p:xfrm")}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{around.chart(box)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
