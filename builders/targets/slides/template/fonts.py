"""The theme part: a look comes in, DrawingML colours, fonts and formats go out."""

from __future__ import annotations

from builders.targets.slides.drawing.xml import DECLARATION, quoted
from builders.targets.slides.theme import Look

_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

# The three lists of a format scheme want three entries each (ECMA-376, 20.1.4.1.14); ours are all plain.
_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
_LINES = "".join(
    f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' for width in (9525, 19050, 28575)
)
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_xml(look: Look) -> str:
    """The only part in which colours and fonts are named: everything else refers to them."""
    name, fonts = quoted(look.name), look.theme.fonts
    colours = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in look.colours.items())
    return (
        f'{DECLARATION}<a:theme {_DRAWING} name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{_faces(look, fonts.headings or fonts.latin)}</a:majorFont>'
        f"<a:minorFont>{_faces(look, fonts.latin)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FILLS}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{_FILLS}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _faces(look: Look, latin: str) -> str:
    fonts = look.theme.fonts
    scripts = "".join(f'<a:font script="{quoted(script)}" typeface="{quoted(name)}"/>' for script, name in fonts.scripts)
    return f'<a:latin typeface="{quoted(latin)}"/><a:ea typeface=""/><a:cs typeface="{quoted(fonts.complex)}"/>{scripts}'  #
