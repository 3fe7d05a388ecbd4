"""Pages become a presentation: pages and what the file says about itself come in, the bytes of a PPTX go out.

python-pptx keeps the package (parts, relationships, content types); slides are written as XML of our own, which takes a
fraction of the time that building them shape by shape would.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package
from pptx.presentation import Presentation as Opened

from builders.storage.archive import zipped
from builders.targets.slides.drawing.shapes import Surroundings
from builders.targets.slides.drawing.slides import notes_xml, slide_xml
from builders.targets.slides.drawing.xml import NAMESPACES, quoted
from builders.targets.slides.page import JUMP, Page, Words
from builders.targets.slides.template import template
from builders.targets.slides.theme import theme

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - python-pptx wants a time without a zone
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # the extension's id ([MS-PPTX], 2.2.18)
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself. ``tag`` is the BCP 47 tag of the edition, ``script`` its ISO 15924 code."""

    title: str
    subject: str
    author: str
    tag: str
    script: str
    again: str
    """How a title that occurs once more is numbered: ``({n})``."""


def deck(pages: Sequence[Page], about: About) -> bytes:
    """A presentation whose slides have titles of their own."""
    presentation = Presentation(io.BytesIO(template(about.script)))
    _describe(presentation, about)
    _write(presentation, _distinct(pages, about.again), theme().script(about.script).spacing)
    buffer = io.BytesIO()
    presentation.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return zipped(((name, archive.read(name)) for name in archive.namelist()), first="[Content_Types].xml")


def _describe(presentation: Opened, about: About) -> None:
    properties = presentation.core_properties
    properties.title = about.title[:255]  # the library's limit
    properties.subject = about.subject[:255]
    properties.author = properties.last_modified_by = about.author[:255]
    properties.language = about.tag
    properties.created = properties.modified = _CREATED
    properties.revision = 1


def _distinct(pages: Sequence[Page], again: str) -> list[Page]:
    """Pages with every title of one wording numbered from its second occurrence on."""
    seen: Counter[str] = Counter()
    taken = {page.title.text for page in pages}
    distinct = []
    for page in pages:
        wording = page.title.text
        seen[wording] += 1
        if seen[wording] > 1:
            number = seen[wording]
            while f"{wording} {again.format(n=number)}" in taken:
                number += 1
            ending = Words(f" {again.format(n=number)}")
            page = replace(page, title=replace(page.title, runs=(*page.title.runs, ending)))  # noqa: PLW2901 - the page, renamed
            taken.add(page.title.text)
        distinct.append(page)
    return distinct


def _write(presentation: Opened, pages: Sequence[Page], spacing: float) -> None:
    package = presentation.part.package
    layouts = {layout.name: layout.part for layout in presentation.slide_layouts}
    notes_master = presentation.part.part_related_by(RT.NOTES_MASTER)
    parts = [Part(PackURI(f"/ppt/slides/slide{at}.xml"), CT.PML_SLIDE, package) for at in range(1, len(pages) + 1)]
    targets: dict[str, Part] = {}
    for page, part in zip(pages, parts, strict=True):
        for key in page.keys:
            targets.setdefault(key, part)
    slides = presentation.element.get_or_add_sldIdLst()
    ids = []
    for at, (page, part) in enumerate(zip(pages, parts, strict=True), start=1):
        part.relate_to(layouts[page.layout], RT.SLIDE_LAYOUT)
        notes = Part(PackURI(f"/ppt/notesSlides/notesSlide{at}.xml"), CT.PML_NOTES_SLIDE, package)
        notes.relate_to(notes_master, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)
        linker = _Linker(part, targets, package)
        around = Surroundings(theme().layouts[page.layout], spacing, linker.link, linker.picture)
        part.blob = slide_xml(page, at, around)
        notes.blob = notes_xml(page.notes, _Linker(notes, {}, package).link)
        ids.append(slides.add_sldId(presentation.part.relate_to(part, RT.SLIDE)).id)
    presentation.element.append(parse_xml(_sections(pages, ids)))


@dataclass(frozen=True, slots=True)
class _Linker:
    """Where the links and pictures of one slide get their relationships."""

    part: Part
    targets: dict[str, Part]
    package: Package

    def link(self, address: str) -> str:
        if not address.startswith(JUMP):
            return self.part.relate_to(address, RT.HYPERLINK, is_external=True)
        target = self.targets.get(address.removeprefix(JUMP))
        return self.part.relate_to(target, RT.SLIDE) if target is not None else ""

    def picture(self, data: bytes) -> str:
        return self.part.relate_to(self.package.get_or_add_image_part(io.BytesIO(data)), RT.IMAGE)


def _sections(pages: Sequence[Page], ids: Sequence[int]) -> str:
    """The sections of the slide sorter; their ids follow from their place and name."""
    sections = []
    for at, (name, group) in enumerate(groupby(zip(pages, ids, strict=True), key=lambda pair: pair[0].section)):
        number = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{at} {name}")).upper()
        inside = "".join(f'<p14:sldId id="{id}"/>' for _, id in group)
        sections.append(f'<p14:section name="{quoted(name)}" id="{{{number}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>')
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )
