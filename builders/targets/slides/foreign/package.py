"""The parts that decks on an academy's template begin with: a look comes in, the template's masters and layouts go out."""

from __future__ import annotations

import re

from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.look import template_in
from builders.targets.slides.opc import Parts
from builders.targets.slides.template.base import MAIN, PRESENTATION, Base, add_frame, presentation_xml
from builders.targets.slides.template.names import HANDOUTS, NOTES
from builders.targets.slides.template.package import add_paper
from builders.targets.slides.template.tables import table_style, table_styles_xml
from builders.targets.slides.theme import Look

_STYLES = re.compile(
    r'(?P<open><a:tblStyleLst\b[^>]*xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"[^>]*?)'
    r"(?:/>|>(?P<inside>.*)</a:tblStyleLst>)\s*\Z",
    re.DOTALL,
)


def package(look: Look) -> Base:
    """A presentation without slides. The template's parts are taken over byte for byte; what it lacks is ours."""
    if look.theme.template is None:
        raise UnusableError("there is no template", "name one")
    template = template_in(look.theme.template.data)
    parts = Parts()
    add_frame(parts)
    for name, relations in template.parts.items():
        parts.add(name, template.types[name], template.data[name])
        for relation in relations:
            parts.links(name).keep(relation.id, relation.type, relation.target, external=relation.external)
    parts.add("ppt/tableStyles.xml", f"{MAIN}.tableStyles+xml", _table_styles(look, template.table_styles))
    parts.links(PRESENTATION).to("tableStyles", "ppt/tableStyles.xml")
    add_paper(parts, look, notes=not template.notes, handouts=not template.handouts)
    notes, handouts = template.notes or NOTES, template.handouts or HANDOUTS
    base = Base(parts, template.masters, notes, handouts, template.page, template.paper)
    parts.add(PRESENTATION, f"{MAIN}.presentation.main+xml", presentation_xml(base, parts))
    return base


def _table_styles(look: Look, theirs: str) -> str:
    """The template's table styles with ours among them; ours alone where theirs are written in a way that nobody expects."""
    found = _STYLES.search(theirs)
    if found is None:
        return table_styles_xml(look)
    return f"{theirs[: found.start()]}{found['open']}>{table_style(look)}{found['inside'] or ''}</a:tblStyleLst>"
