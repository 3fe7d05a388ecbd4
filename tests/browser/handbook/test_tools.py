"""What the handbook's pages do besides being read: views, start times, sheets on paper, a copy on the device; and their weight."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from builders.model import places
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
BUDGET = 300_000  # bytes of a session page, compressed as servers do, without pictures
_AXE = (
    "async () => (await axe.run(document, {resultTypes: ['violations'], "
    "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))"
    ".violations.map(each => each.id + ' ' + each.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | '))"
)


def kinds(curriculum: Curriculum) -> Mapping[str, str]:
    """The first page of each kind."""
    module, course = curriculum.modules[0], curriculum.courses[0]
    sop = next(sop for module in curriculum.modules for sop in module.sops)
    scenario = next(scenario for module in curriculum.modules for scenario in module.scenarios)
    found = {
        "home": places.HOME,
        "course": places.course(course.id),
        "run": places.run(course.id),
        "paper": places.paper(course.id, "pre-test"),
        "key": places.paper_key(course.id, "pre-test"),
        "module": places.module(module.id),
        "session": places.session(module.sessions[0].id),
        "questions": places.questions(module.id),
        "sop": places.sop(sop.id),
        "scenario": places.scenario(scenario.id),
        "guide": places.GUIDE,
        "objectives": places.OBJECTIVES,
        "competencies": places.COMPETENCIES,
        "courses": places.COURSES,
        "glossary": places.GLOSSARY,
        "sources": places.SOURCES,
        "downloads": places.DOWNLOADS,
    }
    return {kind: places.html(path) for kind, path in found.items()}


@pytest.mark.node
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_axe_finds_nothing(opened: Any, reading: Reading, served: str, node_modules: Path, language: str, scheme: str) -> None:
    found = {}
    screen = PHONE if scheme == "dark" else DESK
    page = opened(f"{served}/{language}/index.html", screen, color_scheme=scheme, reduced_motion="reduce")
    for kind, path in kinds(reading.editions[language]).items():
        page.goto(f"{served}/{language}/{path}")
        page.evaluate("document.querySelectorAll('article details').forEach((details) => { details.open = true; })")
        page.add_script_tag(path=str(node_modules / "axe-core" / "axe.min.js"))
        if violations := page.evaluate(_AXE):
            found[kind] = violations
    assert found == {}
    page.evaluate("document.querySelector('article').append(new Image())")
    assert "image-alt" in [violation.split()[0] for violation in page.evaluate(_AXE)]  # it would have told


@pytest.mark.parametrize("base", ["server", "folder"])
def test_a_session_has_a_view_for_participants(opened: Any, reading: Reading, bases: Mapping[str, str], base: str) -> None:
    path = kinds(reading.editions["en"])["session"]
    page = opened(f"{bases[base]}/en/{path}", DESK)
    trainer, participant = page.locator(".views button").all()
    assert page.locator(".block-watch").first.is_visible()
    assert trainer.get_attribute("aria-pressed") == "true"
    participant.click()
    assert participant.get_attribute("aria-pressed") == "true"
    for kind in (".block-notes", ".block-watch", ".block-debrief", "details.answer", "#page_prepare", "#page_difficulties"):
        assert page.locator(kind).count() > 0
        assert not any(each.is_visible() for each in page.locator(kind).all()), kind
    assert page.locator(".slide").first.is_visible()
    assert not page.locator(".md-nav--secondary a[href='#page_prepare']").first.is_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".block-notes").first.is_visible()
    page.emulate_media(media="screen")
    page.goto(page.url)
    assert "view=participant" in page.url
    assert not page.locator(".block-watch").first.is_visible()
    page.locator(".views button").first.click()
    assert "view" not in page.url
    assert page.locator(".block-watch").first.is_visible()


@pytest.mark.parametrize("base", ["server", "folder"])
def test_a_day_that_starts_later_ends_later(opened: Any, reading: Reading, bases: Mapping[str, str], base: str) -> None:
    course = reading.editions["en"].courses[0]
    page = opened(f"{bases[base]}/en/{places.html(places.course(course.id))}", PHONE)
    times = page.locator("section.day").first.locator("time")
    planned = times.all_inner_texts()
    other_day = page.locator("section.day").nth(1).locator("time").all_inner_texts()
    page.locator(".shift input").first.fill("10:15")
    page.locator(".shift input").first.blur()

    def minutes(clock: str) -> int:
        return int(clock[:2]) * 60 + int(clock[3:])

    later = minutes("10:15") - course.days[0].start
    assert later
    assert [minutes(time) - minutes(was) for time, was in zip(times.all_inner_texts(), planned, strict=True)] == [later] * len(
        planned
    )
    assert page.locator("section.day").nth(1).locator("time").all_inner_texts() == other_day
    assert page.url.endswith("?day-1=10:15")
    page.goto(page.url)
    assert page.locator("section.day time").first.inner_text() == "10:15"
    page.locator("article a[href*='run/']").first.click()
    page.wait_for_url("**/run/**")
    assert page.url.partition("#")[0].endswith("?day-1=10:15")
    assert page.locator(".sheet time").first.inner_text() == "10:15"
    page.locator(".shift button").first.click()
    assert page.locator(".sheet time").first.inner_text() == planned[0]
    assert "day-1=" not in page.url


@pytest.mark.parametrize("base", ["server", "folder"])
def test_a_session_follows_the_start_of_its_day(opened: Any, reading: Reading, bases: Mapping[str, str], base: str) -> None:
    course = reading.editions["en"].courses[0]
    path = places.html(places.course(course.id))
    page = opened(f"{bases[base]}/en/{path}?day-1=11:30", PHONE)
    begins = page.locator("section.day").first.locator("tr", has=page.locator("a[href*='sessions/']")).first.locator("time").first
    planned, moved = begins.get_attribute("datetime"), begins.inner_text()
    assert planned != moved
    page.locator("section.day").first.locator("td strong a[href*='sessions/']").first.click()
    page.wait_for_url("**/sessions/**")
    assert page.url.partition("#")[0].endswith(f"?course={course.id}&day-1=11:30")
    taught = page.locator(f"time[data-course='{course.id}'][data-day='1']").first
    assert (taught.get_attribute("datetime"), taught.inner_text()) == (planned, moved)
    others = page.locator(f"time[data-course]:not([data-course='{course.id}'])").all()
    assert all(time.inner_text() == time.get_attribute("datetime") for time in others)
    page.locator(".languages summary").click()
    page.locator(".languages a[lang=hi]").click()
    page.wait_for_url("**/hi/sessions/**")
    assert page.locator(f"time[data-course='{course.id}'][data-day='1']").first.inner_text() == moved
    page.locator(f"article a[href*='{course.id}']").first.click()
    page.wait_for_url(f"**/hi/{path}?day-1=11:30#day-1")
    assert page.locator("section.day time").first.inner_text() == "11:30"


def test_a_wrong_time_in_the_address_is_not_taken(opened: Any, reading: Reading, served: str) -> None:
    path = kinds(reading.editions["en"])["course"]
    page = opened(f"{served}/en/{path}?day-1=25:00&day-2=soon", DESK)
    assert page.locator(".shift input").first.input_value() == page.locator("section.day time").first.get_attribute("datetime")


def test_without_script_nothing_is_missing(opened: Any, reading: Reading, served: str) -> None:
    for kind in ("course", "session", "run"):
        page = opened(f"{served}/en/{kinds(reading.editions['en'])[kind]}", PHONE, java_script_enabled=False)
        assert page.locator("article h1").is_visible()
        assert not any(each.is_visible() for each in page.locator("article button, article input").all())
        assert page.locator("time, .block-watch").first.is_visible()


def printed(page: Any) -> int:
    """The number of A4 pages."""
    pdf = page.pdf(format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"})
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_a_sheet_is_one_page(opened: Any, reading: Reading, served: str, language: str) -> None:
    edition = reading.editions[language]
    page = opened(f"{served}/{language}/index.html", DESK)
    sheets = {places.run(course.id): range(len(course.days)) for course in edition.courses}
    sheets |= {places.sop(sop.id): range(1) for module in edition.modules for sop in module.sops}
    debriefs = (each for module in edition.modules for each in module.scenarios if each.roles and each.debrief)
    sheets |= {places.scenario(each.id): range(1, 2) for each in debriefs}  # role cards may be more than fit on one
    pages = {}
    for path, numbers in sheets.items():
        page.goto(f"{served}/{language}/{places.html(path)}")
        page.evaluate("window.print = () => {}")
        for number in numbers:
            page.locator(".print-sheet").nth(number).click()
            pages[f"{path} {number}"] = printed(page)
            page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert [sheet for sheet, count in pages.items() if count != 1] == []
    assert page.locator("[data-printing]").count() == 0


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_the_longest_session_page_is_light(chromium: Any, handbooks: Path, served: str, language: str) -> None:
    longest = max((handbooks / language / "sessions").rglob("*.html"), key=lambda path: (path.stat().st_size, path))
    fetched: dict[str, int] = {}

    def weigh(response: Any) -> None:
        if response.request.resource_type != "image":
            fetched[response.url] = len(gzip.compress(response.body(), 6))

    context = chromium.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    page.on("response", weigh)
    page.goto(f"{served}/{longest.relative_to(handbooks).as_posix()}", wait_until="networkidle")
    assert len(fetched) > 5
    assert not [address for address in fetched if "search_index" in address]
    assert sum(fetched.values()) < BUDGET, fetched
    page.locator(".md-header__button[for=__search]").click()
    page.locator("[data-md-component=search-query]").fill("a")
    page.wait_for_function("performance.getEntriesByType('resource').some((each) => each.name.includes('search_index'))")
    context.close()


@pytest.mark.parametrize(
    ("words", "path"),
    [("जरूरी", "sessions/"), ("दरवाजा", ""), ("\u095bरूरत", ""), ("जरूर", "")],
    ids=["without nukta", "another without nukta", "nukta in one character", "the beginning without nukta"],
)
def test_search_finds_words_with_and_without_nukta(opened: Any, served: str, words: str, path: str) -> None:
    page = opened(f"{served}/hi/sources.html", DESK)
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill(words)
    page.wait_for_selector(".md-search-result__link")
    addresses = [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]
    assert any(path in address for address in addresses)
    assert not any(tag.is_visible() for tag in page.locator(".md-search-result .md-tags").all())


def test_search_says_when_it_finds_nothing(opened: Any, served: str) -> None:
    page = opened(f"{served}/hi/sources.html", DESK)
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill("क्षत्रज्ञश्र")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('कुछ नहीं मिला')")
    assert page.locator(".md-search-result__link").count() == 0


def test_a_copy_on_the_device_opens_when_the_server_is_gone(chromium: Any, reading: Reading, handbooks: Path, serve: Any) -> None:
    server = serve(handbooks)
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{server.address}/hi/index.html")
    assert page.locator("link[rel=manifest]").count() == 1
    button = page.locator(".offline-copy button")
    button.wait_for(state="visible")
    button.click()
    page.locator(".offline-copy p", has_text="बिना नेटवर्क").wait_for(timeout=60_000)
    assert not button.is_visible()
    server.stop()
    failed: list[str] = []
    # A picture that is still on its way when the next page is opened is aborted, and not missing.
    page.on("requestfailed", lambda request: failed.append(request.url) if request.failure != "net::ERR_ABORTED" else None)
    for kind, path in kinds(reading.editions["hi"]).items():
        page.goto(f"{server.address}/hi/{path}")
        assert page.locator("article h1").inner_text().strip(), kind
    page.locator(".md-header__button[for=__search]").click()
    page.locator("[data-md-component=search-query]").fill("शिकायत")
    page.wait_for_selector(".md-search-result__link")
    context.close()
    looked_for_news = ("service-worker.js", "handbook.webmanifest")
    assert [address for address in failed if not address.endswith(looked_for_news)] == []


class _Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.ids.add(attributes.get("id") or attributes.get("name") or "")
        if "download" not in attributes:
            self.targets += [value for key in ("href", "src") if (value := attributes.get(key))]


def _broken(root: Path) -> Iterator[str]:
    pages = {path: _Links(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    for page, found in pages.items():
        for address in found.targets:
            target = urlsplit(address)
            if target.scheme or target.netloc:
                continue
            path = (page.parent / unquote(target.path)).resolve() if target.path else page
            if not path.is_file():
                yield f"{page.relative_to(root)}: {address}"
            elif path in pages and not {unquote(target.fragment)} <= pages[path].ids | {""} and target.fragment[:2] != "__":
                yield f"{page.relative_to(root)}: no anchor {address}"


def test_no_link_and_no_anchor_is_broken_in_any_language(handbooks: Path) -> None:
    root = handbooks.resolve()
    assert len(list(root.rglob("*.html"))) > 150
    assert list(_broken(root)) == []
