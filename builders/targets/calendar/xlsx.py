"""Workbooks by ECMA-376: sheets of cells come in, the bytes of an XLSX go out, the same on every machine.

Of the format we need text, numbers, times, formulas and six looks. Words stand in their cells (``inlineStr``), so there is no
table of strings to keep; a formula comes with the value that it has now, for programs that do not calculate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from unicodedata import category
from xml.sax.saxutils import escape, quoteattr

from builders.rendering.languages import language as known
from builders.storage.archive import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HH_MM = 20  # the built-in number format h:mm
_NAME = 31  # characters in a sheet's name
_INDENT = 2  # characters of a column that stay empty beside its words
_LINES = {"Latn": 14.0, "Deva": 16.5}  # points from line to line at 10 points
_FACES = {"Latn": "Noto Sans", "Deva": "Noto Sans Devanagari"}
_TITLE = 1.4  # times a line

# Look: font, fill, number format, border. The order is that of cellXfs.
_LOOKS = {
    "plain": (0, 0, 0, 0),
    "title": (2, 0, 0, 0),
    "note": (3, 0, 0, 0),
    "head": (1, 2, 0, 1),
    "text": (0, 0, 0, 1),
    "time": (0, 0, _HH_MM, 1),
    "slot": (1, 3, 0, 1),
    "slot-text": (0, 3, 0, 1),
    "slot-time": (1, 3, _HH_MM, 1),
    "break": (3, 2, 0, 1),
    "break-time": (3, 2, _HH_MM, 1),
}
_UNWRAPPED = {"title", "note", "plain"}


@dataclass(frozen=True, slots=True)
class Cell:
    """``value`` is text, a number, or a time as a share of a day; ``formula`` has no ``=`` and is empty where there is none."""

    value: str | float
    style: str = "plain"
    formula: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``columns`` are widths in characters; ``heading`` is the row (from 1) down to which nothing scrolls and which is repeated
    on every printed page."""

    name: str
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    heading: int


def written(sheets: Sequence[Sheet], *, language: str) -> bytes:
    """A workbook with at least one sheet; names of sheets differ."""
    names = [_name(sheet.name) for sheet in sheets]
    script = known(language).script
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(names, sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _styles(_FACES[script]),
        **{f"xl/worksheets/sheet{n}.xml": _sheet(sheet, _LINES[script]) for n, sheet in enumerate(sheets, start=1)},
    }
    return zipped(((name, (_HEAD + xml).encode()) for name, xml in parts.items()), first="[Content_Types].xml")


def _name(name: str) -> str:
    """A name that a sheet may have."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name)[:_NAME].strip("' ") or "1"


def _types(sheets: int) -> str:
    overrides = [("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml"), ("/xl/styles.xml", f"{_TYPE}.styles+xml")]
    overrides += [(f"/xl/worksheets/sheet{n}.xml", f"{_TYPE}.worksheet+xml") for n in range(1, sheets + 1)]
    listed = "".join(f'<Override PartName="{part}" ContentType="{type_}"/>' for part, type_ in overrides)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _workbook(names: Sequence[str], sheets: Sequence[Sheet]) -> str:
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">{escape(_quoted(name))}!$1:${sheet.heading}</definedName>'
        for n, (name, sheet) in enumerate(zip(names, sheets, strict=True))
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets><definedNames>{titles}</definedNames></workbook>'
    )


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _sheet(sheet: Sheet, line: float) -> str:
    widths = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(sheet.columns, 1))
    rows = "".join(
        f'<row r="{n}" ht="{_height(row, sheet.columns, line):g}" customHeight="1">'
        f"{''.join(_cell(cell, at, n) for at, cell in enumerate(row))}</row>"
        for n, row in enumerate(sheet.rows, 1)
    )
    frozen = f'<pane ySplit="{sheet.heading}" topLeftCell="A{sheet.heading + 1}" activePane="bottomLeft" state="frozen"/>'
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{rows}</sheetData>"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )


def _height(row: Row, columns: Sequence[float], line: float) -> float:
    """Points that a row needs: not every program makes room for wrapped words by itself. Rather a line too many than one
    too few, since a character of the widest words counts as one of the column's."""
    if row[0].style == "title":
        return line * _TITLE
    lines = [
        len(wrap(_spaced(cell.value), int(width) - _INDENT))
        for cell, width in zip(row, columns, strict=False)
        if isinstance(cell.value, str) and cell.style not in _UNWRAPPED
    ]
    return max((1, *lines)) * line + line / 4


def _spaced(words: str) -> str:
    """The characters that take room of their own: vowel signs and the like stand on those before them."""
    return "".join(sign for sign in words if not category(sign).startswith("M"))


def _cell(cell: Cell, column: int, row: int) -> str:
    place = f'r="{chr(ord("A") + column)}{row}" s="{list(_LOOKS).index(cell.style)}"'
    if isinstance(cell.value, str):
        return (
            f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(cell.value)}</t></is></c>'
            if cell.value
            else f"<c {place}/>"
        )
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    return f"<c {place}>{formula}<v>{cell.value!r}</v></c>"


def _styles(font: str) -> str:
    """Fonts: usual, bold, title, grey. Fills: none, the grey pattern that the format wants second, two greys."""
    face = f'<name val="{font}"/>'
    fonts = [f'<sz val="10"/>{face}', f'<b/><sz val="10"/>{face}', f'<b/><sz val="13"/>{face}', f'<i/><sz val="10"/>{face}']
    solid = '<fill><patternFill patternType="solid"><fgColor rgb="{}"/><bgColor indexed="64"/></patternFill></fill>'
    pattern = '<fill><patternFill patternType="{}"/></fill>'
    fills = [pattern.format("none"), pattern.format("gray125"), solid.format("FFE6E6E6"), solid.format("FFF3F6F9")]
    thin = "".join(f'<{side} style="thin"><color rgb="FFBBBBBB"/></{side}>' for side in ("left", "right", "top", "bottom"))
    borders = ["<border><left/><right/><top/><bottom/><diagonal/></border>", f"<border>{thin}<diagonal/></border>"]
    looks = "".join(_look(name, *look) for name, look in _LOOKS.items())
    return (
        f'<styleSheet xmlns="{_MAIN}">'
        f'<fonts count="{len(fonts)}">{"".join(f"<font>{font}</font>" for font in fonts)}</fonts>'
        f'<fills count="{len(fills)}">{"".join(fills)}</fills>'
        f'<borders count="{len(borders)}">{"".join(borders)}</borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_LOOKS)}">{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _look(name: str, font: int, fill: int, number: int, border: int) -> str:
    inside = "" if name in _UNWRAPPED else ' horizontal="left" indent="1" wrapText="1"'
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" '
        f'applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"{inside}/></xf>'
    )
