"""PDFs of decks: which there are, and when they are made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders.model.artefacts import PARTICIPANT, Artefact, Entry, Kind, day_deck, notes_pdf, session_deck, slides_pdf
from builders.storage.cache import Cache, Stored
from builders.workflow.manifest import Built
from builders.workflow.office import Office
from builders.workflow.pdfs import Made, Pdf, make_pdfs, pdfs_of, still_shown

DECK = session_deck("en", "one-day", "m.talk", "1.0.0")
DAY = day_deck("en", "one-day", 1)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def stored(cache: Cache, deck: Artefact, words: str) -> Stored:
    return cache.put(f"{deck.path} {words}", [(deck.path, words.encode())])[0]


def made(pdfs: list[Pdf], office: Office, cache: Cache, heard: list[str] | None = None) -> Made:
    told = [] if heard is None else heard
    return make_pdfs(pdfs, office, cache, cache.folder / "scratch", processes=2, done=lambda item: told.append(item.path))


def test_slides_and_notes_lie_beside_the_deck() -> None:
    found = list(pdfs_of([DECK]))
    assert [item.path for item in found] == ["decks/en/one-day/m.talk.pdf", "decks/en/one-day/m.talk.notes.pdf"]
    assert [item.kind for item in found] == [Kind.SLIDES_PDF, Kind.NOTES_PDF]
    assert {item.deck for item in found} == {DECK.path}
    assert {(item.course, item.session, item.version) for item in found} == {("one-day", "m.talk", "1.0.0")}


def test_participants_get_no_notes() -> None:
    deck = replace(DECK, audience=PARTICIPANT, path="decks/en/one-day/m.talk-participants.pptx")
    assert [item.path for item in pdfs_of([deck])] == ["decks/en/one-day/m.talk-participants.pdf"]


def test_what_is_no_deck_has_no_pdf() -> None:
    assert not list(pdfs_of([Artefact(Kind.HANDBOOK, "en", "handbook/en"), slides_pdf(DECK)]))
    assert not Artefact(Kind.PRINTABLE, "en", "printables/en/one.pdf").deck


def test_nothing_is_converted_twice(office: Office, cache: Cache, log: Path) -> None:
    deck = stored(cache, DECK, "one")
    wanted = [Pdf(slides_pdf(DECK), deck), Pdf(notes_pdf(DECK), deck)]
    heard: list[str] = []
    first = made(wanted, office, cache, heard)
    assert first.new == first.files.keys()
    assert sorted(first.files) == sorted(heard) == sorted(pdf.artefact.path for pdf in wanted)
    slides, notes = (cache.read(first.files[pdf.artefact.path][0]) for pdf in wanted)
    assert slides != notes
    starts = log.read_text(encoding="utf-8")
    again = made(wanted, office, cache)
    assert not again.new
    assert again.files == first.files
    assert log.read_text(encoding="utf-8") == starts


def test_another_deck_or_another_office_is_converted(office: Office, cache: Cache) -> None:
    made([Pdf(slides_pdf(DECK), stored(cache, DECK, "one"))], office, cache)
    assert made([Pdf(slides_pdf(DECK), stored(cache, DECK, "two"))], office, cache).new
    assert made([Pdf(slides_pdf(DECK), stored(cache, DECK, "two"))], replace(office, identity="other"), cache).new


def test_a_deck_that_fails_is_a_finding_and_tried_again(office: Office, cache: Cache, log: Path) -> None:
    wanted = [Pdf(slides_pdf(DECK), stored(cache, DECK, "crashes")), Pdf(slides_pdf(DAY), stored(cache, DAY, "two"))]
    found = made(wanted, office, cache)
    assert sorted(found.files) == [slides_pdf(DAY).path]
    assert [(finding.code, slides_pdf(DECK).path in finding.message) for finding in found.findings] == [("W004", True)]
    assert "something is wrong with it" in found.findings[0].message
    starts = log.read_text(encoding="utf-8")
    assert made(wanted, office, cache).findings
    assert log.read_text(encoding="utf-8") != starts


def entry(artefact: Artefact, folder: Path, words: str) -> Built:
    path = folder / artefact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    cached = Cache(folder / "cache").put(artefact.path, [(artefact.path, words.encode())])
    return Built(Entry(artefact, cached[0].size, cached[0].sha256), cached)


def test_a_pdf_stays_as_long_as_its_deck_does(tmp_path: Path) -> None:
    deck, pdf = entry(DECK, tmp_path, "deck"), entry(slides_pdf(DECK), tmp_path, "pdf")
    changed = entry(DECK, tmp_path / "new", "another deck")
    assert still_shown([deck, pdf], [deck], tmp_path) == (pdf,)
    assert still_shown([deck, pdf], [changed], tmp_path) == ()
    assert still_shown([deck, pdf], [], tmp_path) == (), "the deck is gone"
    assert still_shown([deck, pdf], [deck, pdf], tmp_path) == (), "it was made just now"
    (tmp_path / pdf.entry.artefact.path).write_text("scribbled", encoding="utf-8")
    assert still_shown([deck, pdf], [deck], tmp_path) == (), "somebody changed it"
