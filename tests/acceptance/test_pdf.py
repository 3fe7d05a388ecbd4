"""`curriculum build --pdf`: decks as PDF where LibreOffice is there, a word and a whole build where it is not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

_OFFICE = """#!{python}
import pathlib, sys
log = pathlib.Path({log!r})
if "--version" in sys.argv:
    print("LibreOffice 7.4.7.2")
    sys.exit()
decks = [pathlib.Path(word) for word in sys.argv if word.endswith(".pptx")]
with log.open("a") as lines:
    lines.write("a deck\\n" * len(decks))
for deck in decks:
    deck.with_suffix(".pdf").write_bytes(b"%PDF-1.6 " + deck.read_bytes()[:200] + str(len(deck.read_bytes())).encode() + b"%%EOF")
"""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is the whole PATH: no LibreOffice, no pdftoppm."""
    if sys.platform != "linux":
        pytest.skip("elsewhere LibreOffice is found without the PATH, and scripts are no programs")
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def pdfs(root: Path) -> set[str]:
    folder = root / "dist" / "decks"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")}


def test_without_libreoffice_the_build_says_so_and_goes_on(
    academy: Path, curriculum: Run, bare: Path, snapshot: Callable[[Path], dict[str, str]]
) -> None:
    asked = ("build", "--root", academy, "--only", "decks", "--language", "en")
    assert curriculum(*asked).returncode == 0
    plain = snapshot(academy / "dist" / "decks")
    built = curriculum(*asked, "--pdf")
    assert built.returncode == 0, built.stderr
    assert "note W003" in built.stderr
    assert "LibreOffice" in built.stderr
    assert snapshot(academy / "dist" / "decks") == plain
    again = curriculum(*asked, "--pdf")
    assert again.returncode == 0
    assert "nothing has changed" in again.stdout
    assert "W003" in again.stderr, "each time: somebody may have come to look for the PDFs"
    assert bare.is_dir()


def test_an_unchanged_deck_is_not_converted_again(academy: Path, curriculum: Run, bare: Path, tmp_path: Path) -> None:
    log = tmp_path / "converted"
    office = bare / "soffice"
    office.write_text(_OFFICE.format(python=sys.executable, log=str(log)), encoding="utf-8")
    office.chmod(0o755)
    asked = ("build", "--root", academy, "--only", "decks", "--language", "en")
    built = curriculum(*asked, "--pdf")
    assert built.returncode == 0, built.stderr
    decks = {path.relative_to(academy / "dist/decks").as_posix() for path in (academy / "dist/decks").rglob("*.pptx")}
    assert len(decks) == 3
    assert pdfs(academy) == {name.replace(".pptx", ending) for name in decks for ending in (".pdf", ".notes.pdf")}
    assert log.read_text(encoding="utf-8").count("\n") == 6

    assert "nothing has changed" in curriculum(*asked, "--pdf").stdout
    shutil.rmtree(academy / "dist")
    assert curriculum(*asked, "--pdf").returncode == 0
    assert len(pdfs(academy)) == 6
    assert log.read_text(encoding="utf-8").count("\n") == 6, "all from the cache"

    session = academy / "curriculum/modules/empathy/listening.md"
    session.write_text(session.read_text(encoding="utf-8").replace("title: Listening", "title: Hearing", 1), encoding="utf-8")
    assert curriculum(*asked).returncode == 0
    kept = {"en/one-day/empathy.first-words.pdf", "en/one-day/empathy.first-words.notes.pdf"}
    assert pdfs(academy) == kept, "without --pdf those stay that still show their deck"
    assert curriculum(*asked, "--pdf").returncode == 0
    assert len(pdfs(academy)) == 6
    assert log.read_text(encoding="utf-8").count("\n") == 10, "the session's deck and the day's, slides and notes"


def test_the_handbook_leads_to_the_pdfs_that_there_are(academy: Path, curriculum: Run, bare: Path, tmp_path: Path) -> None:
    office = bare / "soffice"
    office.write_text(_OFFICE.format(python=sys.executable, log=str(tmp_path / "converted")), encoding="utf-8")
    office.chmod(0o755)
    built = curriculum("build", "--root", academy, "--language", "en", "--pdf")
    assert built.returncode == 0, built.stderr
    assert "pdftoppm" in built.stderr, "without it there are no pictures, and a word"
    page = (academy / "dist/handbook/en/sessions/empathy/listening.html").read_text(encoding="utf-8")
    for ending in (".pdf", ".notes.pdf"):
        assert f"decks/en/one-day/empathy.listening{ending}" in page
    assert "slide-picture" not in page


@pytest.mark.parametrize("other", [("--only", "lms"), ("--standard", "cmi5")])
def test_where_no_deck_is_made_there_is_nothing_to_convert(academy: Path, curriculum: Run, other: tuple[str, str]) -> None:
    refused = curriculum("build", "--root", academy, "--pdf", *other)
    assert refused.returncode == 2
    assert "--pdf converts decks" in refused.stderr


@pytest.mark.office
def test_the_handbook_shows_slides(academy: Path, curriculum: Run, soffice: str) -> None:
    if shutil.which("pdftoppm") is None:
        message = f"pdftoppm is not installed beside {soffice}: for example `apt-get install poppler-utils`"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    asked = ("build", "--root", academy, "--only", "handbook", "--language", "en")
    built = curriculum(*asked, "--pdf")
    assert built.returncode == 0, built.stderr
    handbook = academy / "dist/handbook/en"
    page = (handbook / "sessions/empathy/listening.html").read_text(encoding="utf-8")
    pictures = {path.name: path.stat().st_size for path in (handbook / "slides").iterdir()}
    assert pictures
    assert page.count('loading="lazy"') >= 3
    assert all(size < 60_000 for size in pictures.values())
    assert not pdfs(academy), "only the handbook was asked for"
    assert curriculum(*asked).returncode == 0
    assert not (handbook / "slides").exists(), "a plain build is the same on every machine"
