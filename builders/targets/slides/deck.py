"""Pages become a presentation: pages and what the file says about itself come in, the bytes of a PPTX go out."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from builders.targets.slides.charts import CHART_TYPE, WORKBOOK_TYPE, chart_xml, workbook
from builders.targets.slides.drawing.shapes import Surroundings
from builders.targets.slides.drawing.slides import notes_xml, slide_xml
from builders.targets.slides.drawing.xml import DECLARATION, quoted
from builders.targets.slides.empty import empty
from builders.targets.slides.opc import PACKAGE, Links, Parts
from builders.targets.slides.page import JUMP, Chart, Page, Words
from builders.targets.slides.template.base import CORE, PRESENTATION, Base, presentation_xml
from builders.targets.slides.theme import Look

_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CREATED = "2000-01-01T00:00:00Z"  # a deck is as old as its source, not as its build
_FIRST_ID = 256  # the least that a slide may have (ECMA-376, 19.7.13)
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


def deck(pages: Sequence[Page], about: About, look: Look) -> bytes:
    """A presentation whose slides have titles of their own."""
    base = empty(look, about.script)
    parts = base.parts.copy()
    parts.add(CORE, _CORE, _core(about))
    _write(base, parts, _distinct(pages, about.again), look, look.script(about.script).spacing)
    return parts.zipped()


def _core(about: About) -> str:
    """The core properties (ECMA-376, part 2, clause 11)."""
    author = quoted(about.author)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{quoted(about.title)}</dc:title><dc:subject>{quoted(about.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{about.tag}</dc:language><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:modified></cp:coreProperties>'
    )


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


def _write(base: Base, parts: Parts, pages: Sequence[Page], look: Look, spacing: float) -> None:
    slides = [f"ppt/slides/slide{at}.xml" for at in range(1, len(pages) + 1)]
    targets: dict[str, str] = {}
    for page, slide in zip(pages, slides, strict=True):
        for key in page.keys:
            targets.setdefault(key, slide)
    listed = []
    charts: list[str] = []
    for at, (page, slide) in enumerate(zip(pages, slides, strict=True), start=1):
        links = parts.links(slide)
        layout = look.layouts[page.layout]
        links.to("slideLayout", layout.part)
        linker = _Linker(links, targets, parts, charts)
        around = Surroundings(look, layout, spacing, linker.link, linker.picture, linker.chart)
        parts.add(slide, _SLIDE, slide_xml(page, at, around))
        if page.notes:
            _write_notes(base, parts, page, slide, f"ppt/notesSlides/notesSlide{at}.xml")
        listed.append(f'<p:sldId id="{_FIRST_ID + at - 1}" r:id="{parts.links(PRESENTATION).to("slide", slide)}"/>')
    parts.add(PRESENTATION, _MAIN, presentation_xml(base, parts, slides="".join(listed), extension=_sections(pages)))


def _write_notes(base: Base, parts: Parts, page: Page, slide: str, name: str) -> None:
    links = parts.links(name)
    links.to("notesMaster", base.notes)
    links.to("slide", slide)
    parts.links(slide).to("notesSlide", name)
    parts.add(name, _NOTES, notes_xml(page.notes, _Linker(links, {}, parts, []).link))


@dataclass(frozen=True, slots=True)
class _Linker:
    """Where the links and pictures of one slide get their relationships."""

    links: Links
    targets: dict[str, str]
    parts: Parts
    charts: list[str]

    def link(self, address: str) -> str:
        if not address.startswith(JUMP):
            return self.links.to("hyperlink", address, external=True)
        target = self.targets.get(address.removeprefix(JUMP))
        return self.links.to("slide", target) if target is not None else ""

    def picture(self, data: bytes) -> str:
        return self.links.to("image", self.parts.picture(data))

    def chart(self, chart: Chart) -> str:
        """A chart has a part of its own, and a workbook behind that."""
        book = self.parts.file("ppt/embeddings", workbook(chart), "xlsx", WORKBOOK_TYPE)
        name = f"ppt/charts/chart{len(self.charts) + 1}.xml"
        self.charts.append(name)
        self.parts.add(name, CHART_TYPE, chart_xml(chart, self.parts.links(name).to("package", book)))
        return self.links.to("chart", name)


def _sections(pages: Sequence[Page]) -> str:
    """The sections of the slide sorter; their ids follow from their place and name."""
    sections = []
    for at, (name, group) in enumerate(groupby(enumerate(pages, start=_FIRST_ID), key=lambda pair: pair[1].section)):
        number = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{at} {name}")).upper()
        inside = "".join(f'<p14:sldId id="{id}"/>' for id, _ in group)
        sections.append(f'<p14:section name="{quoted(name)}" id="{{{number}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>')
    return (
        f'<p:extLst><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )
