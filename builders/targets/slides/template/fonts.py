"""The theme part: the theme file comes in, DrawingML colours, fonts and formats go out."""

from __future__ import annotations

from builders.targets.slides.drawing.xml import DECLARATION, quoted
from builders.targets.slides.theme import theme

_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

# The three lists of a format scheme want three entries each (ECMA-376, 20.1.4.1.14); ours are all plain.
_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
_LINES = "".join(
    f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' for width in (9525, 19050, 28575)
)
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_xml() -> str:
    style = theme()
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in style.colours.items())
    return (
        f'{DECLARATION}<a:theme {_DRAWING} name="{quoted(style.name)}"><a:themeElements>'
        f'<a:clrScheme name="{quoted(style.name)}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{quoted(style.name)}"><a:majorFont>{_fonts()}</a:majorFont>'
        f"<a:minorFont>{_fonts()}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{quoted(style.name)}"><a:fillStyleLst>{_FILLS}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{_FILLS}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _fonts() -> str:
    fonts = theme().fonts
    return (
        f'<a:latin typeface="{quoted(fonts["latin"])}"/><a:ea typeface=""/><a:cs typeface="{quoted(fonts["complex"])}"/>'
        f'<a:font script="Deva" typeface="{quoted(fonts["devanagari"])}"/>'
    )
