"""One language edition and the artefacts to link to come in; the files of its handbook go out."""

from __future__ import annotations

from pathlib import Path

from builders.model import places
from builders.model.artefacts import Artefact, OutputFile
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.targets.handbook.pages.all_pages import written
from builders.targets.handbook.pages.edition import Audience, Edition, edition_of
from builders.targets.handbook.pages.navigation import navigation
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.runner.plan import Plan
from builders.targets.handbook.runner.publish import publish

_THEME_WORDS = ("light", "dark", "permalink", "language", "table-region")


def build(
    curriculum: Curriculum,
    *,
    downloads: tuple[Artefact, ...],
    scratch: Path,
    audience: Audience = "trainer",
    pictures: tuple[SlidePicture, ...] = (),
) -> tuple[OutputFile, ...]:
    """The site, its paths relative to ``handbook/<language>/``, or for participants to another folder two levels deep.

    ``downloads`` are the decks and packages that will lie under the output folder (those of other languages are passed
    over). ``scratch`` is a folder for this language alone that is kept from build to build: what it holds makes a build
    faster and never changes its result. The language switch offers ``curriculum.languages``. A participant's site has no
    words for trainers in it: no notes, hints, debriefs, answers, tests, trainers' decks, ``pictures`` of slides.

    Raises HandbookError where a page links to what does not exist.
    """
    edition = edition_of(curriculum, downloads, audience, pictures)
    return publish(_plan(edition), scratch)


def _plan(edition: Edition) -> Plan:
    curriculum = edition.curriculum
    pages = written(edition)
    words = {key: edition.word(key) for key in _THEME_WORDS}
    words["handbook"] = edition.word("handbook" if edition.for_trainers else "handbook-participant")
    return Plan(
        language=edition.language,
        name=plain_title(curriculum.title),
        editions=curriculum.languages,
        words=words,
        navigation=navigation(edition),
        pages={page.page: page.markdown for page in pages},
        drawings={page.page: page.drawings for page in pages if page.drawings},
        media=tuple((places.media(module.id, media.path), media.data) for module in curriculum.modules for media in module.media),
        pictures={
            places.slide(picture.name): picture.data
            for blocks in edition.pictures.values()
            for pictures in blocks.values()
            for picture in pictures
        },
    )
