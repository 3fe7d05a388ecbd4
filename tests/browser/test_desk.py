"""The download desk of a real build, opened by double-click with scripts switched off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dist(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of the small curriculum with calendars."""
    root = tmp_path_factory.mktemp("desk") / "academy"
    shutil.copytree(repository / "tests/curricula/valid/small", root)
    command = [sys.executable, "-m", "builders", "build", "--root", str(root), "--start", "2027-02-05"]
    subprocess.run(command, check=True, capture_output=True, cwd=repository, env={**os.environ, "NO_COLOR": "1"})
    return root / "dist"


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a trainer has after unpacking the Hindi zip."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(dist / "take-along/one-day-0.1.0-hi-take-along.zip") as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def _addresses(page: Any) -> list[str]:
    return [link.get_attribute("href") for link in page.query_selector_all("a")]


def _all_lead_to_files(page: Any, folder: Path) -> int:
    """How many links leave the page. Each has to lead to a file, or to a place in the page itself."""
    away = 0
    for address in _addresses(page):
        if address.startswith("#"):
            assert page.query_selector(f"[id='{address[1:]}']"), address
        else:
            assert (folder / unquote(address)).is_file(), address
            away += 1
    return away


@pytest.mark.parametrize("name", ["index.html", "index.hi.html"])
def test_every_link_leads_to_a_file(page: Any, dist: Path, name: str) -> None:
    page.goto((dist / name).as_uri())
    assert _all_lead_to_files(page, dist) > 20


def test_everything_that_was_built_is_linked(page: Any, dist: Path) -> None:
    page.goto((dist / "index.html").as_uri())
    linked = {unquote(address) for address in _addresses(page)}
    files = {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file()}
    loose = {name for name in files if not name.startswith("handbook/") and not name.endswith(".import.md")}
    assert loose - linked == {"index.html"}


def test_links_work_without_script(page: Any, dist: Path) -> None:
    page.goto((dist / "index.html").as_uri())
    with page.expect_download() as download:
        page.click(".card a[href='take-along/one-day-0.1.0-en-take-along.zip']")
    assert Path(download.value.path()).read_bytes() == (dist / "take-along/one-day-0.1.0-en-take-along.zip").read_bytes()
    page.click("a[href='index.hi.html']")
    assert page.url == (dist / "index.hi.html").as_uri()
    page.click(".card a[href='handbook/hi/index.html']")
    assert page.url == (dist / "handbook/hi/index.html").as_uri()


def test_what_was_taken_along_works_where_it_was_unpacked(page: Any, unpacked: Path) -> None:
    page.goto((unpacked / "index.html").as_uri())
    assert _all_lead_to_files(page, unpacked) == 3 + 3 + 1  # pages of the handbook, decks, the calendar
    page.click("a[href='handbook/hi/courses/one-day.html']")
    assert page.url == (unpacked / "handbook/hi/courses/one-day.html").as_uri()
    assert "डेस्क पर एक सुबह" in page.inner_text("h1")


def test_the_handbook_finds_its_decks_in_what_was_taken_along(page: Any, unpacked: Path) -> None:
    session = unpacked / "handbook/hi/sessions/empathy/listening.html"
    page.goto(session.as_uri())
    decks = [address for address in _addresses(page) if address and address.endswith(".pptx")]
    assert decks
    assert all((session.parent / address).resolve().is_relative_to(unpacked.resolve()) for address in decks)
    assert all((session.parent / address).resolve().is_file() for address in decks)
