"""One language edition and the artefacts to link to come in; the files of its handbook go out."""

from __future__ import annotations

from pathlib import Path

from builders.model.artefacts import Artefact, OutputFile
from builders.model.curriculum import Curriculum
from builders.targets.handbook import places
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import Edition, edition_of
from builders.targets.handbook.pages.navigation import navigation
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.runner.plan import Plan
from builders.targets.handbook.runner.publish import publish

_THEME_WORDS = ("light", "dark", "permalink", "language", "handbook", "table-region")


def build(curriculum: Curriculum, *, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    """The site, its paths relative to ``handbook/<language>/``.

    ``downloads`` are the decks and packages that will lie under the output folder (those of other languages are passed
    over). ``scratch`` is a folder for this language alone that is kept from build to build: what it holds makes a build
    faster and never changes its result. The language switch offers ``curriculum.languages``.

    Raises HandbookError where a page links to what does not exist.
    """
    edition = edition_of(curriculum, downloads)
    return publish(_plan(edition), scratch)


def _plan(edition: Edition) -> Plan:
    curriculum = edition.curriculum
    return Plan(
        language=edition.language,
        name=plain_title(curriculum.title),
        editions=curriculum.languages,
        words={key: edition.word(key) for key in _THEME_WORDS},
        navigation=navigation(edition),
        pages=all_pages(edition),
        media=tuple((places.media(module.id, media.path), media.data) for module in curriculum.modules for media in module.media),
    )
