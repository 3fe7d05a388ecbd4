"""What a learner opens, before any standard: a publication in one or more languages comes in, documents and pictures go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builders.model.curriculum import Curriculum
from builders.model.publications import Publication
from builders.rendering.words import words
from builders.targets.player.assets import STYLE, player_files
from builders.targets.player.bundle import bundled
from builders.targets.player.document import document
from builders.targets.player.edition import Edition
from builders.targets.player.pages import completion, glossary, render_pages, sources
from builders.targets.player.plan import keys_of, plan
from builders.targets.player.questions import render_question
from builders.targets.player.recall import recall_questions
from builders.targets.player.saved_state import worst_case
from builders.targets.player.script_data import script_data

SCRIPT = "player/player.js"
STYLES = f"player/{STYLE}"
SAME_HOST = "'self'"


@dataclass(frozen=True, slots=True)
class LearnerSite:
    """``page`` is the document to open, in the first language. ``files`` are path and bytes of the documents and of the
    pictures that they show. ``saved_state`` is the most characters that saved progress can take."""

    page: str
    files: tuple[tuple[str, bytes], ...]
    saved_state: int


def learner_site(
    editions: Sequence[tuple[Publication, Curriculum]],
    *,
    name: str = "index",
    settings: Mapping[str, str | int] | None = None,
    connect: str = SAME_HOST,
) -> LearnerSite:
    """Everything of a publication that a learner gets, but for scripts and styles.

    ``editions`` are the same publication in each language; ``name`` is that of its documents without ending; ``settings`` go
    to the standard's script as they are; ``connect`` are the hosts it may call (Content-Security-Policy, ``connect-src``).
    """
    languages = [curriculum.language for _, curriculum in editions]
    documents = {language: _document_name(name, language, first=language == languages[0]) for language in languages}
    files: dict[str, bytes] = {}
    largest = 0
    for publication, curriculum in editions:
        page, media, saved_state = _edition(publication, curriculum, documents=documents, settings=settings or {}, connect=connect)
        files |= {documents[curriculum.language]: page, **media}
        largest = max(largest, saved_state)
    return LearnerSite(documents[languages[0]], tuple(sorted(files.items())), largest)


def player_code(start: str, scripts: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of script and styles. ``scripts`` are what a standard adds, ``start`` the one among them that begins."""
    own = dict(player_files())
    return ((STYLES, own[STYLE]), (SCRIPT, bundled({**own, **dict(scripts)}, start)))


def _document_name(name: str, language: str, *, first: bool) -> str:
    return f"{name}.html" if first else f"{name}.{language}.html"


def _edition(
    publication: Publication,
    curriculum: Curriculum,
    *,
    documents: Mapping[str, str],
    settings: Mapping[str, str | int],
    connect: str,
) -> tuple[bytes, dict[str, bytes], int]:
    """One language: the document, its pictures by path, the length of its saved state."""
    planned = plan(publication, curriculum)
    ours = words("player", curriculum.language)
    recall = tuple(question for sop in planned.sops for question in recall_questions(sop, ours, curriculum.language))
    keys = keys_of(planned, (*planned.checks, *recall, *planned.tested))
    edition = Edition(publication, curriculum, planned, keys)
    pages = render_pages(edition)
    tested = "".join(
        render_question(question, edition, place="final", owner=question.id.partition(".")[0]) for question in planned.tested
    )
    closing = (completion(edition), glossary(edition), sources(edition))
    html = document(
        edition,
        (*pages, *(page for page in closing if page)),
        data=script_data(edition, recall=recall, documents=documents, settings=settings),
        tested=tested,
        documents=documents,
        style=STYLES,
        script=SCRIPT,
        connect=connect,
    )
    media = {path: media.data for path, media in edition.media().items()}
    return html.encode(), media, worst_case(planned, recall)
