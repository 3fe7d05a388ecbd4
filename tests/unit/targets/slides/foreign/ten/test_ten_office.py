"""LibreOffice opens decks on ten templates: a page for every slide, no word beyond its edge, and none on another."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from builders.targets.slides import session_deck

pytestmark = pytest.mark.office

_PAGE, _WORD = "{http://www.w3.org/1999/xhtml}page", "{http://www.w3.org/1999/xhtml}word"


@pytest.fixture(scope="module")
def decks(reading: Any, onto: Callable[..., Any], ten: Mapping[str, bytes]) -> dict[str, bytes]:
    """A deck on each, every second one in Hindi."""
    found = {}
    for at, (name, data) in enumerate(ten.items()):
        language, session = ("en", "sops.zero-fir") if at % 2 else ("hi", "empathy.first-minutes")
        curriculum = replace(reading.editions[language], theme=onto(data))
        found[name] = session_deck(curriculum.session(session), course=curriculum.courses[0], curriculum=curriculum)
    return found


@pytest.fixture(scope="module")
def pages(soffice: str, decks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[ElementTree.Element]]:
    """The words of every page with their places, as LibreOffice sets them."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext is not installed: for example `apt-get install poppler-utils`")
    folder = tmp_path_factory.mktemp("ten")
    files = {name: folder / f"{at}.pptx" for at, name in enumerate(decks)}
    for name, path in files.items():
        path.write_bytes(decks[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {name: _pages(pdftotext, path.with_suffix(".pdf")) for name, path in files.items()}


def _pages(pdftotext: str, pdf: Path) -> list[ElementTree.Element]:
    found = subprocess.run([pdftotext, "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", found)
    return list(ElementTree.fromstring(clean).iter(_PAGE))  # noqa: S314 - our own deck, by way of two local programs


def _edges(word: ElementTree.Element) -> tuple[float, float, float, float]:
    return float(word.get("xMin", 0)), float(word.get("yMin", 0)), float(word.get("xMax", 0)), float(word.get("yMax", 0))


def test_every_slide_is_a_page(decks: dict[str, bytes], pages: dict[str, list[ElementTree.Element]]) -> None:
    for name, data in decks.items():
        assert len(pages[name]) == len(Presentation(io.BytesIO(data)).slides), name


def test_no_word_leaves_the_page_or_stands_on_another(pages: dict[str, list[ElementTree.Element]]) -> None:
    for name, found in pages.items():
        for number, page in enumerate(found, start=1):
            wide, high = float(page.get("width", 0)), float(page.get("height", 0))
            words = [(word.text or "", _edges(word)) for word in page.iter(_WORD)]
            for text, (left, top, right, bottom) in words:
                assert min(left, top) >= 0, (name, number, text)
                assert right <= wide, (name, number, text)
                assert bottom <= high, (name, number, text)
            for (one, first), (other, second) in combinations(words, 2):
                across = min(first[2], second[2]) - max(first[0], second[0])
                down = min(first[3], second[3]) - max(first[1], second[1])
                lower = min(first[3] - first[1], second[3] - second[1])
                assert across < 2 or down < lower * 0.4, (name, number, one, other)
