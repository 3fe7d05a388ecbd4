"""LibreOffice is found or not, gets the right words, and takes no build down with it."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.workflow.office import Office, arguments, convert, export, find_office, run, steady

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are scripts here")

find = find_office.__wrapped__


def test_nothing_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("builders.workflow.office._ELSEWHERE", {})
    assert find() is None


def test_found_on_the_path(monkeypatch: pytest.MonkeyPatch, program: Callable[[str, str], Path]) -> None:
    monkeypatch.setenv("PATH", str(program("libreoffice", "LibreOffice 24.8.4.2 abc")))
    found = find()
    assert found is not None
    assert found.version == "LibreOffice 24.8.4.2 abc"


def test_found_where_it_is_installed_without_the_path(
    monkeypatch: pytest.MonkeyPatch, program: Callable[[str, str], Path], tmp_path: Path
) -> None:
    place = program("soffice", "LibreOffice 7.6.1") / "soffice"
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("builders.workflow.office._ELSEWHERE", {sys.platform: ("/nowhere/soffice", str(place))})
    found = find()
    assert found is not None
    assert found.path == str(place)


@pytest.mark.parametrize("says", ["LibreOffice 7.3.7.2", "LibreOffice 6.4", "", "something else"])
def test_too_old_or_no_office_at_all(monkeypatch: pytest.MonkeyPatch, program: Callable[[str, str], Path], says: str) -> None:
    monkeypatch.setenv("PATH", str(program("soffice", says)))
    monkeypatch.setattr("builders.workflow.office._ELSEWHERE", {})
    assert find() is None


def test_other_versions_and_other_fonts_are_another_office(
    monkeypatch: pytest.MonkeyPatch, program: Callable[[str, str], Path]
) -> None:
    monkeypatch.setenv("PATH", str(program("soffice", "LibreOffice 7.4.1")))
    seen = [find()]
    program("fc-list", "NotoSans.ttf")
    seen.append(find())
    program("fc-list", "NotoSansDevanagari.ttf")
    seen.append(find())
    program("soffice", "LibreOffice 7.4.2")
    seen.append(find())
    assert len({found.identity for found in seen if found}) == 4
    assert find() == seen[-1]


def test_what_it_is_told(tmp_path: Path) -> None:
    office = Office("/usr/bin/soffice", "", "")
    words = arguments(office, [tmp_path / "0.pptx", tmp_path / "1.pptx"], tmp_path, notes=True)
    assert words[0] == "/usr/bin/soffice"
    assert f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}" in words, "never the user's own profile"
    assert words[-2:] == [str(tmp_path / "0.pptx"), str(tmp_path / "1.pptx")]
    assert words[words.index("--outdir") + 1] == str(tmp_path)


@pytest.mark.parametrize("notes", [True, False])
def test_notes_pages_or_slides(notes: bool) -> None:
    kind, filter_name, options = export(notes=notes).split(":", 2)
    assert (kind, filter_name) == ("pdf", "impress_pdf_Export")
    told = {name: option["value"] for name, option in json.loads(options).items()}
    assert told["ExportOnlyNotesPages"] == told["ExportNotesPages"] == str(notes).lower()
    assert told["UseTaggedPDF"] == "true"


def test_many_decks_one_start(office: Office, log: Path, tmp_path: Path) -> None:
    done = convert(office, {"a": b"one", "b": b"two"}, tmp_path / "work", notes=False)
    assert log.read_text(encoding="utf-8") == "one two\n"
    assert {name: pdf[:12] for name, pdf in done.pdfs.items()} == {"a": b"%PDF-1.6 one", "b": b"%PDF-1.6 two"}
    assert not done.failed
    assert not (tmp_path / "work").exists(), "nothing is left behind"


def test_a_deck_that_fails_takes_no_other_along(office: Office, tmp_path: Path) -> None:
    (tmp_path / "work" / "all").mkdir(parents=True)  # a killed build left it
    done = convert(office, {"a": b"one", "b": b"crashes", "c": b"three"}, tmp_path / "work", notes=False)
    assert sorted(done.pdfs) == ["a", "c"]
    assert done.failed == {"b": "something is wrong with it"}


def test_half_a_pdf_is_none(office: Office, tmp_path: Path) -> None:
    done = convert(office, {"a": b"one", "b": b"breaks-off"}, tmp_path / "work", notes=False)
    assert (sorted(done.pdfs), sorted(done.failed)) == (["a"], ["b"])


def test_a_program_that_cannot_be_started_is_a_failure(tmp_path: Path) -> None:
    done = convert(Office(str(tmp_path / "gone"), "", ""), {"a": b"one"}, tmp_path / "work", notes=False)
    assert not done.pdfs
    assert "gone" in done.failed["a"]


def test_it_does_not_wait_for_ever(office: Office, tmp_path: Path) -> None:
    deck = tmp_path / "0.pptx"
    deck.write_text("hangs", encoding="utf-8")
    begun = time.monotonic()
    assert run(arguments(office, [deck], tmp_path, notes=False), limit=1).startswith("stopped")
    assert time.monotonic() - begun < 300


def test_it_ends_when_it_is_told_to(office: Office, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    done = convert(office, {"a": b"hangs"}, tmp_path / "work", notes=False, stop=stop)
    assert done.failed["a"].startswith("stopped")


def test_a_pdf_does_not_say_when_it_was_made() -> None:
    def pdf(date: str, id: str) -> bytes:
        info = f"<</Title<FEFF>/CreationDate(D:{date})>>\n<xmp:CreateDate>{date[:4]}-01-01</xmp:CreateDate>"
        return f"%PDF\nxref 12\n{info}\ntrailer <</ID [ <{id}>\n<{id}> ]\n/DocChecksum /{id}>>\n".encode()

    one, two = pdf("20260101120000Z'", "0A" * 16), pdf("20270202130000Z'", "9F" * 16)
    assert steady(one) == steady(two)
    assert len(steady(one)) == len(one), "all distances stay"
    assert b"2026" not in steady(one)
    assert b"0A0A" not in steady(one)
    other = steady(one.replace(b"xref 12", b"xref 13"))
    assert other[-60:] != steady(one)[-60:], "another PDF has another id"
