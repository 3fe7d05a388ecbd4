"""The pages of a cartridge: they read without a script, every link leads somewhere, and nothing meant for trainers is in them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import Publication, of_module
from builders.rendering.plain import html_to_plain
from builders.targets.cartridge import package
from builders.targets.cartridge.static import linked, static

_EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Page(HTMLParser):
    """The ids, links and elements of a page; fails where elements are not closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given[key] or "" for key in ("href", "src") if key in given]
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def _pages(files: dict[str, bytes]) -> dict[str, _Page]:
    return {path: _Page(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_there_is_a_page_for_everything(cartridge: dict[str, bytes]) -> None:
    assert {path for path in cartridge if path.endswith(".html")} == {
        "index.html",
        "session-first.html",
        "session-second.html",
        "about.html",
        "glossary.html",
        "sources.html",
    } | {path for path in cartridge if path.startswith("practice-")}


@pytest.mark.parametrize("edition", ["cartridge", "hindi"])
def test_pages_need_no_script(edition: str, request: pytest.FixtureRequest) -> None:
    files: dict[str, bytes] = request.getfixturevalue(edition)
    for path, page in _pages(files).items():
        names = {name for name, _ in page.elements}
        assert not names & {"script", "form", "input", "button", "textarea", "select", "template", "svg", "progress", "iframe"}, (
            path
        )
        for name, given in page.elements:
            assert not any(
                key.startswith(("on", "data-key", "data-q", "data-page", "style")) or key == "hidden" for key in given
            ), name
    assert not any(path.endswith(".js") for path in files)


def test_every_link_leads_somewhere(cartridge: dict[str, bytes]) -> None:
    pages = _pages(cartridge)
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(("https://", "http://", "mailto:")):
                continue
            target, _, anchor = link.partition("#")
            assert (target or path) in cartridge, f"{path}: {link}"
            if anchor:
                assert anchor in pages[target or path].ids, f"{path}: {link}"
        assert len(set(page.ids)) == len(page.ids), path


def test_links_go_from_page_to_page(cartridge: dict[str, bytes]) -> None:
    first = cartridge["session-first.html"].decode()
    assert 'href="glossary.html#term-kit"' in first
    assert 'href="sources.html#source-checked"' in first
    assert re.search(r'href="session-second\.html#page-kit\.second\.', first)


def test_questions_stand_in_the_quiz_and_the_page_says_so(cartridge: dict[str, bytes]) -> None:
    words = html_to_plain(cartridge["session-first.html"].decode())
    assert "Which of these is in the kit?" in words
    assert "You answer this question in “Questions: What is in it”." in words
    assert "The ladder stays at home." not in words
    rating = words.partition("How sure are you?")[2]
    assert rating.splitlines()[1] == "Think about it for yourself. Nobody asks for your answer."


def test_what_a_lone_learner_does_is_there(cartridge: dict[str, bytes]) -> None:
    words = html_to_plain(cartridge["session-first.html"].decode())
    assert "Look around your own room and write down what you would take." in words
    assert "Right hand: rope." in words
    assert "Never pull the rope." in words


def test_scenario_and_procedure_can_be_read(cartridge: dict[str, bytes], module: Module) -> None:
    everything = "".join(
        "".join(html_to_plain(data.decode()).split()) for path, data in cartridge.items() if path.endswith(".html")
    )
    for scenario in module.scenarios:
        for node in scenario.nodes:
            for choice in node.choices:
                assert "".join(choice.text.value.split()) in everything
    for sop in module.sops:
        for step in sop.steps:
            assert "".join(step.action.value.split()) in everything


def test_what_recalls_a_procedure_is_in_a_quiz(cartridge: dict[str, bytes]) -> None:
    quizzes = b"".join(data for path, data in cartridge.items() if path.startswith("quizzes/quiz-"))
    assert b'ident="kit.order.recall-order"' in quizzes
    assert b'ident="kit.order.recall-never"' in quizzes


def test_teachers_are_told_what_was_changed(cartridge: dict[str, bytes]) -> None:
    words = html_to_plain(cartridge["about.html"].decode())
    assert "kit.q-rating How sure are you?" in words
    assert "the pass mark is 70 %, in at most 3 attempts" in words
    assert "Matching questions are asked line by line." in words
    assert "Where only two answers are given" not in words


def test_nothing_for_trainers(cartridge: dict[str, bytes], hindi: dict[str, bytes]) -> None:
    for files in (cartridge, hindi):
        assert not [path for path, data in files.items() if b"TRAINERONLY" in data]


def test_pictures_come_along_and_those_of_slides_do_not(cartridge: dict[str, bytes], module: Module) -> None:
    shown = {path: data for path, data in cartridge.items() if path.startswith("media/")}
    lamp = next(media for media in module.media if media.path == "media/Lamp_One.png")
    assert list(shown.values()) == [lamp.data]


def test_a_picture_in_a_question_comes_along(
    module: Module, curriculum: Curriculum, unpacked: Callable[[bytes], dict[str, bytes]]
) -> None:
    def with_room(question_id: str) -> Module:
        asked = module.question(question_id)
        assert asked
        stem = dataclasses.replace(asked.stem, value="![the room](media/room.png)")
        questions = tuple(dataclasses.replace(each, stem=stem) if each is asked else each for each in module.questions)
        return dataclasses.replace(module, questions=questions)

    pictured = with_room("kit.q-true")
    files = unpacked(package((of_module(pictured), dataclasses.replace(curriculum, modules=(pictured,))), version="1.1")[1])
    assert "media/kit/room.png" in files
    assert b"$IMS-CC-FILEBASE$../media/kit/room.png" in files["quizzes/question-bank.xml"]
    assert b'<dependency identifierref="media-kit-room.png"' in files["imsmanifest.xml"]
    assert b'src="media/kit/room.png"' in files["session-first.html"]


def test_pages_are_in_their_language(cartridge: dict[str, bytes], hindi: dict[str, bytes]) -> None:
    assert cartridge["index.html"].startswith(b'<!doctype html>\n<html lang="en-IN">')
    assert hindi["index.html"].startswith(b'<!doctype html>\n<html lang="hi-IN">')
    assert "इस प्रश्न का उत्तर आप" in hindi["session-first.html"].decode()
    assert b'lang="en-IN"' in hindi["session-first.html"], "words that are not translated name their language"


def test_words_cannot_break_out(
    publication: Publication, curriculum: Curriculum, unpacked: Callable[[bytes], dict[str, bytes]]
) -> None:
    attack = "]]> <script>alert(1)</script> & \" ' <img src=x onerror=alert(2)> प्रश्न"
    summary = dataclasses.replace(publication.summary, value=attack)
    title = dataclasses.replace(publication.title, value=attack)
    files = unpacked(package((dataclasses.replace(publication, title=title, summary=summary), curriculum), version="1.3")[1])
    for page in _pages(files).values():
        assert "script" not in {name for name, _ in page.elements}
        assert not any("onerror" in given for _, given in page.elements)
    assert "प्रश्न" in files["index.html"].decode()


# Making pages static


def test_static_leaves_out_what_is_for_scripts() -> None:
    html = (
        '<p data-key="x" tabindex="-1" class="a">1 &lt; 2</p><div hidden><div>gone<br></div><input></div>'
        '<form id="check-q"><div><input><p>gone</p></div></form><svg><path></path></svg>'
        '<span aria-hidden="true">gone</span><p>on</p>'
    )
    assert static(html, {"check-q": "<b>note</b>"}) == '<p class="a">1 &lt; 2</p><b>note</b><p>on</p>'


def test_linked_sends_readers_to_the_right_page() -> None:
    pages = {
        "a.html": '<h2 id="one">1</h2><a class="x" href="#two" lang="en">to two</a><a href="#one">up</a>',
        "b.html": '<p id="two"><a href="#three">nowhere</a><a href="https://example.org/#two">out</a></p>',
    }
    assert linked(pages) == {
        "a.html": '<h2 id="one">1</h2><a class="x" href="b.html#two" lang="en">to two</a><a href="#one">up</a>',
        "b.html": '<p id="two">nowhere<a href="https://example.org/#two">out</a></p>',
    }
