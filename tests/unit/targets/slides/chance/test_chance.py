"""Two hundred slides by chance: whatever an author writes, nothing leaves its place, in our figures and in LibreOffice's."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pptx.util import Pt

SLIDES = 25  # of an author in each deck; activities and what goes on behind "(1/2)" come on top
SEEDS = (1, 2, 3, 4)
_WORD, _PAGE = "{http://www.w3.org/1999/xhtml}word", "{http://www.w3.org/1999/xhtml}page"
_SLACK = 2.5  # points by which letters may lean out of their boxes
_LEAD = 9  # points that the line of a font is higher than its letters; a row too many is 21 points and more


@pytest.fixture(params=[(script, seed) for script in ("en", "hi") for seed in SEEDS], ids=lambda found: f"{found[0]}-{found[1]}")
def deck(request: pytest.FixtureRequest, workshop: Any, chance: Any, picture: bytes) -> bytes:
    language, seed = request.param
    files = {"modules/m/media/desk.png": picture}
    if language == "hi":
        files["curriculum.yaml"] = "title: अच्छी पुलिस\nissuer: शाखा\nlanguages: [hi]\nlicence: MIT\n".encode()
    data: bytes = workshop.deck(chance(seed, language).segments(SLIDES), language=language, files=files)
    return data


def test_nothing_leaves_its_place(deck: bytes, misplaced: Any) -> None:
    slides = list(Presentation(io.BytesIO(deck)).slides)
    assert len(slides) > SLIDES
    assert misplaced(slides) == []


def test_titles_are_all_different_and_words_large_enough(deck: bytes) -> None:
    slides = list(Presentation(io.BytesIO(deck)).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_text_frame and not (shape.is_placeholder and shape.placeholder_format.idx >= 10) and shape.name != "Mark":
                sizes = [run.font.size for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                assert all(size is None or size >= Pt(18) for size in sizes)


@pytest.mark.office
def test_libreoffice_sets_no_word_outside_its_box_or_on_another(soffice: str, deck: bytes, tmp_path: Path) -> None:
    pages = drawn(soffice, deck, tmp_path)
    slides = list(Presentation(io.BytesIO(deck)).slides)
    assert len(pages) == len(slides)
    faults = [fault for slide, page in zip(slides, pages, strict=True) for fault in judged(slide, page)]
    assert faults == []


def drawn(soffice: str, deck: bytes, folder: Path) -> list[ElementTree.Element]:
    """The pages with their words, as LibreOffice sets them when it must not make anything smaller."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext is not installed: for example `apt-get install poppler-utils`")
    file = folder / "deck.pptx"
    file.write_bytes(_unshrinkable(deck))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    arguments = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(arguments, check=True, capture_output=True, timeout=300)
    found = subprocess.run([pdftotext, "-bbox", str(folder / "deck.pdf"), "-"], check=True, capture_output=True, timeout=60).stdout
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", found.decode())
    return list(ElementTree.fromstring(clean).iter(_PAGE))  # noqa: S314 - our own deck, by way of two local programs


def _unshrinkable(deck: bytes) -> bytes:
    """A deck whose text keeps its size, so that what is too much shows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as given, zipfile.ZipFile(out, "w") as archive:
        for name in given.namelist():
            archive.writestr(name, given.read(name).replace(b"<a:normAutofit/>", b"<a:noAutofit/>"))
    return out.getvalue()


def judged(slide: Any, page: ElementTree.Element) -> list[str]:
    """Words that stand in no box of their slide, and words that stand on each other. Charts set their words themselves."""
    title = slide.shapes.title.text_frame.text[:40]
    boxes = [
        (shape.left / 12700, shape.top / 12700, (shape.left + shape.width) / 12700, (shape.top + shape.height) / 12700)
        for shape in slide.shapes
        if shape.has_text_frame or shape.has_table or shape.has_chart
    ]
    words = [
        (word.text or "", *(float(word.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax"))) for word in page.iter(_WORD)
    ]
    faults = []
    for text, left, top, right, bottom in words:
        middle = (top + bottom) / 2
        inside = any(
            one[0] - _SLACK <= left and right <= one[2] + _SLACK and one[1] - _SLACK <= middle <= one[3] + _SLACK for one in boxes
        )
        deep = any(one[1] - _LEAD <= top and bottom <= one[3] + _LEAD for one in boxes if one[0] - _SLACK <= left <= one[2])
        if not inside or not deep:
            faults.append(f"{title}: {text} at {left:.0f}, {top:.0f} to {right:.0f}, {bottom:.0f} stands in no box")
    if any(shape.has_chart for shape in slide.shapes):
        return faults
    for one, other in combinations(words, 2):
        across = min(one[3], other[3]) - max(one[1], other[1])
        down = min(one[4], other[4]) - max(one[2], other[2])
        if across > 2 and down > 0.45 * min(one[4] - one[2], other[4] - other[2]):
            faults.append(f"{title}: {one[0]} stands on {other[0]}")
    return faults
