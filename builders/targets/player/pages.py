"""The pages of a publication: its plan comes in, one ``section`` per page goes out, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.blocks import Prose
from builders.model.curriculum import Term
from builders.model.publications import Test
from builders.model.scenarios import Scenario
from builders.model.text import Text
from builders.rendering.languages import language
from builders.rendering.plain import html_to_plain
from builders.targets.player.addresses import anchor
from builders.targets.player.blocks import BlockWriter
from builders.targets.player.edition import Edition
from builders.targets.player.markup import plain, tag
from builders.targets.player.plan import SegmentPage
from builders.targets.player.procedures import render_procedure
from builders.targets.player.scenarios import render_scenario

_WORDS_A_MINUTE = 150  # reading on a phone in a second language


@dataclass(frozen=True, slots=True)
class PageHtml:
    """A page: its id, its plain title as HTML, the group it stands under in the contents (empty: none), and its element."""

    id: str
    title: str
    group: str
    html: str


def render_pages(edition: Edition) -> tuple[PageHtml, ...]:
    """Start, tests ahead, a page per segment, practice, tests at the end.

    Sources and glossary come later: they list what these pages use.
    """
    placed: set[tuple[str, str]] = set()
    segments = [_segment(page, edition, placed) for page in edition.plan.segments]
    practice = [_practice_page(item.id, edition) for item in edition.plan.practice]
    before, after = ([_test(test, edition) for test in tests] for tests in (edition.plan.before, edition.plan.after))
    pages = [*before, *segments, *practice, *after]
    return (_start(edition, pages), *pages)


def section(edition: Edition, id: str, heading: str, *content: str, kicker: str = "") -> str:
    """A page's element. The script moves the focus to its heading."""
    name = f"{anchor(id)}-title"
    return tag(
        "section",
        tag("p", kicker, class_="kicker") if kicker else "",
        tag("h2", heading, id=name, tabindex="-1"),
        *content,
        class_="page",
        id=anchor(id),
        data_page=edition.keys.pages[id],
        aria_labelledby=name,
    )


def _start(edition: Edition, pages: list[PageHtml]) -> PageHtml:
    publication, final = edition.publication, edition.publication.final
    goals = [tag("li", edition.inline(objective.text)) for objective in publication.objectives]
    words = sum(len(html_to_plain(page.html).split()) for page in pages)
    facts = [edition.word("start-reading", n=max(1, round(words / _WORDS_A_MINUTE)), pages=len(edition.plan.counted))]
    if final and final.mastery is not None:
        facts.append(edition.word("start-assessment", n=final.drawn, mastery=final.mastery))
    heading = edition.word("start")
    html = section(
        edition,
        "start",
        heading,
        edition.sign(publication.title, publication.summary),
        edition.block(publication.summary, "lead"),
        tag("h3", edition.word("objectives")) + tag("ul", *goals, class_="goals") if goals else "",
        tag("ul", *(tag("li", fact) for fact in facts), class_="facts"),
        tag("p", edition.word("start-saved"), class_="how", data_when="recorded", hidden=True),
        kicker=edition.inline(publication.title),
    )
    return PageHtml("start", heading, "", html)


def _segment(page: SegmentPage, edition: Edition, placed: set[tuple[str, str]]) -> PageHtml:
    session, segment = page.session, page.segment
    edition = edition.of(session.id.partition(".")[0])
    sign = edition.sign(segment.title, *_prose(page))
    opening = ""
    if page.opens:
        objectives = {objective.id: objective.text for objective in edition.publication.objectives}
        goals = [tag("li", edition.inline(objectives[id])) for id in session.objectives if id in objectives]
        summary = edition.block(session.summary, "lead") if session.summary else ""
        listed = tag("p", edition.word("session-objectives"), class_="term") + tag("ul", *goals) if goals else ""
        opening = tag("div", summary, listed, class_="opening")
    writer = BlockWriter(edition, page=page.id, marked=bool(sign), placed=placed)
    session_title = edition.inline(session.title)
    html = section(
        edition,
        page.id,
        edition.inline(segment.title),
        sign,
        opening,
        writer.write(segment.blocks),
        kicker=session_title,
    )
    return PageHtml(page.id, edition.short(segment.title), edition.short(session.title), html)


