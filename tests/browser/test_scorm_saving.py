"""When a package saves, what it says when it cannot, and how it finds the system that it saves to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def test_closes_the_record_once_when_the_page_goes(player: Any, standard: Kind) -> None:
    player.show("Open the kit")
    player.page.goto(f"{player.site.address}/lms/lms.css")
    assert player.page.evaluate(f"localStorage.getItem('lms.{standard}.state')") == "finished"
    assert player.troubles == []


def test_commits_when_put_aside(player: Any) -> None:
    before = player.calls.count(["commit"])
    player.frame.evaluate(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert player.calls.count(["commit"]) == before + 1


def test_says_that_nothing_was_saved_until_it_is(player: Any) -> None:
    player.page.evaluate("facade.broken = true")
    player.show("Open the kit")
    assert "Not saved" in player.frame.inner_text("#not-saved")
    player.show("Sort the kit")
    assert player.frame.is_visible("#not-saved")
    player.page.evaluate("facade.broken = false")
    player.frame.click("#not-saved button")
    assert player.frame.inner_text("#not-saved") == ""
    _untroubled(player)


@pytest.mark.parametrize("taken", [True, False])
def test_offers_what_could_not_be_saved(player: Any, taken: bool) -> None:
    player.show("Open the kit")
    player.page.evaluate("facade.broken = true")
    player.show("In the dark")
    player.launch()
    player.frame.wait_for_selector("#notice button")
    player.frame.click("#notice .main" if taken else "#notice button:not(.main)")
    player.started()
    assert player.frame.inner_text(".page:not([hidden]) h2") == ("In the dark" if taken else "Open the kit")
    _untroubled(player)


def test_saves_every_two_minutes_and_tries_again_after_a_failure(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.context.clock.install()
    player.launch()
    player.started()
    before = player.calls.count(["commit"])
    player.page.clock.run_for(121_000)
    assert player.calls.count(["commit"]) == before + 1
    player.page.evaluate("facade.broken = true")
    player.page.clock.run_for(120_000)
    assert "Not saved" in player.frame.inner_text("#not-saved")
    player.page.evaluate("facade.broken = false")
    player.page.clock.run_for(16_000)
    assert player.frame.inner_text("#not-saved") == ""
    _untroubled(player)


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_writes_nothing_in_review(kit: bytes, standard: Kind, learner: Callable[..., Any], mode: str) -> None:
    player = learner(kit, standard=standard)
    player.launch(mode=mode)
    player.started()
    player.hands("readAll", "right")
    player.hands("sit", "assessment", "right")
    player.frame.click("#exit")
    assert [call for call in player.calls if call[0] in {"set", "commit"}] == []
    assert player.calls[-1] == ["finish"]
    _untroubled(player)


def test_resumes_in_a_newer_version(player: Any, standard: Kind, learner_editions: Editions, packed: Callable[..., bytes]) -> None:
    player.show("Open the kit")
    form = player.frame.query_selector(".page:not([hidden]) form.question")
    player.answer(form, right=True)
    form.query_selector("button[type=submit]").click()
    player.show("Sort the kit")
    curriculum = learner_editions["en"]
    module = curriculum.modules[0]
    first, second = module.sessions
    renamed = tuple(replace(each, id="sorted") if each.id == "sort" else each for each in first.segments)
    newer = replace(
        module,
        sessions=(replace(first, segments=renamed), second),
        questions=tuple(question for question in module.questions if question.kind != "match"),
    )
    player.site.unpack(packed(replace(curriculum, modules=(newer,)), standard=standard))
    player.launch()
    player.started()
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Before you begin"
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    _untroubled(player)


def test_finds_an_api_that_comes_late(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.launch(late="1200")
    player.started()
    assert player.values[STATUS[standard]] == "incomplete"
    _untroubled(player)


def test_finds_the_api_of_its_opener(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.visit(frame="no")
    with player.context.expect_page() as opened:
        player.page.evaluate("void window.open('/package/index.html')")
    player.frame = opened.value.main_frame
    player.started()
    assert player.values[STATUS[standard]] == "incomplete"
    player.frame.click("#exit")
    player.page.wait_for_function("facade.state === 'finished'")
    _untroubled(player)


def test_teaches_without_a_record(kit: bytes, learner: Callable[..., Any]) -> None:
    player = learner(kit)
    player.open_alone()
    player.started()
    assert "not recorded" in player.frame.inner_text("#notice")
    player.hands("readAll", "right")
    player.hands("sit", "assessment", "right")
    assert "100 %" in player.frame.inner_text("#test-assessment h3")
    assert player.troubles == []
