"""The learner's pages themselves: our own on a narrow phone, without a script, an order moved by keys. More in player/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets.packaging.assemble import publications
from builders.targets.scorm import package

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]


def _package(curriculum: Curriculum, module: int = 0) -> bytes:
    return package(publications((curriculum,), module=curriculum.modules[module].id), standard=Kind.SCORM12)[1]


def _each_page(player: Any) -> Iterator[str]:
    """Show every page in turn."""
    for name in player.frame.eval_on_selector_all(".page", "pages => pages.map(page => page.id)"):
        player.frame.evaluate("name => document.querySelector(`#contents a[href='#${name}']`).click()", name)
        yield name


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_no_sideways_scroll_at_320_pixels(reading: Reading, learner: Callable[..., Any], language: str) -> None:
    curriculum = reading.editions[language]
    for number in range(len(curriculum.modules)):
        player = learner(_package(curriculum, number), viewport={"width": 320, "height": 640})
        player.open_alone()
        player.started()
        wide = [name for name in _each_page(player) if player.frame.evaluate("document.documentElement.scrollWidth > 320")]
        assert wide == []
        assert player.troubles == []


def test_reads_without_a_script(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]), java_script_enabled=False)
    player.open_alone()
    for text in ("A kit lies on the table", "Someone calls.", "A question opens.", "Do not tear it."):
        assert player.frame.locator(f"text={text}").count() == 1
    assert player.frame.is_visible("text=The final assessment needs JavaScript")
    assert not player.frame.is_visible(".reflection")


def test_a_row_that_is_moved_keeps_the_focus_and_says_its_place(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]))
    player.open_alone()
    player.started()
    player.show("Sort the kit")
    assert player.frame.evaluate("document.activeElement.tagName") == "H2"
    down = player.frame.query_selector("form[id='check-kit.q-order'] li:first-child .moves button:last-child")
    name = down.get_attribute("aria-label")
    down.focus()
    player.page.keyboard.press("Enter")
    assert player.frame.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert player.frame.inner_text(".moved") == "Now at place 2 of 3"
