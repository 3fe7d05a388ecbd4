"""The notes master: nothing comes in, the XML of the page goes out that a slide's notes are printed on."""

from __future__ import annotations

from builders.targets.slides.drawing.shapes import placed
from builders.targets.slides.drawing.slides import NOTES_FRAME, ROOT
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, NO_INSETS, geometry
from builders.targets.slides.frame import Frame

PAGE = (540, 780)
"""Width and height of a notes page in points."""

_COLOURS = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def notes_master_xml() -> str:
    picture = placed(Frame(90, 48, 360, 202.5))
    words = placed(NOTES_FRAME)
    level = f'<a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{_FACES}</a:defRPr>'
    levels = "".join(f'<a:lvl{at}pPr marL="{(at - 1) * 228600}" algn="l">{level}</a:lvl{at}pPr>' for at in range(1, 6))
    return (
        f'{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{ROOT}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{picture}{geometry("rect")}'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{words}{geometry('rect')}</p:spPr>"
        f"<p:txBody><a:bodyPr {NO_INSETS}/><a:lstStyle/>"
        '<a:p><a:r><a:rPr lang="en-IN"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
        f"</p:spTree></p:cSld>{_COLOURS}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
