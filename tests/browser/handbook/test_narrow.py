"""Phones: no page is wider than the smallest screen, and what is wide by nature stays usable there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

NARROWEST = {"width": 320, "height": 640}  # WCAG 2.2, 1.4.10
DESK = {"width": 1280, "height": 900}
MATRICES = ("coverage/objectives", "coverage/competencies", "coverage/courses", "questions/empathy")


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_no_page_is_wider_than_the_smallest_screen(opened: Any, handbooks: Path, served: str, language: str) -> None:
    page = opened(f"{served}/{language}/index.html", NARROWEST, reduced_motion="reduce")
    paths = sorted(path.relative_to(handbooks).as_posix() for path in (handbooks / language).rglob("*.html"))
    assert len(paths) > 40
    wide = {}
    for path in paths:
        page.goto(f"{served}/{path}")
        page.evaluate("document.querySelectorAll('article details').forEach((details) => { details.open = true; })")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROWEST["width"]:
            wide[path] = width
    assert wide == {}


@pytest.mark.parametrize("path", MATRICES)
def test_a_matrix_becomes_a_list_of_named_values(opened: Any, served: str, path: str) -> None:
    page = opened(f"{served}/hi/{path}.html", NARROWEST)
    box = page.locator(".labelled").first
    columns = [name.strip() for name in box.locator("th").all_text_contents()]
    cells = box.locator("tbody tr").first.locator("td").all()
    assert [cell.get_attribute("data-label") for cell in cells] == columns
    named = [cell.evaluate("cell => getComputedStyle(cell, '::before').content") for cell in cells]
    assert all(name in content for name, content in zip(columns[1:], named[1:], strict=True))
    for cell in cells:
        edges = cell.bounding_box()
        assert edges["x"] >= 0
        assert edges["x"] + edges["width"] <= NARROWEST["width"]


def test_on_a_desk_a_drawing_needs_no_words(opened: Any, served: str) -> None:
    page = opened(f"{served}/en/sops/sops/zero-fir.html", DESK)
    page.evaluate("dispatchEvent(new Event('resize'))")
    assert not page.locator(".figure + details").first.evaluate("details => details.open")


def test_on_a_desk_a_matrix_is_a_table(opened: Any, served: str) -> None:
    page = opened(f"{served}/en/{MATRICES[0]}.html", DESK)
    first, second = (page.locator(".labelled tbody tr").first.locator("td").nth(number).bounding_box() for number in (0, 1))
    assert first["y"] == second["y"]
    assert page.locator(".labelled th").first.is_visible()


@pytest.mark.parametrize("path", ["scenarios/empathy/angry-complainant", "sops/sops/zero-fir"])
def test_a_drawing_scrolls_by_itself_and_its_words_lie_open(opened: Any, served: str, path: str) -> None:
    page = opened(f"{served}/mr/{path}.html", NARROWEST)
    frame = page.locator(".figure").first
    page.wait_for_function("document.querySelector('.figure[tabindex]')")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert frame.get_attribute("role") == "group"
    assert frame.get_attribute("aria-label")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.figure').scrollLeft > 0")
    assert frame.locator("+ details").evaluate("details => details.open")
