"""What is printed: nothing comes in, the XML of the masters of notes pages and of handouts goes out.

Paper is light whatever the ground of the slides is, so both have a colour map of their own.
"""

from __future__ import annotations

from builders.targets.slides.drawing.shapes import placed
from builders.targets.slides.drawing.slides import NOTES_FRAME, ROOT
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, NO_INSETS, fill, geometry, number_field
from builders.targets.slides.frame import Frame
from builders.targets.slides.template.levels import faces
from builders.targets.slides.template.master import colour_map
from builders.targets.slides.theme import LIGHT

PAPER = (540, 780)
"""Width and height of a printed page in points."""

_GROUND = f"<p:bg><p:bgPr>{fill('bg1')}<a:effectLst/></p:bgPr></p:bg>"
_EDGES = (("hdr", 54, 14, "l"), ("dt", 324, 14, "r"), ("ftr", 54, 748, "l"), ("sldNum", 324, 748, "r"))


def notes_master_xml() -> str:
    """The page that a slide's notes are printed on (ECMA-376, 19.3.1.27): the slide above, the trainer's words below."""
    style = f'<a:defRPr sz="1200">{fill("tx1")}{faces()}</a:defRPr>'
    levels = "".join(f'<a:lvl{at}pPr marL="{(at - 1) * 228600}" algn="l">{style}</a:lvl{at}pPr>' for at in range(1, 6))
    slide = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{placed(Frame(90, 48, 360, 202.5))}{geometry("rect")}'
        f'<a:noFill/><a:ln w="9525">{fill("accent6")}</a:ln></p:spPr></p:sp>'
    )
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{placed(NOTES_FRAME)}{geometry('rect')}</p:spPr>"
        f"<p:txBody><a:bodyPr {NO_INSETS}/><a:lstStyle/>"
        '<a:p><a:r><a:rPr lang="en-IN"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    tree = f"{slide}{words}{_edges(first=4, idx=10)}"
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>{_GROUND}<p:spTree>{ROOT}{tree}</p:spTree></p:cSld>"
        f"{colour_map(LIGHT)}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def handout_master_xml() -> str:
    """The page that several slides are printed on (ECMA-376, 19.3.1.24): PowerPoint puts the slides there."""
    tree = _edges(first=2, idx=0)
    return (
        f"{DECLARATION}<p:handoutMaster {NAMESPACES}><p:cSld>{_GROUND}<p:spTree>{ROOT}{tree}</p:spTree></p:cSld>"
        f"{colour_map(LIGHT)}</p:handoutMaster>"
    )


def _edges(*, first: int, idx: int) -> str:
    """Header, date, footer and number along the edges of the paper."""
    shapes = []
    for at, (kind, left, top, align) in enumerate(_EDGES):
        number = f' idx="{idx + at}"' if idx + at else ""
        words = number_field("en-IN", "‹#›") if kind == "sldNum" else "<a:p><a:endParaRPr/></a:p>"
        style = f'<a:lvl1pPr algn="{align}"><a:defRPr sz="1000">{fill("tx1")}{faces()}</a:defRPr></a:lvl1pPr>'
        shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{first + at}" name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}" sz="quarter"{number}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{placed(Frame(left, top, 162, 18))}{geometry('rect')}</p:spPr>"
            f'<p:txBody><a:bodyPr {NO_INSETS} anchor="ctr"/><a:lstStyle>{style}</a:lstStyle>{words}</p:txBody></p:sp>'
        )
    return "".join(shapes)
