"""The participants' site: it is whole, and holds no word that is only for trainers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest

from builders.model.artefacts import Kind, OutputFile, day_deck, package
from builders.model.blocks import Debrief, Facilitator, Notes, Slide, walk
from builders.model.courses import ActivitySlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text, texts_in
from builders.reading.curriculum import Reading, read
from builders.rendering.plain import to_plain
from builders.targets.handbook import build

_WORD = re.compile(r"[a-z0-9]+|[\u0900-\u0963\u0966-\u097f]+")
_SENTENCE = re.compile(r"[.!?।\n]+")
_TAG = re.compile(r"<[^>]*>|\\u003c[^>]*>|\\n")
_SHORTEST = 5  # words: what is shorter may well be said elsewhere


def normal(words: str) -> str:
    return " " + " ".join(_WORD.findall(words.lower())) + " "


def phrases(text: Text) -> Iterator[str]:
    for sentence in _SENTENCE.split(to_plain(text.value)):
        if len(found := normal(sentence).split()) >= _SHORTEST:
            yield f" {' '.join(found)} "


def hidden(curriculum: Curriculum) -> Iterator[Text]:
    """Every text that only trainers may read."""
    for module in curriculum.modules:
        for session in module.sessions:
            yield from session.prepare
            yield from texts_in(session.difficulties)
            for block in (block for segment in session.segments for block in walk(segment.blocks)):
                if isinstance(block, Notes | Facilitator | Debrief):
                    yield from texts_in(block)
                if isinstance(block, Slide):
                    yield from texts_in(block.notes)
        for question in module.questions:
            yield from (choice.feedback for choice in question.choices if choice.feedback)
            yield from (text for _, text in question.feedback)
            if "check" not in question.use:
                yield question.stem
        for scenario in module.scenarios:
            yield from texts_in(scenario.roles, scenario.nodes, scenario.endings, scenario.debrief)
        yield from (text for sop in module.sops for text in sop.recall_never)
    for slot in (slot for course in curriculum.courses for day in course.days for slot in day.slots):
        if isinstance(slot, ActivitySlot) and slot.text:
            yield slot.text


def shown(files: tuple[OutputFile, ...]) -> str:
    """The words of all files, the search index included (its other form says the same: ``test_site`` compares them)."""
    texts = (file.data.decode() for file in files if file.path.endswith((".html", ".json", ".webmanifest")))
    return "\n".join(normal(unescape(_TAG.sub(" ", text))) for text in texts)


def of_both(curriculum: Curriculum, scratch: Path) -> tuple[str, str, set[str]]:
    """The words of the trainers' site, those of the participants', and the phrases that only the first may hold.

    A sentence that the session itself says to everyone may stand in the notes as well.
    """
    trainers = shown(build(curriculum, downloads=(), scratch=scratch / "trainers"))
    participants = shown(build(curriculum, downloads=(), scratch=scratch / "participants", audience="participant"))
    secret = {text.value for text in hidden(curriculum)}
    open_texts = (text for text in texts_in(curriculum) if text.value not in secret)
    said = "\n".join(normal(to_plain(text.value)) for text in open_texts)
    return trainers, participants, {phrase for text in hidden(curriculum) for phrase in phrases(text) if phrase not in said}


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_no_word_for_trainers_is_in_it(reading: Reading, tmp_path: Path, language: str) -> None:
    trainers, participants, secret = of_both(reading.editions[language], tmp_path)
    assert len(secret) > 1000
    found = sum(phrase in trainers for phrase in secret)
    assert found > 0.85 * len(secret), "the test would not see them if they were there"
    assert [phrase for phrase in secret if phrase in participants] == []


@pytest.mark.parametrize("name", ["small", "learner"])
def test_no_word_for_trainers_is_in_small_ones_either(repository: Path, tmp_path: Path, name: str) -> None:
    for language, curriculum in read(repository / "tests/curricula/valid" / name).editions.items():
        trainers, participants, secret = of_both(curriculum, tmp_path / language)
        assert any(phrase in trainers for phrase in secret)
        assert [phrase for phrase in secret if phrase in participants] == []


@pytest.fixture(scope="module")
def site(small: Mapping[str, Curriculum], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    downloads = (
        day_deck("en", "one-day", 1),
        package(Kind.SCORM12, ("en",), "1.0.0", module="empathy"),
        package(Kind.WEB, ("en",), "1.0.0", module="empathy"),
    )
    files = build(small["en"], downloads=downloads, scratch=tmp_path_factory.mktemp("site"), audience="participant")
    return {file.path: file.data.decode(errors="replace") for file in files}


def test_it_has_the_sessions_and_no_tests(site: Mapping[str, str]) -> None:
    pages = {path for path in site if path.endswith(".html")}
    assert pages == {
        "index.html",
        "courses/one-day.html",
        "modules/empathy/index.html",
        "sessions/empathy/listening.html",
        "sessions/empathy/first-words.html",
        "sops/empathy/receiving.html",
        "scenarios/empathy/counter.html",
        "glossary.html",
        "sources.html",
        "downloads.html",
    }
    session = site["sessions/empathy/listening.html"]
    for words in ("often stops because of", "They expect not to be believed", "One speaks for three minutes"):
        assert words in session


def test_nothing_in_it_is_marked_as_an_answer(site: Mapping[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            assert not re.search(r'class="[^"]*(for-trainer|verdict|views|block-notes|block-watch|block-debrief)', text), path


def test_it_offers_the_web_edition_and_neither_decks_nor_packages(site: Mapping[str, str]) -> None:
    offered = set(re.findall(r'class="download" href="([^"]+)"', "".join(site.values())))
    assert offered
    assert all("/web/" in address for address in offered)