def _prose(page: SegmentPage) -> tuple[Text, ...]:
    """What decides whether a page counts as translated: its own running text."""
    return tuple(block.text for block in page.segment.blocks if isinstance(block, Prose))


def _practice_page(id: str, edition: Edition) -> PageHtml:
    item = next(item for item in edition.plan.practice if item.id == id)
    sign = edition.sign(item.title)
    body = (
        render_scenario(item, edition, marked=bool(sign))
        if isinstance(item, Scenario)
        else render_procedure(item, edition, marked=bool(sign))
    )
    practice = edition.word("practice")
    html = section(edition, id, edition.inline(item.title), sign, body, kicker=practice)
    return PageHtml(id, edition.short(item.title), practice, html)


def _test(test: Test, edition: Edition) -> PageHtml:
    heading = edition.word(test.id)
    intro = edition.word("test-without-mark", n=test.drawn)
    if test.mastery is not None:
        intro = edition.word("assessment-intro", n=test.drawn, mastery=test.mastery)
    html = section(
        edition,
        test.id,
        heading,
        tag("p", intro),
        tag("div", id=f"test-{test.id}", class_="test"),
        tag("p", edition.word("assessment-script"), class_="unscripted"),
    )
    return PageHtml(test.id, heading, "", html)


def completion(edition: Edition) -> PageHtml:
    """The last page: what was reached, and the way out."""
    heading = edition.word("completion")
    html = section(edition, "completion", heading, tag("div", id="completion"))
    return PageHtml("completion", heading, "", html)


def glossary(edition: Edition) -> PageHtml | None:
    """The terms that the pages made so far link to, and those that their definitions link to in turn."""
    entries: dict[str, str] = {}
    while missing := [term for term in edition.curriculum.terms if term.id in edition.terms_used() - entries.keys()]:
        entries |= {term.id: _entry(term, edition) for term in missing}
    if not entries:
        return None
    heading = edition.word("glossary")
    rows = [entries[term.id] for term in edition.curriculum.terms if term.id in entries]
    return PageHtml("glossary", heading, "", section(edition, "glossary", heading, tag("dl", *rows, class_="glossary")))


def _entry(term: Term, edition: Edition) -> str:
    word = plain(term.rendering(edition.curriculum.language))
    if edition.curriculum.language not in dict(term.renderings):
        word = _in_source_language(word, edition)
    sign = edition.sign(term.definition)
    head = tag("dt", word, id=f"term-{term.id}", tabindex="-1")
    return head + tag("dd", edition.block(term.definition), sign)


def sources(edition: Edition) -> PageHtml | None:
    """What the pages made so far cite, numbered; what nobody has compared with the original says so."""
    rows = []
    for number, source in edition.citations.cited():
        title = _in_source_language(plain(source.title), edition)
        if source.address:
            title = tag("a", title, href=source.address, target="_blank", rel="noopener noreferrer")
        publisher = f" {plain(source.publisher)}." if source.publisher else ""
        mark = "" if source.status == "verified" else " " + tag("strong", edition.word("unverified-mark"), class_="sign")
        rows.append(tag("li", title, ".", publisher, mark, value=number, id=f"source-{source.id}", tabindex="-1"))
    if not rows:
        return None
    heading = edition.word("sources")
    html = section(edition, "sources", heading, tag("ol", *rows, class_="sources"))
    return PageHtml("sources", heading, "", html)


def _in_source_language(html: str, edition: Edition) -> str:
    """Words that have no translation of their own, such as the titles of laws and books."""
    source = edition.curriculum.source_language
    return html if source == edition.curriculum.language else tag("span", html, lang=language(source).tag)
