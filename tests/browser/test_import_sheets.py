"""Import sheets in Chromium, opened from a folder: no sideways scroll, nothing fetched, accessible as far as axe can tell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.targets.packaging.assemble import assemble, publications
from builders.targets.packaging.content import Content
from builders.targets.packaging.sheet import import_sheet

pytestmark = pytest.mark.browser

_AXE = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
LONGEST = ("scorm12", "moodle", "hi")
SHEETS = [
    ("scorm12", "generic", "en"),
    LONGEST,
    ("scorm2004", "openedx", "mr"),
    ("scorm12", "igot", "hi"),
    ("cmi5", None, "mr"),
    ("cartridge11", None, "en"),
    ("web", None, "mr"),
    ("gift", None, "hi"),
]


@dataclass(frozen=True)
class Opened:
    """A page, and what it said, asked for and failed at."""

    page: Any
    troubles: list[str]


@pytest.fixture(scope="module")
def content(learner_editions: dict[str, Curriculum]) -> Content:
    """The small curriculum's module with every session launched by itself: the longest sheet."""
    editions = tuple(learner_editions.values())
    found = publications(editions, module=editions[0].modules[0].id)
    return assemble(found, start="unrecorded.js", scripts=(), granularity="session")


@pytest.fixture(params=SHEETS, ids=lambda sheet: "-".join(filter(None, sheet)))
def sheet(request: pytest.FixtureRequest, content: Content, tmp_path: Path) -> Path:
    return _written(request.param, content, tmp_path)


@pytest.fixture
def longest(content: Content, tmp_path: Path) -> Path:
    return _written(LONGEST, content, tmp_path)


def _written(sheet: tuple[str, str | None, str], content: Content, folder: Path) -> Path:
    standard, profile, language = sheet
    file = f"a-name-as-long-as-they-come-in-practice-10.20.30-en-hi-mr-{standard}-{profile}-sessions.zip"
    html, _ = import_sheet(content, standard=standard, profile=profile, file=file, size=3_456_789, language=language)
    path = folder / "sheet.html"
    path.write_bytes(html)
    return path


@contextmanager
def _opened(chromium: Any, path: Path, *, viewport: dict[str, int], scheme: str = "light") -> Iterator[Opened]:
    context = chromium.new_context(viewport=viewport, color_scheme=scheme)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("requestfailed", lambda request: troubles.append(request.url))
    page.on("request", lambda request: request.url == path.as_uri() or troubles.append(request.url))
    page.goto(path.as_uri())
    yield Opened(page, troubles)
    context.close()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_sideways_scroll_and_no_request(chromium: Any, sheet: Path, viewport: dict[str, int]) -> None:
    with _opened(chromium, sheet, viewport=viewport) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        cut = "[...document.querySelectorAll('th, td, dd, li, p')].filter(each => each.scrollWidth > each.clientWidth + 1).length"
        assert opened.page.evaluate(cut) == 0
        assert opened.troubles == []


@pytest.mark.node
@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone", "desktop"])
def test_accessible(chromium: Any, sheet: Path, node_modules: Path, viewport: dict[str, int], scheme: str) -> None:
    with _opened(chromium, sheet, viewport=viewport, scheme=scheme) as opened:
        opened.page.evaluate((node_modules / "axe-core/axe.min.js").read_text(encoding="utf-8"))
        violations = opened.page.evaluate(_AXE)
        assert [(item["id"], item["nodes"][0]["html"]) for item in violations] == []


def test_a_table_stays_a_table_on_a_phone(chromium: Any, longest: Path) -> None:
    """Its rows stand one below the other there; the names of columns go along in front of each cell."""
    with _opened(chromium, longest, viewport=PHONE) as opened:
        tables = opened.page.get_by_role("table")
        assert tables.count() >= 1
        assert tables.first.get_by_role("row").count() > 1
        named = "getComputedStyle(document.querySelector('tbody td'), '::before').content"
        assert opened.page.evaluate(named).strip('"') == opened.page.evaluate(
            "document.querySelectorAll('thead th')[1].textContent"
        )


def test_prints_on_a4_without_cutting(chromium: Any, longest: Path) -> None:
    a4_at_96_dots = {"width": 680, "height": 1000}
    with _opened(chromium, longest, viewport=a4_at_96_dots, scheme="dark") as opened:
        opened.page.emulate_media(media="print", color_scheme="dark")
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= a4_at_96_dots["width"]
        assert opened.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
        assert opened.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
