"""Our own template: a look and a script come in, parts with their relationships go out."""

from __future__ import annotations

from builders.targets.slides.opc import Parts
from builders.targets.slides.template.base import MAIN, PRESENTATION, THEME, Base, add_frame, presentation_xml
from builders.targets.slides.template.fonts import theme_xml
from builders.targets.slides.template.logo import logo_xml
from builders.targets.slides.template.master import layout_xml, master_xml
from builders.targets.slides.template.names import HANDOUTS, MASTER, NOTES
from builders.targets.slides.template.paper import PAPER, handout_master_xml, notes_master_xml
from builders.targets.slides.template.tables import table_styles_xml
from builders.targets.slides.theme import Look

_MASTER_ID = 2_147_483_648  # ECMA-376, 19.7.14: 2^31 and above


def package(look: Look, script: str) -> Base:
    """A presentation without slides."""
    parts = Parts()
    add_frame(parts)
    parts.add("ppt/tableStyles.xml", f"{MAIN}.tableStyles+xml", table_styles_xml(look))
    parts.links(PRESENTATION).to("tableStyles", "ppt/tableStyles.xml")
    for layout in look.layouts.values():
        parts.links(layout.part).to("slideMaster", MASTER)
        parts.links(MASTER).to("slideLayout", layout.part)
        parts.add(layout.part, f"{MAIN}.slideLayout+xml", layout_xml(layout, logo_xml(look, parts, layout)))
    parts.links(MASTER).to("theme", "ppt/theme/theme1.xml")
    parts.add("ppt/theme/theme1.xml", THEME, theme_xml(look))
    parts.add(MASTER, f"{MAIN}.slideMaster+xml", master_xml(look, look.script(script), logo_xml(look, parts)))
    add_paper(parts, look)
    base = Base(parts, ((_MASTER_ID, MASTER),), NOTES, HANDOUTS, look.page, PAPER)
    parts.add(PRESENTATION, f"{MAIN}.presentation.main+xml", presentation_xml(base, parts))
    return base


def add_paper(parts: Parts, look: Look, *, notes: bool = True, handouts: bool = True) -> None:
    """The masters of what is printed, each with a theme of its own, as PowerPoint wants it."""
    wanted = ((notes, NOTES, notes_master_xml, "notesMaster", 2), (handouts, HANDOUTS, handout_master_xml, "handoutMaster", 3))
    for wish, name, xml, kind, number in wanted:
        if wish:
            theme = f"ppt/theme/theme{number}.xml"
            while parts.has(theme):
                number, theme = number + 1, f"ppt/theme/theme{number + 1}.xml"  # noqa: PLW2901 - the next that is free
            parts.add(name, f"{MAIN}.{kind}+xml", xml())
            parts.add(theme, THEME, theme_xml(look))
            parts.links(name).to("theme", theme)
            parts.links(PRESENTATION).to(kind, name)
