"""The web pages of a cartridge: a publication comes in, HTML documents that need no script and their pictures go out.

They are the player's own pages, a session's segments one below the other. Systems exist that keep a page's body alone and
drop its styles, so the words come in elements that read well without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builders.model.modules import Session
from builders.model.publications import Publication
from builders.model.questions import Question
from builders.targets.cartridge.quizzes import Quiz
from builders.targets.cartridge.static import linked, static
from builders.targets.packaging.wording import Wording
from builders.targets.player.edition import Edition
from builders.targets.player.markup import plain, tag
from builders.targets.player.pages import PageHtml, glossary, render_pages, sources
from builders.targets.player.plan import keys_of, plan
from builders.targets.player.recall import recall_questions

STYLE = "style.css"

_KICKER = re.compile(r'(<section\b[^>]*>)<p class="kicker">(?:(?!</p>).)*</p>(?=<h2)', re.DOTALL)
_PICTURE = re.compile(r'(?<= src=")media/[^"]+')


@dataclass(frozen=True, slots=True)
class Page:
    """``id`` is that of the session or piece of practice, or ``start``, ``about``, ``glossary``, ``sources``. ``title`` is plain
    words; ``pictures`` are the paths of what the page shows."""

    id: str
    path: str
    title: str
    html: bytes
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    id: str
    path: str
    title: str
    body: str


def pages(
    publication: Publication, wording: Wording, quizzes: Sequence[Quiz], *, about: str
) -> tuple[tuple[Page, ...], dict[str, bytes]]:
    """Start, a page for every session and piece of practice, glossary and sources as far as there are any, and ``about`` (HTML)
    as a page for teachers; and the pictures by path."""
    edition, recall = _edition(publication, wording)
    rendered = {page.id: page for page in render_pages(edition)}
    asked = _asked((*edition.plan.checks, *recall), edition, wording, quizzes)
    shown = {item.id for item in edition.plan.practice}
    drafts = [
        _start(edition, wording),
        *(_session(session, edition, rendered, publication) for session in publication.sessions),
        *(
            _Draft(item.id, _path("practice", item.id, publication), wording.plain(item.title), rendered[item.id].html)
            for item in publication.practice
            if item.id in shown
        ),
        _Draft("about", "about.html", wording.words["about"], about),
    ]
    closing = ((page, f"{page.id}.html") for page in (glossary(edition), sources(edition)) if page)
    drafts += [_Draft(page.id, path, wording.words[page.id], page.html) for page, path in closing]
    bodies = linked({draft.path: static(_KICKER.sub(r"\1", draft.body), asked) for draft in drafts if draft.body})
    done = (_page(draft, bodies[draft.path], edition) for draft in drafts if draft.body)
    return tuple(done), {path: media.data for path, media in edition.media().items()}


def _edition(publication: Publication, wording: Wording) -> tuple[Edition, tuple[Question, ...]]:
    curriculum = wording.curriculum
    planned = plan(publication, curriculum)
    recall = tuple(question for sop in planned.sops for question in recall_questions(sop, wording.words, curriculum.language))
    return Edition(publication, curriculum, planned, keys_of(planned, (*planned.checks, *recall, *planned.tested))), recall


def _start(edition: Edition, wording: Wording) -> _Draft:
    publication = edition.publication
    goals = [tag("li", edition.inline(objective.text)) for objective in publication.objectives]
    facts = [tag("li", wording.word("for-whom"), " ", edition.inline(publication.audience))]
    if publication.minutes:
        facts.append(tag("li", wording.word("time"), " ", wording.word("minutes", n=publication.minutes)))
    body = "".join(
        (
            edition.sign(publication.title, publication.summary),
            edition.block(publication.summary, "lead"),
            tag("h2", edition.word("objectives")) + tag("ul", *goals) if goals else "",
            tag("ul", *facts),
        )
    )
    return _Draft("start", "index.html", wording.plain(publication.title), body)


def _session(session: Session, edition: Edition, rendered: dict[str, PageHtml], publication: Publication) -> _Draft:
    """A session that has nothing for learners has no page."""
    segments = (page.id for page in edition.plan.segments if page.session.id == session.id)
    body = "".join(rendered[id].html for id in segments)
    return _Draft(session.id, _path("session", session.id, publication), edition.plain(session.title), body)


def _path(kind: str, id: str, publication: Publication) -> str:
    return f"{kind}-{id.removeprefix(f'{publication.id}.').replace('.', '-')}.html"


def _asked(questions: Iterable[Question], edition: Edition, wording: Wording, quizzes: Sequence[Quiz]) -> dict[str, str]:
    """What stands in the text where a question is asked: its words, and in which quiz it is answered."""
    homes = {id: quiz.title for quiz in reversed(quizzes) if quiz.test is None for id in quiz.questions}
    return {f"check-{question.id}": _note(question, edition, wording, homes.get(question.id, "")) for question in questions}


def _note(question: Question, edition: Edition, wording: Wording, quiz: str) -> str:
    stem = edition.block(question.stem, owner=question.id.partition(".")[0])
    where = wording.word("asked-in", quiz=quiz) if quiz else wording.word("think-about")
    kicker = tag("p", edition.word("question"), class_="kicker")
    return tag("div", kicker, stem, tag("p", where, class_="how"), class_="asked", id=f"check-{question.id}")


def _page(draft: _Draft, body: str, edition: Edition) -> Page:
    publication, curriculum = edition.publication, edition.curriculum
    foot = tag(
        "footer",
        edition.inline(publication.title),
        " · ",
        edition.inline(curriculum.issuer),
        " · ",
        edition.word("version", n=publication.version),
        plain(f" · {curriculum.licence}"),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", plain(draft.title)),
        tag("link", rel="stylesheet", href=STYLE),
    )
    main = tag("main", tag("h1", plain(draft.title)), body)
    html = f"<!doctype html>\n{tag('html', head, tag('body', main, foot), lang=edition.language.tag)}\n"
    pictures = tuple(dict.fromkeys(_PICTURE.findall(body)))
    return Page(draft.id, draft.path, draft.title, html.encode(), pictures)
