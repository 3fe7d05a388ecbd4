"""The boxes of a page as DrawingML: a box and its place in the reading order come in, a shape, picture, table or connector
goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from builders.targets.slides.drawing.connectors import connector
from builders.targets.slides.drawing.text import FACES, HEADING_FACES, LIGHT, Linker, click, paragraphs
from builders.targets.slides.drawing.xml import CHART, DECORATIVE, NO_INSETS, fill, geometry, quoted
from builders.targets.slides.frame import Frame, emu
from builders.targets.slides.page import Box, Card, Cell, Chart, Connector, Grid, Holder, Line, Photo, Row
from builders.targets.slides.theme import FOOTER, KICKER, NUMBER, TITLE, Art, HolderStyle, LayoutStyle, Look

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
TABLE_STYLE = "{7C1D4E94-16E8-4871-9E0F-667316294A00}"
"""The id of our table style."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a box is drawn into: the look and the layout, the spacing of lines, and where links, pictures and charts get their
    relationships."""

    look: Look
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


def art_xml(art: Art, number: int) -> str:
    """A shape that says nothing to who cannot see it, on a layout or on a slide."""
    frame = placed(art.frame).replace("<a:xfrm>", f'<a:xfrm rot="{art.rotate * 60_000}">') if art.rotate else placed(art.frame)
    words = "<a:p><a:endParaRPr/></a:p>"
    if art.text:
        look = f'<a:rPr lang="en-IN" sz="{round(art.size * 100)}" b="1">{fill(art.colour)}{FACES}</a:rPr>'
        words = f'<a:p><a:pPr algn="ctr"/><a:r>{look}<a:t>{quoted(art.text)}</a:t></a:r></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Art {number}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame}{geometry(art.shape, art.adjust)}{fill(art.fill)}'
        f'<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr {NO_INSETS} anchor="ctr"/><a:lstStyle/>{words}</p:txBody></p:sp>'
    )


def placeholder(kind: str, idx: int) -> str:
    """The reference from a shape to its placeholder on the layout; of a kind that may hold anything where that is empty."""
    if not kind:
        return f'<p:ph idx="{idx}"/>'
    if kind in {"title", "ctrTitle"}:
        return f'<p:ph type="{kind}"/>'
    if kind == "body":
        return f'<p:ph type="body" idx="{idx}"/>'
    return f'<p:ph type="{kind}" sz="quarter" idx="{idx}"/>'


def _holder(box: Holder, number: int, around: Surroundings) -> str:
    style = around.layout.holder(box.idx)
    name = {0: "Title", 10: "Heading above the title", 11: "Footer", 12: "Slide number"}.get(box.idx, f"Text {box.idx}")
    if style.target is None:
        return _text_box(box, style, name, number, around)
    ours = around.look.ours
    lines = box.lines
    if ours and style.colour in LIGHT and any(run.link for line in lines for run in line.runs):
        lines = tuple(replace(line, colour=line.colour or style.colour) for line in lines)
    if around.layout.inked and box.idx not in {TITLE, KICKER, FOOTER, NUMBER}:
        lines = tuple(
            replace(line, colour=around.look.legible(line.colour or style.colour, "", around.layout.ground)) for line in lines
        )
    words = paragraphs(
        lines,
        around.link,
        bulleted=style.bullets,
        default=style.size if ours else 0,
        spacing=0 if ours else around.spacing,
        faces=HEADING_FACES if box.idx == TITLE else FACES,
    )
    frame = box.frame or (None if style.settled else style.frame)
    body = "<a:bodyPr/>" if ours else f"<a:bodyPr{f' {NO_INSETS}' if frame else ''}><a:normAutofit/></a:bodyPr>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(*style.target)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{placed(frame) if frame else ''}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _text_box(box: Holder, style: HolderStyle, name: str, number: int, around: Surroundings) -> str:
    """What stands in no placeholder, since the academy's layout has none for it."""
    lines = tuple(
        replace(
            line,
            size=line.size or style.size,
            colour=line.colour or style.colour,
            align=line.align or style.align,
            runs=tuple(replace(run, bold=run.bold or style.bold) for run in line.runs),
        )
        for line in box.lines
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{placed(box.frame or style.frame)}{geometry('rect')}<a:noFill/></p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {NO_INSETS} anchor="{style.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(lines, around.link, spacing=around.spacing)}</p:txBody></p:sp>"
    )


def _reference(around: Surroundings, kind: str, idx: int) -> str:
    """The placeholder of a table, chart or picture, where it has one."""
    if idx < 0:
        return "<p:nvPr/>"
    if around.look.ours:
        return f"<p:nvPr>{placeholder(kind, idx)}</p:nvPr>"
    target = around.layout.holder(idx).target
    return f"<p:nvPr>{placeholder(*target)}</p:nvPr>" if target else "<p:nvPr/>"


def _inked(lines: Iterable[Line], fill: str, around: Surroundings, usual: str = "tx1") -> list[Line]:
    """Lines in colours that can be read on a fill. ``usual`` is the colour of a line that names none."""
    inked = []
    for line in lines:
        found = around.look.legible(line.colour or usual, fill, around.layout.ground)
        inked.append(line if found == (line.colour or usual) else replace(line, colour=found))
    return inked


def _card(box: Card, number: int, around: Surroundings) -> str:
    target = around.link(box.link) if box.link else ""
    jump = click(target, jumps=True) if target else ""
    text_box = ' txBox="1"' if not box.fill and not box.outline else ""
    line = f'<a:ln w="19050">{fill(box.outline)}</a:ln>' if box.outline else "<a:ln><a:noFill/></a:ln>"
    across, down = emu(box.inset[0]), emu(box.inset[1])
    insets = f'lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}"'
    words = paragraphs(_inked(box.lines, box.fill, around), around.link, spacing=around.spacing) or "<a:p/>"
    unsaid = "" if box.lines else DECORATIVE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(box.name)}">{jump}{unsaid}</p:cNvPr>'
        f"<p:cNvSpPr{text_box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{placed(box.frame)}{geometry(box.shape, box.adjust)}{fill(box.fill)}{line}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {insets} anchor="{box.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{words}</p:txBody></p:sp>"
    )


def _grid(box: Grid, number: int, around: Surroundings) -> str:
    holder = _reference(around, "tbl", box.idx)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in box.columns)
    first = ' firstRow="1"' if box.header else ""
    rows = "".join(_row(row, around, around.look.header if box.header and not at else "bg1") for at, row in enumerate(box.rows))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table" descr="{quoted(box.description)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{holder}</p:nvGraphicFramePr>'
        f'{placed(box.frame, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}">'
        f'<a:tbl><a:tblPr{first} bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: Row, around: Surroundings, ground: str) -> str:
    cells = "".join(_cell(cell, around, ground) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: Cell, around: Surroundings, ground: str) -> str:
    span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    words = paragraphs(_inked(cell.lines, cell.fill or ground, around), around.link, spacing=around.spacing) or "<a:p/>"
    inside = fill(cell.fill) if cell.fill else ""
    margins = f'marL="{emu(10)}" marR="{emu(8)}" marT="{emu(4)}" marB="{emu(4)}"'
    covered = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>' * (cell.span - 1)
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr {margins} anchor="ctr">{inside}</a:tcPr></a:tc>{covered}'
    )


def _photo(box: Photo, number: int, around: Surroundings) -> str:
    relationship = around.picture(box.data)
    holder = _reference(around, "pic", box.idx)
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
        f"{_reference(around, 'chart', box.idx)}</p:nvGraphicFramePr>"
        f'{placed(box.frame, "p:xfrm")}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{around.chart(box)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
