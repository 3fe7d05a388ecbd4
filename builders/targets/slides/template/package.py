"""The template's package: a script comes in, parts with their relationships go out."""

from __future__ import annotations

from builders.targets.slides.drawing.shapes import TABLE_STYLE
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, colour, fill, quoted
from builders.targets.slides.frame import emu
from builders.targets.slides.opc import OFFICE, PACKAGE, Parts
from builders.targets.slides.template.fonts import theme_xml
from builders.targets.slides.template.levels import default_levels
from builders.targets.slides.template.master import layout_xml, master_xml
from builders.targets.slides.template.notes import PAGE, notes_master_xml
from builders.targets.slides.theme import theme

_TYPE = "application/vnd.openxmlformats-officedocument"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

PRESENTATION = "ppt/presentation.xml"
CORE = "docProps/core.xml"

_TYPES = {
    "ppt/presentation.xml": f"{_MAIN}.presentation.main+xml",
    "ppt/slideMasters/slideMaster1.xml": f"{_MAIN}.slideMaster+xml",
    "ppt/notesMasters/notesMaster1.xml": f"{_MAIN}.notesMaster+xml",
    "ppt/presProps.xml": f"{_MAIN}.presProps+xml",
    "ppt/viewProps.xml": f"{_MAIN}.viewProps+xml",
    "ppt/tableStyles.xml": f"{_MAIN}.tableStyles+xml",
    "ppt/theme/theme1.xml": f"{_TYPE}.theme+xml",
    "ppt/theme/theme2.xml": f"{_TYPE}.theme+xml",
    "docProps/app.xml": f"{_TYPE}.extended-properties+xml",
}


def package(script: str) -> Parts:
    """A presentation without slides."""
    style = theme()
    parts = Parts()
    presentation, master, notes = PRESENTATION, "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"
    parts.links().to("officeDocument", presentation)
    parts.links().to(f"{PACKAGE}/relationships/metadata/core-properties", CORE)
    parts.links().to("extended-properties", "docProps/app.xml")
    for kind, name, data in (
        ("", presentation, presentation_xml()),
        ("slideMaster", master, master_xml(style.script(script))),
        ("notesMaster", notes, notes_master_xml()),
        ("presProps", "ppt/presProps.xml", f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"),
        ("viewProps", "ppt/viewProps.xml", f"{DECLARATION}<p:viewPr {NAMESPACES}/>"),
        ("theme", "ppt/theme/theme1.xml", theme_xml()),
        ("tableStyles", "ppt/tableStyles.xml", _table_styles()),
        ("", "ppt/theme/theme2.xml", theme_xml()),
        ("", "docProps/app.xml", f'{DECLARATION}<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}"/>'),
    ):
        parts.add(name, _TYPES[name], data)
        if kind:
            parts.links(presentation).to(kind, name)
    for at, layout in enumerate(style.layouts.values(), start=1):
        name = f"ppt/slideLayouts/slideLayout{at}.xml"
        parts.add(name, f"{_MAIN}.slideLayout+xml", layout_xml(layout))
        parts.links(name).to("slideMaster", master)
        parts.links(master).to("slideLayout", name)
    parts.links(master).to("theme", "ppt/theme/theme1.xml")
    parts.links(notes).to("theme", "ppt/theme/theme2.xml")
    return parts


def presentation_xml(*, slides: str = "", extension: str = "") -> str:
    """The main part, with the list of slides and the extension at its end."""
    wide, high = theme().page
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f"{f'<p:sldIdLst>{slides}</p:sldIdLst>' if slides else ''}"
        f'<p:sldSz cx="{emu(wide)}" cy="{emu(high)}"/><p:notesSz cx="{emu(PAGE[0])}" cy="{emu(PAGE[1])}"/>'
        f"<p:defaultTextStyle>{default_levels()}</p:defaultTextStyle>{extension}</p:presentation>"
    )


def _table_styles() -> str:
    """Our one table style: a dark first row, light bands, thin lines between rows."""
    thin = f'<a:ln w="9525"><a:solidFill>{colour("accent1/30")}</a:solidFill></a:ln>'
    borders = f"<a:bottom>{thin}</a:bottom><a:insideH>{thin}</a:insideH>"
    table = f"{_cell_text('dk1')}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{_cell_fill('lt1')}</a:tcStyle>"
    band = f"<a:tcStyle><a:tcBdr/>{_cell_fill('accent1/8')}</a:tcStyle>"
    first = f"{_cell_text('lt1', bold=True)}<a:tcStyle><a:tcBdr/>{_cell_fill('dk2')}</a:tcStyle>"
    return (
        f'{DECLARATION}<a:tblStyleLst {_DRAWING} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{quoted(theme().name)}">'
        f"<a:wholeTbl>{table}</a:wholeTbl><a:band2H>{band}</a:band2H><a:firstRow>{first}</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def _cell_text(name: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{colour(name)}</a:tcTxStyle>'


def _cell_fill(name: str) -> str:
    return f"<a:fill>{fill(name)}</a:fill>"
