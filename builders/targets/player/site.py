"""A learner's package before its standard: a module comes in, document, scripts, styles and pictures go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.rendering.words import words
from builders.targets.player.assets import STYLE, player_files
from builders.targets.player.document import document
from builders.targets.player.edition import Edition
from builders.targets.player.pages import completion, glossary, render_pages, sources
from builders.targets.player.plan import keys_of, plan
from builders.targets.player.questions import render_question
from builders.targets.player.recall import recall_questions
from builders.targets.player.saved_state import worst_case
from builders.targets.player.script_data import script_data

PAGE = "index.html"
FOLDER = "player"


@dataclass(frozen=True, slots=True)
class LearnerSite:
    """``files`` are path and bytes, the page ``index.html`` among them. ``saved_state`` is the most characters that saved
    progress can take; ``assessed`` says that there is a final assessment."""

    files: tuple[tuple[str, bytes], ...]
    saved_state: int
    assessed: bool


def learner_site(
    module: Module,
    curriculum: Curriculum,
    *,
    start: str,
    scripts: tuple[tuple[str, bytes], ...],
    settings: Mapping[str, str | int],
) -> LearnerSite:
    """Everything of a module that a learner gets.

    ``scripts`` are what a standard adds to the player, ``start`` the name of the one among them that starts it;
    ``settings`` go to it as they are.
    """
    planned = plan(module, curriculum)
    ours = words("player", curriculum.language)
    recall = tuple(question for sop in planned.sops for question in recall_questions(sop, ours, curriculum.language))
    keys = keys_of(planned, (*planned.checks, *recall, *planned.final))
    edition = Edition(module, curriculum, planned, keys)
    pages = render_pages(edition)
    final = "".join(render_question(question, edition, place="final") for question in planned.final)
    closing = (completion(edition), glossary(edition), sources(edition))
    shown = (*pages, *(page for page in closing if page))
    code = sorted((*player_files(), *scripts))
    names = [start, *(name for name, _ in code if name.endswith(".js") and name != start)]
    html = document(
        edition,
        shown,
        data=script_data(edition, recall=recall, settings=settings),
        final=final,
        style=f"{FOLDER}/{STYLE}",
        scripts=tuple(f"{FOLDER}/{name}" for name in names),
    )
    media = ((path, media.data) for path, media in edition.media().items())
    files = [(PAGE, html.encode()), *((f"{FOLDER}/{name}", data) for name, data in code), *media]
    return LearnerSite(tuple(sorted(files)), worst_case(planned, recall), bool(planned.final))
