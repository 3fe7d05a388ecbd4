"""Paragraphs as DrawingML: lines come in, ``a:p`` elements go out, every run with its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builders.rendering.languages import language
from builders.rendering.paragraphs import BULLET, HEADING, NUMBER
from builders.targets.slides.breaking import indent_of, mark_of
from builders.targets.slides.drawing.xml import colour, fill, quoted
from builders.targets.slides.frame import emu
from builders.targets.slides.page import JUMP, Line, Words

Linker = Callable[[str], str]
"""Gives the relationship id for an address or for ``#`` and a page's key; empty where there is no such page."""

FACES = '<a:latin typeface="+mn-lt"/><a:cs typeface="+mn-cs"/>'
"""The theme's fonts, for Latin and for other scripts."""

HEADING_FACES = FACES.replace("+mn-", "+mj-")
"""Those of titles."""

LIGHT = {"lt1", "lt2", "bg1"}
"""Colours of words on dark grounds."""

_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)

BULLETS = ("•", "–", "•")
"""The signs of the list levels."""


def paragraphs(
    lines: Iterable[Line],
    link: Linker,
    *,
    bulleted: bool = False,
    default: float = 0,
    spacing: float = 0,
    faces: str = FACES,
) -> str:
    """``bulleted``: a bullet is what the surroundings give; ``default``: their size; ``spacing``: of lines, as a factor, where
    the surroundings have none or an academy's; ``faces``: the fonts."""
    return "".join(_paragraph(line, link, bulleted=bulleted, default=default, spacing=spacing, faces=faces) for line in lines)


def _paragraph(line: Line, link: Linker, *, bulleted: bool, default: float, spacing: float, faces: str) -> str:
    inherited = bulleted and line.kind == BULLET
    attributes = "" if inherited else _indent(line, default)
    if inherited and line.level:
        attributes = f' lvl="{line.level}"'
    if line.align:
        attributes += f' algn="{line.align}"'
    spaces = f'<a:lnSpc><a:spcPct val="{round(spacing * 100_000)}"/></a:lnSpc>' if spacing else ""
    spaces += f'<a:spcBef><a:spcPts val="{round(line.before * 100)}"/></a:spcBef>'
    spaces += '<a:spcAft><a:spcPts val="0"/></a:spcAft>' if spacing else ""
    mark = "" if inherited else _mark(line)
    runs = "".join(_run(run, line, link, default, faces) for run in line.runs)
    end = f'<a:endParaRPr lang="{language(line.language).tag}"{_size(line, default)}/>'
    return f"<a:p><a:pPr{attributes}>{spaces}{mark}</a:pPr>{runs}{end}</a:p>"


def _indent(line: Line, default: float) -> str:
    size = line.size or default
    left, first = indent_of(line, size), line.hang or mark_of(line, size)
    return f' marL="{emu(left)}" indent="{emu(-first)}"'


def _mark(line: Line) -> str:
    if line.kind == BULLET:
        return bullet(line.level)
    if line.kind == NUMBER:
        start = f' startAt="{line.number}"' if line.number > 1 else ""
        return f'<a:buClrTx/><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
    return "<a:buNone/>"


def bullet(level: int) -> str:
    """The mark of a bullet at a level, which counts from 0."""
    sign = BULLETS[min(level, len(BULLETS) - 1)]
    return f'<a:buClr>{colour("accent2")}</a:buClr><a:buFont typeface="+mn-lt"/><a:buChar char="{sign}"/>'


def _run(run: Words, line: Line, link: Linker, default: float, faces: str) -> str:
    properties = _properties(run, line, link, default, faces)
    pieces = (f"<a:r>{properties('rPr')}<a:t>{quoted(text)}</a:t></a:r>" if text else "" for text in run.text.split("\n"))
    return f"<a:br>{properties('rPr')}</a:br>".join(pieces)


def _properties(run: Words, line: Line, link: Linker, default: float, faces: str) -> Callable[[str], str]:
    attributes = f'lang="{language(run.language or line.language).tag}"{_size(line, default)}'
    if run.bold or line.kind == HEADING:
        attributes += ' b="1"'
    if run.italic:
        attributes += ' i="1"'
    inside = fill(line.colour) if line.colour else ""
    relationship = link(run.link) if run.link else ""
    if relationship:
        inside += faces + click(relationship, jumps=run.link.startswith(JUMP), own_colour=line.colour in LIGHT)
    else:
        inside += faces
    return lambda tag: f'<a:{tag} {attributes} dirty="0">{inside}</a:{tag}>'


def click(relationship: str, *, jumps: bool, own_colour: bool = False) -> str:
    """What happens on a click: an address is opened, or the show jumps to a slide. ``own_colour``: the words keep their colour,
    for that of links is made for light grounds."""
    action = ' action="ppaction://hlinksldjump"' if jumps else ""
    return f'<a:hlinkClick r:id="{relationship}"{action}{f">{_OWN_COLOUR}</a:hlinkClick>" if own_colour else "/>"}'


def _size(line: Line, default: float) -> str:
    return f' sz="{round(line.size * 100)}"' if line.size and (line.level or line.size != default) else ""
