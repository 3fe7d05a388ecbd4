"""The academy's logo: a look and a place come in, the XML of a picture goes out, with a light plate under it where it needs one."""

from __future__ import annotations

from builders.model.contrast import contrast
from builders.targets.slides.drawing.shapes import placed
from builders.targets.slides.drawing.xml import DECORATIVE, fill, geometry
from builders.targets.slides.frame import Frame
from builders.targets.slides.opc import Parts
from builders.targets.slides.pictures import fitted, pixels
from builders.targets.slides.template.names import MASTER
from builders.targets.slides.theme import LayoutStyle, Look

_FIRST_ID = 900  # of shapes, behind those of any layout
_EDGE = 5  # points by which the plate is larger than the logo
_DARK = 4.5  # contrast to white from which on a ground is dark


def logo_xml(look: Look, parts: Parts, layout: LayoutStyle | None = None) -> str:
    """The logo of a layout that goes without the master's, or of the master itself; nothing where there is none."""
    frame = layout.logo if layout is not None else look.logo
    if frame is None or look.theme.logo is None:
        return ""
    dark = contrast(look.seen(_under(layout, frame)), "FFFFFF") > _DARK
    chosen = (look.theme.logo_on_dark if dark else None) or look.theme.logo
    size = pixels(chosen.data)
    if size is None:
        return ""
    place = fitted(size, frame, across=1)
    plate = _plate(place) if dark and chosen is look.theme.logo else ""
    id = parts.links(layout.part if layout is not None else MASTER).to("image", parts.picture(chosen.data))
    return (
        f'{plate}<p:pic><p:nvPicPr><p:cNvPr id="{_FIRST_ID + 1}" name="Logo" descr="">{DECORATIVE}</p:cNvPr>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{placed(place)}{geometry('rect')}</p:spPr></p:pic>"
    )


def _under(layout: LayoutStyle | None, frame: Frame) -> str:
    """The colour behind a logo: of the last band that holds it, or of the ground."""
    bands = [art for art in layout.art if art.shape == "rect"] if layout is not None else []
    held = [band.fill for band in bands if band.frame.x <= frame.x < frame.right <= band.frame.right and band.frame.y <= frame.y]
    return next(reversed(held), (layout.ground if layout is not None else "") or "bg1")


def _plate(place: Frame) -> str:
    """A light ground for a logo that was made for paper."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{_FIRST_ID}" name="Plate">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{placed(place.inset(-_EDGE, -_EDGE))}{geometry("roundRect", (12_000,))}'
        f"{fill('lt1')}<a:ln><a:noFill/></a:ln></p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )
