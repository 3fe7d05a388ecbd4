"""Whole parts of a deck: a page comes in, the XML of its slide and of its notes page goes out."""

from __future__ import annotations

from dataclasses import replace

from builders.rendering.languages import language
from builders.rendering.paragraphs import HEADING
from builders.targets.slides.drawing.shapes import Surroundings, art_xml, placeholder, shape
from builders.targets.slides.drawing.text import Linker, paragraphs
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, number_field
from builders.targets.slides.fitting import Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.metrics import width
from builders.targets.slides.page import Box, Card, Holder, Line, Page, Words
from builders.targets.slides.theme import FOOTER, KICKER, NUMBER, TITLE, LayoutStyle, theme

NOTES_FRAME = Frame(54, 270, 432, 462)
"""Where the words stand on a printed notes page of 540 by 780 points."""

ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
"""The group that every shape tree begins with."""

_MARK_SIZE = 12
_NOTES_SIZES = (12, 11, 10)
_FEW = 1000  # characters that fit the page at any rate
_SETTER = Setter(theme().script("Deva"))


def slide_xml(page: Page, number: int, around: Surroundings) -> bytes:
    """The slide part: title first, so that it is read first."""
    boxes: list[Box] = [Holder(TITLE, (page.title,), page.place)]
    if page.kicker is not None:
        boxes.append(Holder(KICKER, (page.kicker,)))
    boxes += _marks(page.marks, around.layout)
    boxes += page.boxes
    if around.layout.holder(FOOTER).target is not None:
        boxes.append(Holder(FOOTER, (page.footer,)))
    panels = "".join(art_xml(panel, at) for at, panel in enumerate(around.layout.panels, start=2))
    first = len(around.layout.panels) + 2
    anchors = {box.name: at for at, box in enumerate(boxes, start=first) if isinstance(box, Card)}
    shapes = panels + "".join(shape(box, at, around, anchors) for at, box in enumerate(boxes, start=first))
    shapes += _slide_number(len(boxes) + first, number, page.footer.language, around.layout)
    show = ' show="0"' if page.hidden else ""
    return (
        f"{DECLARATION}<p:sld {NAMESPACES}{show}><p:cSld><p:spTree>{ROOT}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    ).encode()


def notes_xml(notes: tuple[Line, ...], link: Linker) -> bytes:
    """The notes page: a picture of the slide and the trainer's words."""
    words = paragraphs(_fitted(notes), link) or "<a:p/>"
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{ROOT}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()


def _fitted(notes: tuple[Line, ...]) -> tuple[Line, ...]:
    """Notes at the largest size at which the printed page holds them; very long ones run over it at the smallest."""
    sized: tuple[Line, ...] = ()
    for size in _NOTES_SIZES:
        sized = tuple(replace(line, size=size, before=6 if line.kind == HEADING else 2) for line in notes)
        if sum(len(line.text) for line in notes) < _FEW or _SETTER.height(sized, NOTES_FRAME.w) <= NOTES_FRAME.h:
            break
    return sized


def _marks(marks: tuple[Line, ...], layout: LayoutStyle) -> list[Card]:
    """Small tags in the corner, from the right to the left."""
    cards: list[Card] = []
    right, top = layout.corner
    for mark in marks:
        wide = width(mark.text, True) * _MARK_SIZE * 1.08 + 18
        frame = Frame(right - wide, top, wide, 20)
        line = Line((Words(mark.text, bold=True),), mark.language, size=_MARK_SIZE, align="ctr")
        cards.append(Card("Mark", frame, (line,), "roundRect", fill="bg2", outline="accent2", inset=(4, 0), adjust=(50_000,)))
        right -= wide + 8
    return cards


def _slide_number(at: int, number: int, code: str, layout: LayoutStyle) -> str:
    target = layout.holder(NUMBER).target
    if target is None:
        return ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(*target)}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{number_field(language(code).tag, str(number))}</p:txBody></p:sp>"
    )
