"""One package in three languages: switched anywhere, it keeps every answer, its place and its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import of_module
from builders.targets.player.saved_state import most_saved

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}
FAILED = "could not be fetched"


@pytest.fixture
def all_languages(learner_editions: Editions, packed: Callable[..., bytes], standard: Kind) -> bytes:
    return packed(*learner_editions.values(), standard=standard)


@pytest.fixture
def in_three(learner_editions: Editions, packed: Callable[..., bytes]) -> bytes:
    """The same for SCORM 1.2 alone, where the standard makes no difference."""
    return packed(*learner_editions.values())


def _switch(player: Any, language: str) -> None:
    player.frame.click(f".languages a[hreflang^='{language}']")
    player.frame.wait_for_selector(f"html[lang^='{language}']", state="attached")


def _shown(player: Any) -> str:
    return str(player.frame.get_attribute(".page:not([hidden])", "id"))


def _reported(player: Any) -> list[str]:
    return [value for call, element, value in (each for each in player.calls if each[0] == "set") if _is_id(element)]


def _is_id(element: str) -> bool:
    return element.startswith("cmi.interactions.") and element.endswith(".id") and "objectives" not in element


def _in(player: Any, language: str, page: str) -> None:
    """The page is still there, in the words of the language, and the focus with it."""
    assert _shown(player) == page
    assert str(player.frame.evaluate("document.documentElement.lang")).startswith(language)
    assert player.frame.evaluate("document.activeElement === document.querySelector('.page:not([hidden]) h2')")
    assert player.frame.evaluate("document.title").startswith(player.heading)
    assert player.frame.locator("#contents [aria-current=page]").count() == 1
    assert player.frame.locator(".languages [aria-current=true]").get_attribute("hreflang").startswith(language)
    assert player.frame.evaluate(
        "document.querySelector('h1').textContent === document.title.split(' · ').at(-1) && document.title.includes(' · ')"
    )


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def test_switched_in_the_middle_of_everything(
    all_languages: bytes, standard: Kind, learner_editions: Editions, learner: Callable[..., Any]
) -> None:
    player = learner(all_languages, standard=standard, locale="en-GB")
    player.launch()
    player.started()
    _a_page(player)
    _a_scenario(player)
    _a_procedure(player)
    _a_test(player)
    assert player.values[STATUS[standard]] == "completed"
    most = max(most_saved(of_module(edition.modules[0]), edition) for edition in learner_editions.values())
    assert len(player.values["cmi.suspend_data"]) <= most
    assert Counter(_reported(player)).most_common(1)[0][1] == 1  # no answer is reported twice
    _untroubled(player)
    player.launch()
    player.started()
    assert player.frame.evaluate("document.documentElement.lang").startswith("mr")
    assert _shown(player) == "page-assessment"
    _untroubled(player)


def _a_page(player: Any) -> None:
    """One question answered, the next one ticked and not handed in."""
    player.hands("show", "kit.first.open")
    forms = player.frame.query_selector_all(".page:not([hidden]) form.question")
    player.answer(forms[0], right=True)
    forms[0].query_selector("button[type=submit]").click()
    player.answer(forms[1], right=False)
    before = player.frame.inner_text(".page:not([hidden]) .result")
    for language in ("hi", "mr"):
        _switch(player, language)
        _in(player, language, "page-kit.first.open")
        forms = player.frame.query_selector_all(".page:not([hidden]) form.question")
        question = player.data["questions"][forms[0].get_attribute("data-question")]
        assert forms[0].query_selector("input:checked").get_attribute("value") == question["right"]
        assert forms[0].query_selector(".result").inner_text() != before
        assert forms[1].query_selector(".result") is None
        wrong = forms[1].query_selector("input:checked").get_attribute("value")
        assert wrong not in player.data["questions"][forms[1].get_attribute("data-question")]["right"]
    assert len(_reported(player)) == 1
    player.hands("show", "kit.first.sort")
    number = "form[id='check-kit.q-number'] input"
    rows = "[...document.querySelectorAll('form[id=\"check-kit.q-order\"] .sequence > li')].map(row => row.dataset.key)"
    player.frame.fill(number, "11")
    player.frame.select_option("form[id='check-kit.q-match'] select >> nth=1", index=2)
    chosen = player.frame.input_value("form[id='check-kit.q-match'] select >> nth=1")
    player.frame.click("form[id='check-kit.q-order'] .sequence > li:first-child .moves button:last-child")
    order = player.frame.evaluate(rows)
    _switch(player, "hi")
    assert player.frame.input_value(number) == "11"
    assert player.frame.input_value("form[id='check-kit.q-match'] select >> nth=1") == chosen
    assert player.frame.evaluate(rows) == order
    assert len(_reported(player)) == 1


def _a_scenario(player: Any) -> None:
    player.hands("show", "kit.second.dark")
    player.frame.click(".scenario .talk > .main")
    player.frame.click(".option >> nth=0")
    reported = _reported(player)
    for language in ("mr", "en"):
        _switch(player, language)
        _in(player, language, "page-kit.second.dark")
        assert player.frame.locator(".talk .mine").count() == 1
        assert player.frame.locator(".talk .option").count() == 2
    assert "Light the lamp" in player.frame.inner_text(".talk .mine")
    assert _reported(player) == reported


def _a_procedure(player: Any) -> None:
    player.hands("show", "kit.second.in-order")
    for _ in range(2):
        player.frame.click(".page:not([hidden]) .stepping .main >> nth=0")
    step = "document.querySelector('.page:not([hidden]) .step:not([hidden])').dataset.step"
    before = player.frame.evaluate(step)
    for language in ("hi", "mr"):
        _switch(player, language)
        _in(player, language, "page-kit.second.in-order")
        assert player.frame.evaluate(step) == before


def _a_test(player: Any) -> None:
    """Two questions answered, back to the first: that is where it goes on."""
    player.hands("show", "assessment")
    player.hands("sit", "assessment", "right", 2)
    for _ in range(2):
        player.frame.click("#test-assessment .turning button >> nth=0")
    asked = player.frame.get_attribute("#test-assessment form", "data-question")
    for language in ("en", "mr"):
        _switch(player, language)
        _in(player, language, "page-assessment")
        assert player.frame.get_attribute("#test-assessment form", "data-question") == asked
        assert player.frame.locator("#test-assessment .turning button").count() == 1
    saved = player.values["cmi.suspend_data"]
    assert saved.count(",f") == 2  # both answers, and where they stand
    player.hands("sit", "assessment", "right")


@pytest.mark.parametrize(
    ("preferred", "browser", "shown"),
    [("hi-IN", "mr-IN", "hi"), ("", "mr-IN", "mr"), ("", "fr-FR", "en"), ("ta", "hi", "hi")],
)
def test_opens_in_the_language_of_the_system_then_of_the_browser_then_of_the_package(
    all_languages: bytes, standard: Kind, learner: Callable[..., Any], preferred: str, browser: str, shown: str
) -> None:
    player = learner(all_languages, standard=standard, locale=browser)
    player.launch(language=preferred)
    player.started()
    assert player.frame.evaluate("document.documentElement.lang").startswith(shown)
    assert ",l" not in player.values["cmi.suspend_data"]  # nobody has chosen
    _untroubled(player)


def test_what_was_chosen_goes_before_what_is_preferred(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="en")
    player.launch(language="hi_IN")  # as some systems write it
    player.started()
    assert player.data["language"] == "hi"
    _switch(player, "mr")
    player.launch(language="hi_IN")
    player.started()
    assert player.frame.evaluate("document.documentElement.lang").startswith("mr")
    assert player.data["language"] == "mr"
    _untroubled(player)


@pytest.mark.parametrize("fault", ["no line", "no document", "logged out"])
def test_a_language_that_cannot_be_fetched(in_three: bytes, learner: Callable[..., Any], fault: str) -> None:
    player = learner(in_three, locale="en")
    player.launch()
    player.started()
    player.hands("show", "kit.first.open")
    player.hands("answerPage", "right")
    there = player.site.package.pop("index.hi.html")
    if fault == "logged out":
        player.site.package["index.hi.html"] = b"<!doctype html><title>Please log in</title><form></form>"
    player.context.set_offline(fault == "no line")
    player.frame.click(".languages a[hreflang^='hi']")
    player.frame.wait_for_selector("#notice p")
    assert FAILED in player.frame.inner_text("#notice")
    assert player.heading == "Open the kit"
    assert player.frame.locator(".page:not([hidden]) .result.right").count() == 3
    player.hands("show", "kit.first.sort")
    assert ",l" not in player.values["cmi.suspend_data"]
    player.context.set_offline(False)
    player.site.package["index.hi.html"] = there
    _switch(player, "hi")
    assert player.frame.inner_text("#notice") == ""
    assert _shown(player) == "page-kit.first.sort"
    assert player.refused == []


def test_a_language_that_does_not_come(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="hi")
    player.context.clock.install()
    player.context.route("**/index.hi.html", lambda _: None)
    player.launch()
    player.frame.wait_for_function("document.querySelector('.languages').inert")
    player.page.wait_for_function("facade.state === 'running'")
    player.page.clock.run_for(21_000)
    player.started()
    player.frame.wait_for_selector("#notice p")
    assert FAILED in player.frame.inner_text("#notice")
    assert player.heading == "Before you begin"
    assert player.values["cmi.core.lesson_status"] == "incomplete"
    assert player.refused == []


def test_the_chosen_language_cannot_be_fetched_on_return(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="en")
    player.launch()
    player.started()
    player.hands("show", "kit.first.sort")
    _switch(player, "hi")
    del player.site.package["index.hi.html"]
    player.launch()
    player.started()
    player.frame.wait_for_selector("#notice p")
    assert FAILED in player.frame.inner_text("#notice")
    assert player.heading == "Sort the kit"
    assert ",lhi" in player.values["cmi.suspend_data"]  # asked for again next time


def test_two_clicks_show_the_last_one(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="en")
    player.launch()
    player.started()
    player.frame.evaluate(
        "for (const language of ['hi', 'mr', 'hi', 'mr']) document.querySelector(`.languages a[hreflang^=${language}]`).click()"
    )
    player.frame.wait_for_selector("html[lang^='mr']", state="attached")
    player.page.wait_for_timeout(300)
    assert player.frame.evaluate("document.documentElement.lang").startswith("mr")
    assert ",lmr" in player.values["cmi.suspend_data"]
    _untroubled(player)


def test_another_language_waits_for_the_record_and_goes_with_it(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="en")
    player.launch(late="60000")
    player.frame.wait_for_selector(".languages[inert]")
    player.page.evaluate("offer()")
    player.started()
    assert not player.frame.evaluate("document.querySelector('.languages').inert")
    player.frame.click("#exit")
    player.frame.wait_for_selector(".gone")
    assert not player.frame.is_visible(".languages")
    _untroubled(player)


def test_a_banner_outlives_the_switch(in_three: bytes, learner: Callable[..., Any]) -> None:
    player = learner(in_three, locale="en")
    player.launch()
    player.started()
    player.page.evaluate("facade.broken = true")
    player.hands("show", "kit.first.open")
    before = player.frame.inner_text("#not-saved")
    _switch(player, "hi")
    assert player.frame.inner_text("#not-saved") not in ("", before)
    player.page.evaluate("facade.broken = false")
    player.frame.click("#not-saved button")
    assert player.frame.inner_text("#not-saved") == ""
    _untroubled(player)
