"""The handbook of the repository's own curriculum in a browser: from a server and from a folder, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builders.model import places
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}  # WCAG 2.2, 1.4.10
DESK = {"width": 1280, "height": 900}
KINDS = (
    "home", "course", "run", "paper", "key", "module", "session", "questions", "sop", "scenario", "guide",
    "coverage-objectives", "coverage-competencies", "coverage-courses", "glossary", "sources", "downloads",
)  # fmt: skip


def place(curriculum: Curriculum, kind: str) -> str:
    """The first page of a kind."""
    modules = curriculum.modules
    found = {
        "home": places.HOME,
        "course": places.course(curriculum.courses[0].id),
        "run": places.run(curriculum.courses[0].id),
        "paper": places.paper(curriculum.courses[0].id, "pre-test"),
        "key": places.paper_key(curriculum.courses[0].id, "pre-test"),
        "questions": places.questions(modules[0].id),
        "coverage-objectives": places.OBJECTIVES,
        "coverage-competencies": places.COMPETENCIES,
        "coverage-courses": places.COURSES,
        "module": places.module(modules[0].id),
        "session": places.session(modules[0].sessions[0].id),
        "sop": next(places.sop(sop.id) for module in modules for sop in module.sops),
        "scenario": next(places.scenario(scenario.id) for module in modules for scenario in module.scenarios),
        "guide": places.GUIDE,
        "glossary": places.GLOSSARY,
        "sources": places.SOURCES,
        "downloads": places.DOWNLOADS,
    }
    return places.html(found[kind])


def search(page: Any, words: str) -> list[str]:
    """The addresses of what a search finds."""
    button = page.locator(".md-header__button[for=__search]")  # on a phone the field is behind it
    if button.is_visible():
        button.click()
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill(words)
    page.wait_for_function(
        "words => document.querySelector('.md-search-result__link') && "
        "[...document.querySelectorAll('.md-search-result mark')].some(mark => words.startsWith(mark.textContent.toLowerCase()) "
        "|| mark.textContent.toLowerCase().startsWith(words))",
        arg=words.lower(),
    )
    return [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("language", "base", "screen"),
    [("en", "server", PHONE), ("hi", "folder", DESK), ("mr", "server", NARROWEST)],
    ids=["English phone", "Hindi desk from a folder", "Marathi narrowest"],
)
def test_every_kind_of_page_is_sound(
    opened: Any, reading: Reading, bases: Mapping[str, str], kind: str, language: str, base: str, screen: Mapping[str, int]
) -> None:
    page = opened(f"{bases[base]}/{language}/{place(reading.editions[language], kind)}", screen)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("article h1").count() == 1
    assert page.locator("article h1").inner_text().strip()
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


@pytest.mark.parametrize("base", ["server", "folder"])
@pytest.mark.parametrize("kind", ["home", "session", "sop"])
def test_the_language_switch_stays_on_the_page(
    opened: Any, reading: Reading, bases: Mapping[str, str], kind: str, base: str
) -> None:
    path = place(reading.editions["en"], kind)
    page = opened(f"{bases[base]}/en/{path}#page_top", PHONE)
    for language in ("mr", "hi", "en"):
        page.locator(".languages summary").click()
        page.locator(f".languages a[lang={language}]").click()
        page.wait_for_url(f"**/{language}/{path}#page_top")
        assert page.locator("html").get_attribute("lang") == language


def test_a_part_of_a_page_is_the_same_part_in_another_language(opened: Any, reading: Reading, served: str) -> None:
    session = reading.editions["en"].modules[0].sessions[0]
    anchor = session.segments[1].id
    page = opened(f"{served}/en/{places.html(places.session(session.id))}#{anchor}", DESK)
    page.locator(".languages summary").click()
    page.locator(".languages a[lang=hi]").click()
    page.wait_for_url(f"**#{anchor}")
    assert page.locator(f"section > h2#{anchor}").count() == 1


@pytest.mark.parametrize("base", ["server", "folder"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "complainant"),
        ("en", "complain"),
        ("hi", "शिकायतकर्ता"),
        ("hi", "शिकाय"),
        ("mr", "तक्रारदार"),
        ("mr", "तक्रा"),
        ("mr", "complainant"),
        ("hi", "ज़रूरी"),
        ("hi", "दरवाज़े"),
        ("mr", "तक्रारदाराला"),
    ],
)
def test_search_finds_words_and_their_beginnings(
    opened: Any, bases: Mapping[str, str], base: str, language: str, words: str
) -> None:
    page = opened(f"{bases[base]}/{language}/sources.html", PHONE)
    found = search(page, words)
    assert any(f"/{language}/" in address for address in found)


def test_search_finds_a_segment_by_its_words(opened: Any, reading: Reading, served: str) -> None:
    session = reading.editions["mr"].session("empathy.listening")
    assert session is not None
    page = opened(f"{served}/mr/index.html", DESK)
    title = session.segments[0].title.value
    assert any(f"#{session.segments[0].id}" in address for address in search(page, title.split()[0]))


def test_tables_scroll_in_their_own_frame_and_by_keyboard(opened: Any, reading: Reading, served: str) -> None:
    page = opened(f"{served}/en/{place(reading.editions['en'], 'sop')}", NARROWEST)
    wide = page.locator(".steps .md-typeset__scrollwrap")
    page.wait_for_function("document.querySelector('.steps .md-typeset__scrollwrap[tabindex]')")
    assert wide.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert wide.get_attribute("aria-label")


def test_the_heading_of_a_segment_stays_in_sight(opened: Any, reading: Reading, served: str) -> None:
    page = opened(f"{served}/en/{place(reading.editions['en'], 'session')}", PHONE)
    heading = page.locator(".segment > h2").first
    top = heading.evaluate("heading => heading.getBoundingClientRect().top + scrollY")
    page.evaluate("top => scrollTo(0, top + 300)", top)
    page.wait_for_function("scrollY > 0")
    box = heading.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert header["height"] - 2 <= box["y"] <= header["height"] + 8
    assert "min" in heading.inner_text()


def test_on_paper_nothing_is_folded(opened: Any, reading: Reading, served: str) -> None:
    page = opened(f"{served}/en/{place(reading.editions['en'], 'session')}", DESK)
    folded = "document.querySelectorAll('article details:not([open])').length"
    before = page.evaluate(folded)
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(folded) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(folded) == before


CONTRAST = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(e).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest(".headerlink")) continue;
    const style = getComputedStyle(element);
    const under = ground(element);
    const [r, g, b, a = 1] = channels(style.color);
    const text = [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
    const [high, low] = [light(text), light(under)].sort((x, y) => y - x);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) faint.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...faint];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "course", "session", "sop", "scenario", "sources"])
def test_words_stand_out_from_their_ground(opened: Any, reading: Reading, served: str, kind: str, scheme: str) -> None:
    page = opened(f"{served}/hi/{place(reading.editions['hi'], kind)}", DESK, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    assert page.evaluate(CONTRAST) == []
