"""The template's package: a script comes in, parts with their relationships go out as one zip."""

from __future__ import annotations

from builders.storage.archive import zipped
from builders.targets.slides.drawing.shapes import TABLE_STYLE
from builders.targets.slides.drawing.xml import DECLARATION, NAMESPACES, colour, quoted
from builders.targets.slides.frame import emu
from builders.targets.slides.template.fonts import theme_xml
from builders.targets.slides.template.levels import default_levels
from builders.targets.slides.template.master import layout_xml, master_xml
from builders.targets.slides.template.notes import PAGE, notes_master_xml
from builders.targets.slides.theme import theme

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

_TYPES = {
    "ppt/presentation.xml": f"{_MAIN}.presentation.main+xml",
    "ppt/slideMasters/slideMaster1.xml": f"{_MAIN}.slideMaster+xml",
    "ppt/notesMasters/notesMaster1.xml": f"{_MAIN}.notesMaster+xml",
    "ppt/presProps.xml": f"{_MAIN}.presProps+xml",
    "ppt/viewProps.xml": f"{_MAIN}.viewProps+xml",
    "ppt/tableStyles.xml": f"{_MAIN}.tableStyles+xml",
    "ppt/theme/theme1.xml": f"{_TYPE}.theme+xml",
    "ppt/theme/theme2.xml": f"{_TYPE}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_TYPE}.extended-properties+xml",
}


def package(script: str) -> bytes:
    """A PPTX without slides."""
    style = theme()
    layouts = [f"slideLayout{at}.xml" for at in range(1, len(style.layouts) + 1)]
    master_links = [("slideLayout", f"../slideLayouts/{name}") for name in layouts] + [("theme", "../theme/theme1.xml")]
    parts = {
        "[Content_Types].xml": _content_types(layouts),
        "_rels/.rels": _package_links(),
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}"/>',
        "docProps/core.xml": _core(),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _links(_PRESENTATION_LINKS),
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{DECLARATION}<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": _table_styles(),
        "ppt/theme/theme1.xml": theme_xml(),
        "ppt/theme/theme2.xml": theme_xml(),
        "ppt/slideMasters/slideMaster1.xml": master_xml(style.script(script)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _links(master_links),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _links([("theme", "../theme/theme2.xml")]),
    }
    for name, layout in zip(layouts, style.layouts.values(), strict=True):
        parts[f"ppt/slideLayouts/{name}"] = layout_xml(layout)
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = _links([("slideMaster", "../slideMasters/slideMaster1.xml")])
    return zipped(((name, text.encode()) for name, text in parts.items()), first="[Content_Types].xml")


_PRESENTATION_LINKS = [
    ("slideMaster", "slideMasters/slideMaster1.xml"),
    ("notesMaster", "notesMasters/notesMaster1.xml"),
    ("presProps", "presProps.xml"),
    ("viewProps", "viewProps.xml"),
    ("theme", "theme/theme1.xml"),
    ("tableStyles", "tableStyles.xml"),
]


def _presentation() -> str:
    wide, high = theme().page
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(wide)}" cy="{emu(high)}"/><p:notesSz cx="{emu(PAGE[0])}" cy="{emu(PAGE[1])}"/>'
        f"<p:defaultTextStyle>{default_levels()}</p:defaultTextStyle></p:presentation>"
    )


def _links(links: list[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(links, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _package_links() -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _content_types(layouts: list[str]) -> str:
    types = _TYPES | {f"ppt/slideLayouts/{name}": f"{_MAIN}.slideLayout+xml" for name in layouts}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in sorted(types.items()))
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _core() -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _table_styles() -> str:
    """Our one table style: a dark first row, light bands, thin lines between rows."""
    thin = f'<a:ln w="9525"><a:solidFill>{colour("accent1/30")}</a:solidFill></a:ln>'
    borders = f"<a:bottom>{thin}</a:bottom><a:insideH>{thin}</a:insideH>"
    table = f"{_cell_text('dk1')}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:solidFill>{colour('lt1')}</a:solidFill></a:fill></a:tcStyle>"
    band = f"<a:tcStyle><a:tcBdr/><a:fill><a:solidFill>{colour('accent1/8')}</a:solidFill></a:fill></a:tcStyle>"
    first = f"{_cell_text('lt1', bold=True)}<a:tcStyle><a:tcBdr/><a:fill><a:solidFill>{colour('dk2')}</a:solidFill></a:fill></a:tcStyle>"
    return (
        f'{DECLARATION}<a:tblStyleLst {_DRAWING} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{quoted(theme().name)}">'
        f"<a:wholeTbl>{table}</a:wholeTbl><a:band2H>{band}</a:band2H><a:firstRow>{first}</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def _cell_text(name: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{colour(name)}</a:tcTxStyle>'
