"""What decks are written onto: parts without slides, and the main part that lists them once there are some."""

from __future__ import annotations

from dataclasses import dataclass

from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES
from builders.targets.slides.frame import emu
from builders.targets.slides.opc import OFFICE, PACKAGE, Parts
from builders.targets.slides.template.levels import default_levels

MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
PRESENTATION = "ppt/presentation.xml"
CORE = "docProps/core.xml"

_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


@dataclass(frozen=True, slots=True)
class Base:
    """``masters`` are the ids and names of the slide masters; ``notes`` and ``handouts`` the names of the other two. ``page`` and
    ``paper`` are the sizes of slides and of notes pages in points."""

    parts: Parts
    masters: tuple[tuple[int, str], ...]
    notes: str
    handouts: str
    page: tuple[float, float]
    paper: tuple[float, float]


def add_frame(parts: Parts) -> None:
    """The parts that every presentation has besides its masters."""
    parts.links().to("officeDocument", PRESENTATION)
    parts.links().to(f"{PACKAGE}/relationships/metadata/core-properties", CORE)
    parts.links().to("extended-properties", "docProps/app.xml")
    kind = OFFICE.replace("relationships", "extended-properties")
    parts.add("docProps/app.xml", _APP, f'{DECLARATION}<Properties xmlns="{kind}"/>')
    for name, tag in (("presProps", "presentationPr"), ("viewProps", "viewPr")):
        parts.add(f"ppt/{name}.xml", f"{MAIN}.{name}+xml", f"{DECLARATION}<p:{tag} {NAMESPACES}/>")
        parts.links(PRESENTATION).to(name, f"ppt/{name}.xml")


def presentation_xml(base: Base, parts: Parts, *, slides: str = "", extension: str = "") -> str:
    """The main part of a presentation that began with a base (ECMA-376, 19.2.1.26), with the list of slides and the extension
    at its end."""
    links = parts.links(PRESENTATION)
    masters = "".join(f'<p:sldMasterId id="{id}" r:id="{links.to("slideMaster", name)}"/>' for id, name in base.masters)
    listed = f"<p:sldIdLst>{slides}</p:sldIdLst>" if slides else ""
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{links.to("notesMaster", base.notes)}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{links.to("handoutMaster", base.handouts)}"/></p:handoutMasterIdLst>'
        f'{listed}<p:sldSz cx="{emu(base.page[0])}" cy="{emu(base.page[1])}"/>'
        f'<p:notesSz cx="{emu(base.paper[0])}" cy="{emu(base.paper[1])}"/>'
        f"<p:defaultTextStyle>{default_levels()}</p:defaultTextStyle>{extension}</p:presentation>"
    )
