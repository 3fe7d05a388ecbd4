"""Charts as parts of a deck: categories and figures come in, a chart part and the workbook behind it go out.

PowerPoint opens the workbook when somebody edits the figures, so it is a real one, if the smallest there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from builders.storage.archive import zipped
from builders.targets.slides.drawing.text import FACES
from builders.targets.slides.drawing.xml import CHART, DECLARATION, fill, quoted
from builders.targets.slides.opc import OFFICE, PACKAGE
from builders.targets.slides.page import Chart, Series

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COLOURS = ("accent1", "accent2", "accent3", "accent6", "accent5", "accent4")
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "star")
_AXES = (501, 502)


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """The chart part (ECMA-376, 21.2); ``workbook`` is the id of its relationship to the workbook."""
    several = len(chart.series) > 1
    plot = _bars(chart) if chart.kind == "bar" else _lines(chart)
    legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_words(chart)}</c:legend>' if several else ""
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{OFFICE}"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea><c:layout/>{plot}</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_words(chart)}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def workbook(chart: Chart) -> bytes:
    """The figures as a workbook (ECMA-376, 18): categories in the first column, a column for each series."""
    rows: list[list[str | float]] = [["", *(series.name for series in chart.series)]]
    for at, category in enumerate(chart.categories):
        rows.append([category, *(series.values[at] for series in chart.series)])
    sheet = "".join(_row(row, at) for at, row in enumerate(rows, start=1))
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/></Types>',
        "_rels/.rels": _related("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _related("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    return zipped(((name, (DECLARATION + text).encode()) for name, text in files.items()), first="[Content_Types].xml")


def _related(kind: str, target: str) -> str:
    entry = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entry}</Relationships>'


def _row(cells: Sequence[str | float], number: int) -> str:
    return f'<row r="{number}">{"".join(_cell(cell, f"{_column(at)}{number}") for at, cell in enumerate(cells))}</row>'


def _cell(value: str | float, place: str) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{quoted(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value:g}</v></c>'


def _column(at: int) -> str:
    return chr(ord("A") + at)


def _bars(chart: Chart) -> str:
    """Level bars: the names of categories have room beside them. The first one stands on top, as it is read."""
    series = "".join(_series(chart, one, at, _filled(at)) for at, one in enumerate(chart.series))
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="60"/><c:axId val="{_AXES[0]}"/><c:axId val="{_AXES[1]}"/></c:barChart>'
        f"{_category_axis(chart, 'l', reverse=True)}{_value_axis(chart, 't', hidden=True)}"
    )


def _lines(chart: Chart) -> str:
    """Lines with a marker of its own for each, so that they are not told apart by colour alone."""
    series = "".join(_series(chart, one, at, _drawn(at)) for at, one in enumerate(chart.series))
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{_AXES[0]}"/><c:axId val="{_AXES[1]}"/></c:lineChart>'
        f"{_category_axis(chart, 'b', reverse=False)}{_value_axis(chart, 'l', hidden=False)}"
    )


def _series(chart: Chart, series: Series, at: int, look: str) -> str:
    column, last = _column(at + 1), len(chart.categories) + 1
    place = f'<c:dLblPos val="{"outEnd" if chart.kind == "bar" else "t"}"/>'
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{_format(chart)}" sourceLinked="0"/>{_words(chart)}{place}<c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        "</c:dLbls>"
    )
    straight = "" if chart.kind == "bar" else '<c:smooth val="0"/>'
    names = "".join(f'<c:pt idx="{row}"><c:v>{quoted(name)}</c:v></c:pt>' for row, name in enumerate(chart.categories))
    values = "".join(f'<c:pt idx="{row}"><c:v>{value:g}</c:v></c:pt>' for row, value in enumerate(series.values))
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{quoted(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{labels}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{count}{values}</c:numCache></c:numRef></c:val>{straight}</c:ser>"
    )


def _filled(at: int) -> str:
    return f'<c:spPr>{fill(_COLOURS[at % len(_COLOURS)])}</c:spPr><c:invertIfNegative val="0"/>'


def _drawn(at: int) -> str:
    colour = fill(_COLOURS[at % len(_COLOURS)])
    sign = f'<c:symbol val="{_MARKERS[at % len(_MARKERS)]}"/><c:size val="9"/>'
    marker = f"<c:marker>{sign}<c:spPr>{colour}<a:ln>{colour}</a:ln></c:spPr></c:marker>"
    return f'<c:spPr><a:ln w="34925" cap="rnd">{colour}<a:round/></a:ln></c:spPr>{marker}'


def _category_axis(chart: Chart, side: str, *, reverse: bool) -> str:
    order = "maxMin" if reverse else "minMax"
    return (
        f'<c:catAx><c:axId val="{_AXES[0]}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="12700">{fill("accent6")}</a:ln></c:spPr>{_words(chart)}<c:crossAx val="{_AXES[1]}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def _value_axis(chart: Chart, side: str, *, hidden: bool) -> str:
    lines = "" if hidden else f'<c:majorGridlines><c:spPr><a:ln w="6350">{fill("accent6/30")}</a:ln></c:spPr></c:majorGridlines>'
    return (
        f'<c:valAx><c:axId val="{_AXES[1]}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="{int(hidden)}"/>'
        f'<c:axPos val="{side}"/>{lines}<c:numFmt formatCode="{_format(chart)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_words(chart)}'
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _format(chart: Chart) -> str:
    return f"General&quot;{chart.unit}&quot;" if chart.unit else "General"


def _words(chart: Chart) -> str:
    look = f'sz="{round(chart.size * 100)}" b="0"'
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}>{fill('tx1')}{FACES}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{chart.tag}"/></a:p></c:txPr>'
    )
