"""The catalogue in Chromium, opened from a folder: no sideways scroll, nothing fetched, accessible as far as axe can tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from builders.model.artefacts import PACKAGES, Artefact, Entry, Kind, calendar, take_along
from builders.model.courses import Course
from builders.reading.curriculum import Reading
from builders.targets.catalogue import contents, pages
from builders.workflow.pdfs import pdfs_of
from builders.workflow.plan import plan

pytestmark = pytest.mark.browser

PAGES = [f"{name}.html" for name in ("index", "index.hi", "index.mr", "contents.en", "contents.hi", "contents.mr")]
_AXE = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"


@pytest.fixture(scope="module")
def folder(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a build of everything, and for each language that of what is taken along, ``contents.<language>.html``."""
    editions = reading.editions
    planned = plan(editions, editions["en"].lms)
    courses = [(language, course) for language, edition in editions.items() for course in edition.courses]
    more = [make(language, course) for language, course in courses for make in (_calendar, _take_along)]
    digests = ((artefact, hashlib.sha256(artefact.path.encode()).hexdigest()) for artefact in (*planned, *pdfs_of(planned), *more))
    entries = tuple(sorted(Entry(artefact, int(digest[:6], 16), digest) for artefact, digest in digests))
    made = tmp_path_factory.mktemp("pages")
    for page in pages(entries, editions=editions, commit="0" * 40):
        (made / page.path).write_bytes(page.data)
    for language, edition in editions.items():
        held = [entry for entry in entries if entry.artefact.language == language and _of(entry, edition.courses[0])]
        page = contents(edition.courses[0], held, edition=edition)
        (made / f"contents.{language}.html").write_bytes(page.data)
    return made


def _calendar(language: str, course: Course) -> Artefact:
    return calendar(language, course.id, tuple(f"2027-02-{day:02}" for day in range(1, len(course.days) + 1)))


def _take_along(language: str, course: Course) -> Artefact:
    return take_along(language, course.id, course.version)


def _of(entry: Entry, course: Course) -> bool:
    artefact = entry.artefact
    return artefact.kind not in (*PACKAGES, Kind.PARTICIPANTS, Kind.TAKE_ALONG) and artefact.course in ("", course.id)


@pytest.fixture
def page_file(folder: Path) -> Path:
    return folder / "index.html"


@contextmanager
def _opened(chromium: Any, path: Path, *, width: int, scheme: str = "light") -> Iterator[Any]:
    """The page, with what it said, asked for and failed at in ``page.troubles``."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.troubles = []
    page.on("console", lambda message: page.troubles.append(message.text))
    page.on("requestfailed", lambda request: page.troubles.append(request.url))
    page.on("request", lambda request: request.url == path.as_uri() or page.troubles.append(request.url))
    page.goto(path.as_uri())
    yield page
    context.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_sideways_scroll_and_no_request(chromium: Any, folder: Path, name: str, width: int) -> None:
    with _opened(chromium, folder / name, width=width) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.troubles == []


@pytest.mark.node
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_accessible(chromium: Any, folder: Path, node_modules: Path, name: str, width: int, scheme: str) -> None:
    with _opened(chromium, folder / name, width=width, scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate((node_modules / "axe-core/axe.min.js").read_text(encoding="utf-8"))
        violations = page.evaluate(_AXE)
        assert [(item["id"], item["nodes"][0]["html"]) for item in violations] == []


def test_links_are_tall_enough_for_a_finger(chromium: Any, page_file: Path) -> None:
    with _opened(chromium, page_file, width=320) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        heights = page.evaluate(
            "[...document.querySelectorAll('.items a, nav a, .card li a, summary')].map(a => a.getBoundingClientRect().height)"
        )
    assert heights
    assert min(heights) >= 24  # WCAG 2.2, 2.5.8


def test_the_keyboard_shows_where_it_is(chromium: Any, page_file: Path) -> None:
    with _opened(chromium, page_file, width=1280) as page:
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert page.evaluate("document.activeElement.tagName") == "A"
    assert outline == "3px"


def test_print_shows_where_the_files_lie(chromium: Any, page_file: Path) -> None:
    with _opened(chromium, page_file, width=800) as page:
        page.emulate_media(media="print")
        shown = page.evaluate("getComputedStyle(document.querySelector('.items a'), '::after').content")
        path = page.evaluate("document.querySelector('.items a').getAttribute('href')")
    assert path in shown
