"""The last page: what was reached, and the record of it on one sheet of paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.rendering.words import words

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
_FACTS = (
    "() => Object.fromEntries([...document.querySelectorAll('.facts > div')].map(each => [...each.children].map(e => e.innerText)))"
)
_SHOWN = "all => all.filter(each => each.checkVisibility()).map(each => each.id || each.className || each.tagName)"


def _finished(player: Any, how: str) -> Any:
    player.started()
    player.hands("readAll", how)
    player.hands("show", "assessment")
    player.hands("sit", "assessment", how)
    player.hands("show", "completion")
    return player


def _pages(paper: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", paper))


_NAMES = {Kind.SCORM12: "Learner, Test", Kind.SCORM2004: "Test Learner"}  # as each standard has them


def test_who_passed_sees_what_was_reached(player: Any, standard: Kind) -> None:
    _finished(player, "right")
    frame = player.frame
    assert frame.inner_text("#completion .result") == words("player", "en")["completion-passed"]
    assert frame.inner_text(".record .of") == "The kit · Version 1.2.0"
    assert frame.evaluate(_FACTS) == {
        "Learner": _NAMES[standard],
        "Best result": "100 %\nneeded: 70 %",
        "Attempts": "1 of 3",
        "Time spent": "1 min",
        "Pages read": "6 of 6",
    }
    assert frame.locator(".results li").all_inner_texts() == [
        "Name what is in the kit.\n✓ 3 of 3 right",
        "Use the kit in the right order.\n✓ 3 of 3 right",
    ]


def test_who_failed_sees_the_attempts_and_the_best_result(
    learner: Callable[..., Any], learner_editions: Editions, packed: Callable[..., bytes]
) -> None:
    player = learner(packed(learner_editions["en"]))
    player.launch()
    _finished(player, "wrong")
    facts = player.frame.evaluate(_FACTS)
    assert (facts["Best result"], facts["Attempts"], facts["Pages read"]) == ("0 %\nneeded: 70 %", "1 of 3", "5 of 6")
    assert player.frame.locator(".results .met").count() == 0
    player.hands("show", "assessment")
    player.frame.click("#test-assessment .turning .main")
    player.hands("show", "completion")
    assert player.frame.evaluate(_FACTS)["Attempts"] == "1 of 3"  # the second is not handed in yet
    assert player.frame.locator(".results").count() == 0
    assert player.frame.inner_text("#completion .result") == words("player", "en")["completion-open"]


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_the_record_alone_is_printed_on_one_sheet(
    learner: Callable[..., Any], learner_editions: Editions, packed: Callable[..., bytes], language: str
) -> None:
    player = learner(packed(learner_editions[language]), color_scheme="dark")
    player.open_alone()
    _finished(player, "right")
    player.page.evaluate("void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })")
    player.frame.click(f"#completion button:has-text('{words('player', language)['completion-print']}')")
    assert player.page.evaluate("window.printed") == 1
    player.page.emulate_media(media="print")
    assert player.frame.eval_on_selector_all("body > *, .layout > *, main > *, #completion > *", _SHOWN) == [
        "layout", "main", "page-completion", "record",
    ]  # fmt: skip
    today = player.page.evaluate(f"new Intl.DateTimeFormat('{language}-IN-u-nu-latn', {{dateStyle: 'long'}}).format(new Date())")
    assert today in player.frame.inner_text(".printed")
    white = player.frame.evaluate("getComputedStyle(document.querySelector('.record')).backgroundColor")
    assert white == "rgb(255, 255, 255)"
    assert _pages(player.page.pdf(prefer_css_page_size=True, print_background=True)) == 1


def test_a_record_of_many_objectives_fits_on_one_sheet(
    learner: Callable[..., Any], reading: Reading, packed: Callable[..., bytes]
) -> None:
    player = learner(packed(reading.editions["mr"], course="five-day"))
    player.open_alone()
    player.started()
    player.hands("sit", "post-test", "right")
    player.hands("show", "completion")
    assert player.frame.locator(".results li").count() > 12
    twice = "list => list.append(...[...list.children].map(each => each.cloneNode(true)))"
    assert _pages(player.page.pdf(prefer_css_page_size=True)) == 1
    player.frame.eval_on_selector(".results", twice)
    assert _pages(player.page.pdf(prefer_css_page_size=True)) == 1


def test_any_other_page_is_printed_as_it_is(
    learner: Callable[..., Any], learner_editions: Editions, packed: Callable[..., bytes]
) -> None:
    player = learner(packed(learner_editions["en"]))
    player.open_alone()
    player.started()
    player.hands("show", "kit.first.open")
    player.page.emulate_media(media="print")
    assert player.frame.is_visible("text=lies on the table")
    assert not player.frame.is_visible(".top")
    assert not player.frame.is_visible(".turn")
