"""Widths are those of real fonts: Latin letters one by one, Devanagari as it is shaped and not letter by letter."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.targets.slides.metrics import width

FONTS = Path("/usr/share/fonts/truetype")
LATIN = {False: "liberation/LiberationSans-Regular.ttf", True: "liberation/LiberationSans-Bold.ttf"}
DEVANAGARI = {False: "noto/NotoSansDevanagari-Regular.ttf", True: "noto/NotoSansDevanagari-Bold.ttf"}
WORD = re.compile("[\u0900-\u097f\u200c\u200d]+")

Measure = Callable[[str], float]


def measure(path: Path) -> Measure:
    """Widths in ems as HarfBuzz gives them with a font of this machine."""
    hb = pytest.importorskip("uharfbuzz")
    if not path.exists():
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"{path} is missing: for example `apt-get install fonts-noto-core fonts-liberation`", pytrace=False)
        pytest.skip(f"{path} is missing")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))

    def found(words: str) -> float:
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {"kern": False})
        return float(sum(place.x_advance for place in buffer.glyph_positions)) / font.face.upem

    return found


@pytest.fixture(scope="module")
def words(repository: Path) -> list[str]:
    """Every Hindi and Marathi word of the repository."""
    folders = (repository / "curriculum", repository / "builders/rendering/words")
    files = [path for folder in folders for language in ("hi", "mr") for path in folder.rglob(f"*.{language}.*")]
    found = sorted({word for path in files for word in WORD.findall(path.read_text(encoding="utf-8"))})
    assert len(found) > 3000
    return found


@pytest.mark.parametrize("bold", [False, True])
def test_devanagari_is_as_wide_as_harfbuzz_makes_it(words: list[str], bold: bool) -> None:
    real = measure(FONTS / DEVANAGARI[bold])
    pairs = [(word, width(word, bold), real(word)) for word in words]
    near = [word for word, ours, theirs in pairs if abs(ours - theirs) <= 0.005]
    assert len(near) > 0.99 * len(words)
    assert [(word, ours, theirs) for word, ours, theirs in pairs if ours < 0.96 * theirs] == []
    assert sum(ours for _, ours, _ in pairs) == pytest.approx(sum(theirs for _, _, theirs in pairs), rel=0.001)


@pytest.mark.parametrize("bold", [False, True])
def test_latin_is_as_wide_as_in_the_font(bold: bool) -> None:
    real = measure(FONTS / LATIN[bold])
    for word in ("Listening", "under", "pressure", "“Zero-FIR” – 24×7", "Überprüfung"):
        assert width(word, bold) == pytest.approx(real(word), abs=0.003)


@pytest.mark.parametrize(
    ("joined", "apart"),
    [("क्ष", ("क", "ष")), ("र्म", ("र", "म")), ("प्र", ("प", "र")), ("स्त्री", ("स", "त", "री")), ("कु", ("क", "ु"))],
)
def test_what_is_joined_is_narrower_than_its_letters(joined: str, apart: tuple[str, ...]) -> None:
    assert width(joined) <= sum(map(width, apart))


def test_a_leading_r_and_a_dot_take_no_room() -> None:
    assert width("र्म") == width("म")
    assert width("ज़") == width("ज")
    assert width("ज़") == width("ज\u093c")


def test_a_mixed_line_is_the_sum_of_its_scripts() -> None:
    assert width("FIR दर्ज") == pytest.approx(width("FIR ") + width("दर्ज"))


def test_a_letter_that_no_font_of_ours_has_counts_as_wide() -> None:
    assert width("字") == 1.0
    assert width("₹") < 0.7
