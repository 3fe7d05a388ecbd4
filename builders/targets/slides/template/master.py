"""The slide master and its layouts: the theme file comes in, the XML of their parts goes out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.targets.slides.drawing.shapes import placed, placeholder
from builders.targets.slides.drawing.slides import ROOT
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, NO_INSETS, fill, geometry, number_field, quoted
from builders.targets.slides.template.levels import default_levels, levels, list_style
from builders.targets.slides.theme import Art, HolderStyle, LayoutStyle, Script, theme

_COLOURS = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_PROMPTS = {"title": "Title", "body": "Text", "pic": "Picture", "tbl": "Table", "chart": "Chart", "ftr": "", "sldNum": ""}
_FIRST_LAYOUT_ID = 2_147_483_649  # ECMA-376, 19.7.13: 2^31 and above


def master_xml(script: Script) -> str:
    """The master: ground, art, the shared placeholders, the text styles."""
    style = theme()
    body = style.layouts["bullets"].holder(1)
    title = style.holders[0]
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + at}" r:id="rId{at + 1}"/>'
        for at in range(len(style.layouts))  #
    )
    # One placeholder of each type on a master: what stands above the title is the layouts' own.
    holders = (title, body, *(holder for holder in style.holders if holder.kind in {"ftr", "sldNum"}))
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}>{_slide_data('', 'lt1', style.art, holders)}"
        f"{_COLOURS}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{levels(title, spacing=script.spacing)}</p:titleStyle>"
        f"<p:bodyStyle>{levels(body, spacing=script.spacing)}</p:bodyStyle><p:otherStyle>{default_levels()}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def layout_xml(layout: LayoutStyle) -> str:
    """A layout with its name, its art and its placeholders."""
    kind = f' type="{layout.type}"' if layout.type else ""
    plain = ' showMasterSp="0"' if layout.plain else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{kind}{plain} preserve="1" userDrawn="1">'
        f"{_slide_data(layout.name, layout.ground, layout.art, layout.holders)}"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _slide_data(name: str, ground: str, art: Iterable[Art], holders: Iterable[HolderStyle]) -> str:
    named = f' name="{quoted(name)}"' if name else ""
    return f"<p:cSld{named}>{_ground(ground) if ground else ''}<p:spTree>{ROOT}{_tree(art, holders)}</p:spTree></p:cSld>"


def _ground(colour: str) -> str:
    return f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _tree(art: Iterable[Art], holders: Iterable[HolderStyle]) -> str:
    shapes = [_art(piece, at) for at, piece in enumerate(art, start=2)]
    shapes += [_holder(holder, at) for at, holder in enumerate(holders, start=len(shapes) + 2)]
    return "".join(shapes)


def _art(art: Art, number: int) -> str:
    frame = placed(art.frame).replace("<a:xfrm>", f'<a:xfrm rot="{art.rotate * 60_000}">') if art.rotate else placed(art.frame)
    words = "<a:p><a:endParaRPr/></a:p>"
    if art.text:
        look = f'<a:rPr lang="en-IN" sz="{round(art.size * 100)}" b="1">{fill(art.colour)}</a:rPr>'
        words = f'<a:p><a:pPr algn="ctr"/><a:r>{look}<a:t>{quoted(art.text)}</a:t></a:r></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Art {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{frame}{geometry(art.shape, art.adjust)}{fill(art.fill)}<a:ln><a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr {NO_INSETS} anchor="ctr"/><a:lstStyle/>{words}</p:txBody></p:sp>'
    )


def _holder(holder: HolderStyle, number: int) -> str:
    words = "<a:p><a:endParaRPr/></a:p>"
    if holder.kind == "sldNum":
        words = number_field("en-IN", "‹#›")
    elif _PROMPTS[holder.kind]:
        words = f'<a:p><a:r><a:rPr lang="en-IN"/><a:t>{_PROMPTS[holder.kind]}</a:t></a:r></a:p>'
    fitted = "<a:normAutofit/>" if holder.kind in {"title", "body"} else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.kind} {holder.idx}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(holder.kind, holder.idx)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{placed(holder.frame)}{geometry('rect')}</p:spPr>"
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" {NO_INSETS} anchor="{holder.anchor}">{fitted}</a:bodyPr>'
        f"{list_style(holder)}{words}</p:txBody></p:sp>"
    )
