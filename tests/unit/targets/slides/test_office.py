"""LibreOffice opens the decks: a page for every slide, and words that stand where they should and not on each other."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from builders.model.timetable import timetable
from builders.targets.slides import day_deck, session_deck

pytestmark = pytest.mark.office

_WORD = "{http://www.w3.org/1999/xhtml}word"
_PAGE = "{http://www.w3.org/1999/xhtml}page"


@pytest.fixture(scope="module")
def decks(reading: Any) -> dict[str, bytes]:
    found = {}
    for language, session in (("en", "sops.zero-fir"), ("en", "empathy.first-minutes"), ("hi", "empathy.first-minutes")):
        curriculum = reading.editions[language]
        taught = curriculum.session(session)
        found[f"{language}-{session}"] = session_deck(taught, course=curriculum.courses[0], curriculum=curriculum)
    curriculum = reading.editions["mr"]
    course = curriculum.courses[-1]
    found["mr-day"] = day_deck(timetable(course, curriculum)[0], course=course, curriculum=curriculum)
    return found


@pytest.fixture(scope="module")
def pages(soffice: str, decks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[ElementTree.Element]]:
    """The words of every page with their places, as LibreOffice sets them."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        message = "pdftotext is not installed: for example `apt-get install poppler-utils`"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("decks")
    for name, data in decks.items():
        (folder / f"{name}.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.pptx") for name in decks]
    arguments = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(arguments, check=True, capture_output=True, timeout=300)
    return {name: _pages(pdftotext, folder / f"{name}.pdf") for name in decks}


def _pages(pdftotext: str, pdf: Path) -> list[ElementTree.Element]:
    found = subprocess.run([pdftotext, "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", found)
    return list(ElementTree.fromstring(clean).iter(_PAGE))  # noqa: S314 - our own deck, by way of two local programs


def _words(page: ElementTree.Element) -> list[str]:
    return [word.text or "" for word in page.iter(_WORD)]


def _edges(word: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in points."""
    return float(word.get("xMin", 0)), float(word.get("yMin", 0)), float(word.get("xMax", 0)), float(word.get("yMax", 0))


def test_every_slide_is_a_page(decks: dict[str, bytes], pages: dict[str, list[ElementTree.Element]]) -> None:
    for name, data in decks.items():
        assert len(pages[name]) == len(Presentation(io.BytesIO(data)).slides), name


def test_words_are_there(decks: dict[str, bytes], pages: dict[str, list[ElementTree.Element]]) -> None:
    for name in ("en-sops.zero-fir", "en-empathy.first-minutes"):
        for slide, page in zip(Presentation(io.BytesIO(decks[name])).slides, pages[name], strict=True):
            text = " ".join(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)
            wanted = set(re.findall(r"[A-Za-z]{3,}", text))
            assert wanted <= set(re.findall(r"[A-Za-z]{3,}", " ".join(_words(page)))), slide.shapes.title.text_frame.text


def test_devanagari_is_set_in_devanagari(pages: dict[str, list[ElementTree.Element]]) -> None:
    hindi = " ".join(word for page in pages["hi-empathy.first-minutes"] for word in _words(page))
    assert sum("\u0900" <= sign <= "\u097f" for sign in hindi) > 2000


@pytest.mark.parametrize("name", ["en-sops.zero-fir", "en-empathy.first-minutes", "hi-empathy.first-minutes", "mr-day"])
def test_no_word_leaves_the_page_or_stands_on_another(pages: dict[str, list[ElementTree.Element]], name: str) -> None:
    for number, page in enumerate(pages[name], start=1):
        wide, high = float(page.get("width", 0)), float(page.get("height", 0))
        places = [(word.text or "", _edges(word)) for word in page.iter(_WORD)]
        for text, (left, top, right, bottom) in places:
            assert left >= 0, (number, text)
            assert top >= 0, (number, text)
            assert right <= wide, (number, text)
            assert bottom <= high, (number, text)
        for (one, first), (other, second) in combinations(places, 2):
            across = min(first[2], second[2]) - max(first[0], second[0])
            down = min(first[3], second[3]) - max(first[1], second[1])
            lower = min(first[3] - first[1], second[3] - second[1])
            assert across < 2 or down < lower * 0.4, (number, one, other)
