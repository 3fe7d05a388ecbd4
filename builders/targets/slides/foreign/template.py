"""Reading an academy's presentation: its bytes come in, all that decks take over of it goes out. Its slides stay behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from builders.targets.slides.foreign.failure import SAVE_AGAIN, UnusableError
from builders.targets.slides.foreign.found import Template
from builders.targets.slides.foreign.layouts import layouts_of
from builders.targets.slides.foreign.relations import Package, Relation, taken_apart
from builders.targets.slides.foreign.xml import OFFICE, a, number, p
from builders.targets.slides.frame import EMU

_LEAST = (480, 360)  # points: on smaller slides words of 18 points have no room
_MOST = (4032, 4032)  # points (ECMA-376, 19.7.12)
_PAPER = (540, 720)
_MASTER_ID = 1 << 31  # ECMA-376, 19.7.14
_KINDS = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.presentationml\.(presentation|template|slideshow)\.main\+xml\Z"
)
_LARGEST_PICTURE = 20 << 20
_LEFT_OUT = {
    "slide": "slide",
    "font": "embedded font",
    "customXml": "part of custom XML",
    "commentAuthors": "list of comment authors",
    "authors": "list of comment authors",
}


def template_of(data: bytes) -> Template:
    """Raises UnusableError for what decks cannot be written onto."""
    package = taken_apart(data)
    main = _main(package)
    root, relations = package.tree(main), {relation.id: relation for relation in package.relations(main)}
    if root.tag != p("presentation"):
        raise UnusableError("it is saved as Strict Open XML or by another program", "save it as an ordinary .pptx or .potx")
    masters = tuple(_masters(root, relations))
    page = _size(root.find(p("sldSz")), (720, 540))
    if page[0] < _LEAST[0] or page[1] < _LEAST[1] or page[0] > _MOST[0] or page[1] > _MOST[1]:
        raise UnusableError(
            f"its slides are {page[0] / 72:.1f} by {page[1] / 72:.1f} inches", "choose 16:9 or 4:3 under Design, Slide Size"
        )
    found = [layouts_of(package, name, page) for _, name in masters]
    notes, handouts = (_listed(root, relations, kind) for kind in ("notesMaster", "handoutMaster"))
    parts = package.closure(tuple(name for name in (*(name for _, name in masters), notes, handouts) if name))
    types = {name: _checked(package, name) for name in parts}
    styles = next((relation.target for relation in relations.values() if relation.kind == "tableStyles"), "")
    return Template(
        name=_theme(package, masters[0][1]).get("name", ""),
        parts=parts,
        types=types,
        data={name: package.archive.read(name) for name in parts},
        masters=masters,
        notes=notes,
        handouts=handouts,
        page=page,
        paper=_size(root.find(p("notesSz")), _PAPER),
        layouts=tuple(layout for layouts, _ in found for layout in layouts),
        palette=found[0][1],
        fonts=_fonts(_theme(package, masters[0][1])),
        table_styles=_text(package, styles),
        left_out=tuple(_left_out(relations)),
    )


def _main(package: Package) -> str:
    found = next((each.target for each in package.relations("") if each.kind == "officeDocument" and not each.external), None)
    kind = package.type(found) if found else ""
    if "macroEnabled" in kind or any(name.casefold().endswith("vbaproject.bin") for name in package.archive.sizes):
        raise UnusableError("it holds macros", "save it as .potx or .pptx, without macros")
    if found is None or not _KINDS.match(kind):
        raise UnusableError("it is no PowerPoint file", "save it as .pptx or .potx in PowerPoint")
    return found


def _masters(root: Element, relations: Mapping[str, Relation]) -> Iterator[tuple[int, str]]:
    listed = root.findall(f"{p('sldMasterIdLst')}/{p('sldMasterId')}")
    named = [(number(entry, "id"), relations.get(entry.get(f"{{{OFFICE}}}id", ""))) for entry in listed]
    known = [(id, relation.target) for id, relation in named if relation is not None and relation.kind == "slideMaster"]
    if not known:
        raise UnusableError("it has no slide master", SAVE_AGAIN)
    for at, (id, name) in enumerate(known):
        yield (id if id >= _MASTER_ID else _MASTER_ID + at, name)


def _listed(root: Element, relations: Mapping[str, Relation], kind: str) -> str:
    """The master of notes pages or of handouts, empty where there is none."""
    entry = root.find(f"{p(kind + 'IdLst')}/{p(kind + 'Id')}")
    relation = relations.get(entry.get(f"{{{OFFICE}}}id", "")) if entry is not None else None
    return relation.target if relation is not None and relation.kind == kind else ""


def _size(element: Element | None, usual: tuple[float, float]) -> tuple[float, float]:
    wide, high = number(element, "cx") / EMU, number(element, "cy") / EMU
    return (wide, high) if wide > 0 and high > 0 else usual


def _checked(package: Package, name: str) -> str:
    """The content type of a part that decks take over: XML that can be read, or a picture."""
    kind = package.type(name)
    if kind.endswith("+xml") and not kind.startswith("image/"):
        package.tree(name)
    elif not kind.startswith("image/") or package.archive.sizes[name] > _LARGEST_PICTURE:
        raise UnusableError(f"its part `{name}` is no picture that a deck should carry", "make the picture smaller, or remove it")
    return kind


def _theme(package: Package, master: str) -> Element:
    return package.tree(next(relation.target for relation in package.relations(master) if relation.kind == "theme"))


def _fonts(theme: Element) -> tuple[str, str, str]:
    scheme = theme.find(f".//{a('fontScheme')}")
    major, minor = (scheme.find(a(kind)) if scheme is not None else None for kind in ("majorFont", "minorFont"))
    devanagari = minor.find(f"{a('font')}[@script='Deva']") if minor is not None else None
    other = devanagari.get("typeface", "") if devanagari is not None else ""
    return _face(major, "latin"), _face(minor, "latin"), _face(minor, "cs") or other


def _face(fonts: Element | None, kind: str) -> str:
    found = fonts.find(a(kind)) if fonts is not None else None
    return found.get("typeface", "") if found is not None else ""


def _text(package: Package, name: str) -> str:
    """A part of XML as text; empty where there is none, or in an encoding other than UTF-8."""
    if not name:
        return ""
    package.tree(name)
    try:
        return package.archive.read(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _left_out(relations: Mapping[str, Relation]) -> Iterator[str]:
    kinds = [relation.kind for relation in relations.values()]
    for kind, called in _LEFT_OUT.items():
        count = kinds.count(kind)
        if count:
            yield f"{count} {called}{'s' if count > 1 and not called.endswith('XML') else ''}"
