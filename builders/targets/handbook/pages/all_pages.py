"""Every page of a handbook, in the order of its navigation: a language edition comes in, paths with Markdown go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.text import Text
from builders.targets.handbook.pages.bibliography import sources_page
from builders.targets.handbook.pages.course import course_page
from builders.targets.handbook.pages.coverage import coverage
from builders.targets.handbook.pages.downloads import downloads_page
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.glossary import glossary_page
from builders.targets.handbook.pages.guide import guide_page
from builders.targets.handbook.pages.home import home_page
from builders.targets.handbook.pages.module import module_page
from builders.targets.handbook.pages.papers import papers
from builders.targets.handbook.pages.questions import questions_page
from builders.targets.handbook.pages.run import run_page
from builders.targets.handbook.pages.scenario import scenario_page
from builders.targets.handbook.pages.session import session_page
from builders.targets.handbook.pages.sop import sop_page
from builders.targets.handbook.pages.writer import Writer


def all_pages(edition: Edition) -> dict[str, str]:
    """Markdown by path (``sessions/empathy/listening.md``)."""
    return {page.page: page.markdown for page in written(edition)}


def written(edition: Edition) -> tuple[Writer, ...]:
    """The pages with all that their writers know of them. What only trainers need is not among a participant's."""
    taught = list(_taught(edition))
    reference = [glossary_page(edition), sources_page(edition, _citing(taught)), downloads_page(edition)]
    if edition.for_trainers:
        reference = [guide_page(edition), *coverage(edition), *reference]
    return (home_page(edition), *(page for _, page in taught), *reference)


def _taught(edition: Edition) -> Iterator[tuple[Text, Writer]]:
    """The pages of what is taught, each with its title."""
    curriculum = edition.curriculum
    for course in curriculum.courses:
        yield course.title, course_page(edition, course)
        if edition.for_trainers:
            yield course.title, run_page(edition, course)
            for paper in papers(edition, course):
                yield course.title, paper
    for module in curriculum.modules:
        yield module.title, module_page(edition, module)
        for session in module.sessions:
            yield session.title, session_page(edition, module, session)
        if edition.for_trainers and module.questions:
            yield module.title, questions_page(edition, module)
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
