"""The table style of decks: a look comes in, the XML of the part with table styles goes out."""

from __future__ import annotations

from builders.targets.slides.drawing.shapes import TABLE_STYLE
from builders.targets.slides.drawing.xml import DECLARATION, colour, fill, quoted
from builders.targets.slides.theme import Look

_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def table_styles_xml(look: Look, others: str = "") -> str:
    """The part with our style; ``others`` are styles that stay beside it."""
    return f'{DECLARATION}<a:tblStyleLst {_DRAWING} def="{TABLE_STYLE}">{table_style(look)}{others}</a:tblStyleLst>'


def table_style(look: Look) -> str:
    """Our one style: a dark first row, light bands, thin lines between rows (ECMA-376, 20.1.4.2.26)."""
    thin = f'<a:ln w="9525">{fill("accent1/30")}</a:ln>'
    borders = f"<a:bottom>{thin}</a:bottom><a:insideH>{thin}</a:insideH>"
    table = f"{_text('tx1')}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{fill('bg1')}</a:fill></a:tcStyle>"
    band = f"<a:tcStyle><a:tcBdr/><a:fill>{fill('accent1/8')}</a:fill></a:tcStyle>"
    words = look.legible("lt1", look.header)
    first = f"{_text(words, bold=True)}<a:tcStyle><a:tcBdr/><a:fill>{fill(look.header)}</a:fill></a:tcStyle>"
    return (
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{quoted(look.name)}">'
        f"<a:wholeTbl>{table}</a:wholeTbl><a:band2H>{band}</a:band2H><a:firstRow>{first}</a:firstRow></a:tblStyle>"
    )


def _text(name: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{colour(name)}</a:tcTxStyle>'
