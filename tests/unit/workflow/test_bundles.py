"""What trainers take along: zips hold just what was built, and are packed again only when that has changed."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders.model.artefacts import (
    PARTICIPANT,
    Artefact,
    Kind,
    calendar,
    day_deck,
    handbook,
    package,
    participants,
    printable,
    session_deck,
    slides_pdf,
    take_along,
)
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.storage.cache import Stored
from builders.storage.output import MARKER, Output
from builders.workflow import bundles as module
from builders.workflow.bundles import bundles, write_bundles
from builders.workflow.manifest import Built, built

Editions = Mapping[str, Curriculum]
DECK = session_deck("en", "one-day", "empathy.listening", "1.0.0")
OURS = (
    DECK,
    slides_pdf(DECK),
    day_deck("en", "one-day", 1, PARTICIPANT),
    calendar("en", "one-day", ("2027-02-05",)),
    printable("en", "timetable.xlsx", item="timetable", course="one-day"),
    printable("en", "x-chart.pdf", item="sop-chart", module="empathy", subject="empathy.x"),
)
OTHERS = (
    session_deck("hi", "one-day", "empathy.listening", "1.0.0"),
    session_deck("en", "two-day", "empathy.listening", "1.0.0"),
    printable("en", "y-chart.pdf", item="sop-chart", module="sops", subject="sops.y"),
    package(Kind.SCORM12, ("en",), "1.0.0", course="one-day", profile="generic"),
    participants("en"),
)
ZIP = take_along("en", "one-day", "0.1.0")


@pytest.fixture(scope="module")
def editions(repository: Path) -> Editions:
    return read(repository / "tests/curricula/valid/small").editions


@pytest.fixture
def output(tmp_path: Path) -> Output:
    made = Output(tmp_path / "dist")
    made.open()
    return made


def _written(output: Output, *artefacts: Artefact, says: str = "") -> list[Built]:
    """Artefacts with bytes that tell their path, in the staging folder."""
    made = []
    for artefact in artefacts:
        path = f"{artefact.path}/index.html" if artefact.kind in (Kind.HANDBOOK, Kind.PARTICIPANTS) else artefact.path
        data = f"{path}{says}".encode()
        output.write(path, data)
        made.append(built(artefact, (Stored(path, hashlib.sha256(data).hexdigest(), len(data)),)))
    return made


def _swapped(output: Output) -> None:
    output.write(MARKER, b"{}")
    output.swap()


def test_a_zip_holds_what_belongs_to_its_course_and_language(output: Output, editions: Editions) -> None:
    made = _written(output, *OURS, *OTHERS[1:], handbook("en"))
    zips, new = write_bundles(made, editions, output, (), threads=2)
    assert [item.entry.artefact for item in zips] == [ZIP]
    assert new == 1
    with zipfile.ZipFile(output.staging / ZIP.path) as archive:
        assert set(archive.namelist()) == {"index.html", "handbook/en/index.html", *(artefact.path for artefact in OURS)}
        assert archive.namelist()[0] == "index.html"
        for name in set(archive.namelist()) - {"index.html"}:
            assert archive.read(name) == (output.staging / name).read_bytes()
        page = archive.read("index.html").decode()
        assert all(f'href="{artefact.path}"' in page for artefact in OURS)
        assert {entry.filename for entry in archive.infolist() if entry.compress_type == zipfile.ZIP_STORED} == {
            artefact.path for artefact in OURS if artefact.kind is not Kind.CALENDAR
        }


def test_the_entry_tells_size_and_digest(output: Output, editions: Editions) -> None:
    (zip_,), _ = write_bundles(_written(output, *OURS), editions, output, (), threads=1)
    data = (output.staging / ZIP.path).read_bytes()
    assert (zip_.entry.bytes, zip_.entry.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("artefacts", [(handbook("en"),), (calendar("en", "one-day", ("2027-02-05",)),), (OTHERS[1],), ()])
def test_no_zip_where_there_is_nothing_to_teach_from(artefacts: tuple[Artefact, ...], output: Output, editions: Editions) -> None:
    assert not list(bundles(_written(output, *artefacts), editions))


def test_a_zip_of_the_same_is_taken_over(output: Output, editions: Editions, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = write_bundles(_written(output, *OURS), editions, output, (), threads=1)
    _swapped(output)
    output.open()
    made = _written(output, *OURS)
    monkeypatch.setattr(module, "zipped", None)  # whatever packs, fails
    again, new = write_bundles(made, editions, output, first, threads=1)
    assert (again, new) == (first, 0)
    assert (output.staging / ZIP.path).read_bytes() == (output.folder / ZIP.path).read_bytes()


def test_another_byte_makes_another_zip(output: Output, editions: Editions) -> None:
    first, _ = write_bundles(_written(output, *OURS), editions, output, (), threads=1)
    _swapped(output)
    output.open()
    again, new = write_bundles(_written(output, *OURS, says=" again"), editions, output, first, threads=1)
    assert new == 1
    assert again[0].entry.sha256 != first[0].entry.sha256


def test_a_zip_that_somebody_changed_is_not_taken_over(output: Output, editions: Editions) -> None:
    first, _ = write_bundles(_written(output, *OURS), editions, output, (), threads=1)
    _swapped(output)
    with zipfile.ZipFile(output.folder / ZIP.path, "a") as archive:  # keeps the comment
        archive.writestr("added.txt", "added")
    output.open()
    again, new = write_bundles(_written(output, *OURS), editions, output, first, threads=1)
    assert new == 1
    assert again == first


def test_the_same_bytes_elsewhere(tmp_path: Path, editions: Editions) -> None:
    found = []
    for name, artefacts in (("a", OURS), ("b", OURS[::-1])):
        output = Output(tmp_path / name / "dist")
        output.open()
        found.append(write_bundles(_written(output, *artefacts), editions, output, (), threads=1)[0])
    assert found[0] == found[1]


def test_a_large_handbook_stays_behind(output: Output, editions: Editions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST_HANDBOOK", 3)
    (found,) = bundles(_written(output, *OURS, handbook("en")), editions)
    assert not [file for file in found.files if file.path.startswith("handbook/")]
    assert b"The handbook is not in here" in found.page.data
