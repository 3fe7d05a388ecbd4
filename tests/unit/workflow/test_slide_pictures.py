"""Small pictures of slides: of which decks, and what happens where they do not fit."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from builders.model.artefacts import Kind
from builders.model.slices import Slicer
from builders.reading.curriculum import Reading
from builders.storage.cache import Cache
from builders.targets.slides import session_deck
from builders.workflow.office import convert, find_office
from builders.workflow.plan import EVERYTHING, plan
from builders.workflow.slide_pictures import Painter, Source, decks_shown, find_painter, jpeg_size, slide_pictures

_ONE_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 960 540]>>endobj
trailer<</Root 1 0 R>>
"""


@pytest.fixture
def painter() -> Painter:
    found = find_painter()
    if found is None:
        message = "pdftoppm is not installed: for example `apt-get install poppler-utils`"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return found


def source(reading: Reading, cache: Cache, pdf: bytes, language: str = "en", session: str = "empathy.listening") -> Source:
    edition = reading.editions[language]
    decks = decks_shown(edition, plan(reading.editions, EVERYTHING))
    deck = next(deck for deck in decks if deck.session == session)
    return Source(deck, Slicer(edition).slice_for(deck), f"key of {deck.path}", cache.put("pdf", [("deck.pdf", pdf)])[0])


def test_each_session_once_from_the_course_that_shows_most(reading: Reading) -> None:
    edition = reading.editions["en"]
    decks = decks_shown(edition, plan(reading.editions, EVERYTHING))
    assert len({deck.session for deck in decks}) == len(decks)
    assert {(deck.kind, deck.language, deck.audience) for deck in decks} == {(Kind.SESSION_DECK, "en", "")}
    taught = {slot.session for course in edition.courses for day in course.days for slot in day.slots if hasattr(slot, "session")}
    assert {deck.session for deck in decks} == taught
    assert {deck.course for deck in decks} == {"five-day"}, "it teaches all that the short one does, and more"


def test_a_pdf_of_another_deck_is_refused(reading: Reading, tmp_path: Path, painter: Painter) -> None:
    cache = Cache(tmp_path / "cache")
    found = source(reading, cache, _ONE_PAGE)
    pictures, troubles = slide_pictures([found], painter, cache, tmp_path / "work", processes=2)
    assert not pictures
    assert len(troubles) == 1
    assert troubles[0].startswith(f"{found.deck.path}: its PDF has 1 pages for ")


def test_what_is_no_pdf_is_a_word_and_no_crash(reading: Reading, tmp_path: Path, painter: Painter) -> None:
    cache = Cache(tmp_path / "cache")
    pictures, troubles = slide_pictures([source(reading, cache, b"rubbish")], painter, cache, tmp_path / "work", processes=1)
    assert not pictures
    assert len(troubles) == 1


def test_the_size_is_that_of_the_picture(tmp_path: Path, painter: Painter) -> None:
    (tmp_path / "one.pdf").write_bytes(_ONE_PAGE)
    for kind in ((), ("-jpegopt", "progressive=y")):
        command = [painter.path, "-jpeg", *kind, "-scale-to-x", "320", "-scale-to-y", "-1", str(tmp_path / "one.pdf")]
        subprocess.run([*command, str(tmp_path / "page")], check=True, capture_output=True)
        assert jpeg_size((tmp_path / "page-1.jpg").read_bytes()) == (320, 180)


@pytest.mark.office
def test_a_hindi_deck_as_libreoffice_draws_it(soffice: str, reading: Reading, tmp_path: Path, painter: Painter) -> None:
    """Slides and notes pages are as many as the slides that are shown, and the notes are on them."""
    office = find_office()
    assert office is not None, soffice
    cache = Cache(tmp_path / "cache")
    bare = source(reading, cache, b"", "hi")
    session = bare.curriculum.session(bare.deck.session)
    assert session is not None
    decks = {"deck": session_deck(session, course=bare.curriculum.courses[0], curriculum=bare.curriculum)}
    slides = convert(office, decks, tmp_path / "slides", notes=False).pdfs["deck"]
    notes = convert(office, decks, tmp_path / "notes", notes=True).pdfs["deck"]
    found = source(reading, cache, slides, "hi")
    pictures, troubles = slide_pictures([found], painter, cache, tmp_path / "work", processes=2)
    assert not troubles, "there are as many pages as slides"
    assert {(picture.width, picture.height) for picture in pictures} == {(480, 270)}
    assert all(len(picture.data) < 60_000 for picture in pictures)
    shutil.rmtree(tmp_path / "work", ignore_errors=True)
    assert slide_pictures([found], Painter("/nowhere", painter.version), cache, tmp_path, processes=1) == (pictures, ())
    assert slides != notes
    (tmp_path / "notes.pdf").write_bytes(notes)
    (tmp_path / "slides.pdf").write_bytes(slides)
    words = {name: text(tmp_path / f"{name}.pdf") for name in ("slides", "notes")}
    assert words["notes"].count("\f") == words["slides"].count("\f"), "a page for each"
    assert "प्रशिक्षक" in words["notes"]


def text(pdf: Path) -> str:
    pdftotext = shutil.which("pdftotext")
    assert pdftotext is not None
    return subprocess.run([pdftotext, str(pdf), "-"], check=True, capture_output=True).stdout.decode()
