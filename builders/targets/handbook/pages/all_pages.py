"""Every page of a handbook, in the order of its navigation: a language edition comes in, paths with Markdown go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.text import Text
from builders.targets.handbook.pages.bibliography import sources_page
from builders.targets.handbook.pages.course import course_page
from builders.targets.handbook.pages.downloads import downloads_page
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.glossary import glossary_page
from builders.targets.handbook.pages.guide import guide_page
from builders.targets.handbook.pages.home import home_page
from builders.targets.handbook.pages.module import module_page
from builders.targets.handbook.pages.papers import papers
from builders.targets.handbook.pages.scenario import scenario_page
from builders.targets.handbook.pages.session import session_page
from builders.targets.handbook.pages.sop import sop_page
from builders.targets.handbook.pages.writer import Writer


def all_pages(edition: Edition) -> dict[str, str]:
    """Markdown by path (``sessions/empathy/listening.md``)."""
    taught = list(_taught(edition))
    found = [home_page(edition), *(page for _, page in taught), guide_page(edition), glossary_page(edition)]
    found += [sources_page(edition, _citing(taught)), downloads_page(edition)]
    return {page.page: page.markdown for page in found}


def _taught(edition: Edition) -> Iterator[tuple[Text, Writer]]:
    """The pages of what is taught, each with its title."""
    curriculum = edition.curriculum
    for course in curriculum.courses:
        yield course.title, course_page(edition, course)
        for paper in papers(edition, course):
            yield course.title, paper
    for module in curriculum.modules:
        yield module.title, module_page(edition, module)
        for session in module.sessions:
            yield session.title, session_page(edition, module, session)
    for module in curriculum.modules:
        for sop in module.sops:
            yield sop.title, sop_page(edition, module.id, sop)
    for module in curriculum.modules:
        for scenario in module.scenarios:
            yield scenario.title, scenario_page(edition, module.id, scenario)


def _citing(pages: list[tuple[Text, Writer]]) -> dict[str, tuple[tuple[str, Text], ...]]:
    citing: dict[str, tuple[tuple[str, Text], ...]] = {}
    for title, page in pages:
        for source in page.cited:
            citing[source] = (*citing.get(source, ()), (page.page, title))
    return citing
