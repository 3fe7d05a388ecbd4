"""The slide master and its layouts: a look comes in, the XML of their parts goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builders.targets.slides.drawing.shapes import art_xml, placed, placeholder
from builders.targets.slides.drawing.slides import ROOT
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, NO_INSETS, fill, geometry, number_field, quoted
from builders.targets.slides.template.levels import default_levels, levels, list_style
from builders.targets.slides.theme import SLOTS, Art, HolderStyle, LayoutStyle, Look, Script

_PROMPTS = {"title": "Title", "body": "Text", "pic": "Picture", "tbl": "Table", "chart": "Chart", "ftr": "", "sldNum": ""}
_FIRST_LAYOUT_ID = 2_147_483_649  # ECMA-376, 19.7.13: 2^31 and above


def master_xml(look: Look, script: Script, logo: str) -> str:
    """The master: ground, art, the shared placeholders, the text styles. The layouts are the first of its relationships."""
    body = look.layouts["bullets"].holder(1)
    title = look.holders[0]
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + at}" r:id="rId{at + 1}"/>'
        for at in range(len(look.layouts))  #
    )
    # One placeholder of each type on a master: what stands above the title is the layouts' own.
    holders = (title, body, *(holder for holder in look.holders if holder.kind in {"ftr", "sldNum"}))
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}>{_slide_data('', 'bg1', look.art, holders, logo)}"
        f"{colour_map(look.grounds)}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{levels(title, spacing=script.spacing)}</p:titleStyle>"
        f"<p:bodyStyle>{levels(body, spacing=script.spacing)}</p:bodyStyle><p:otherStyle>{default_levels()}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def colour_map(grounds: Mapping[str, str]) -> str:
    """Which colours of the theme ground and words are (ECMA-376, 19.3.1.6)."""
    turned = "".join(f' {role}="{slot}"' for role, slot in grounds.items())
    others = "".join(f' {slot}="{slot}"' for slot in SLOTS if slot not in grounds.values())
    return f"<p:clrMap{turned}{others}/>"


def layout_xml(layout: LayoutStyle, logo: str) -> str:
    """A layout with its name, its art and its placeholders. LibreOffice loses the ground of one that is called `table`, in small
    letters: it has a style of that name."""
    kind = f' type="{layout.type}"' if layout.type else ""
    plain = ' showMasterSp="0"' if layout.plain else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{kind}{plain} preserve="1" userDrawn="1">'
        f"{_slide_data(layout.label, layout.ground, layout.art, layout.holders, logo)}"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _slide_data(name: str, ground: str, art: Iterable[Art], holders: Iterable[HolderStyle], logo: str) -> str:
    named = f' name="{quoted(name)}"' if name else ""
    return f"<p:cSld{named}>{_ground(ground) if ground else ''}<p:spTree>{ROOT}{_tree(art, holders, logo)}</p:spTree></p:cSld>"


def _ground(colour: str) -> str:
    return f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _tree(art: Iterable[Art], holders: Iterable[HolderStyle], logo: str) -> str:
    shapes = [art_xml(piece, at) for at, piece in enumerate(art, start=2)]
    shapes.append(logo)
    shapes += [_holder(holder, at) for at, holder in enumerate(holders, start=len(shapes) + 1)]
    return "".join(shapes)


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
