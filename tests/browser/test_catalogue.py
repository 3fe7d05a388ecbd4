"""The catalogue in Chromium, opened from a folder: no sideways scroll, nothing fetched, accessible as far as axe can tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from builders.model.artefacts import Entry
from builders.reading.curriculum import Reading
from builders.targets.catalogue import build
from builders.workflow.plan import plan

pytestmark = pytest.mark.browser

_AXE = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"


@pytest.fixture
def page_file(reading: Reading, tmp_path: Path) -> Path:
    digests = (
        (artefact, hashlib.sha256(artefact.path.encode()).hexdigest())
        for artefact in plan(reading.editions, reading.editions["en"].lms)
    )
    entries = tuple(Entry(artefact, int(digest[:6], 16), digest) for artefact, digest in digests)
    path = tmp_path / "index.html"
    path.write_bytes(build(entries, editions=reading.editions, commit="0" * 40).data)
    return path


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


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_sideways_scroll_and_no_request(chromium: Any, page_file: Path, width: int) -> None:
    with _opened(chromium, page_file, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.troubles == []


@pytest.mark.node
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_accessible(chromium: Any, page_file: Path, node_modules: Path, width: int, scheme: str) -> None:
    with _opened(chromium, page_file, width=width, scheme=scheme) as page:
        page.evaluate((node_modules / "axe-core/axe.min.js").read_text(encoding="utf-8"))
        violations = page.evaluate(_AXE)
        assert [(item["id"], item["nodes"][0]["html"]) for item in violations] == []


def test_links_are_tall_enough_for_a_finger(chromium: Any, page_file: Path) -> None:
    with _opened(chromium, page_file, width=320) as page:
        heights = page.evaluate(
            "[...document.querySelectorAll('.items a, nav a, .card li a')].map(a => a.getBoundingClientRect().height)"
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
