"""Where a package finds the system that records its learner, however that answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders.model.artefacts import Kind

pytestmark = [pytest.mark.browser, pytest.mark.node]

STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def _recorded(player: Any, standard: Kind) -> None:
    player.started()
    assert player.values[STATUS[standard]] == "incomplete"
    player.hands("show", "kit.first.open")
    assert player.commits > 1


_OWN = """
if (location.pathname.startsWith("/package/")) {
  const values = (window.values = {});
  const yes = () => "true";
  const set = (element, value) => (values[element] = value) && "true";
  const get = (element) => values[element] ?? "";
  window.API = { LMSInitialize: yes, LMSGetValue: get, LMSSetValue: set, LMSCommit: yes, LMSFinish: yes };
  window.API_1484_11 = { Initialize: yes, GetValue: get, SetValue: set, Commit: yes, Terminate: yes };
}
"""


def test_finds_the_api_in_its_own_window(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.context.add_init_script(_OWN)
    player.open_alone()
    player.started()
    assert player.frame.evaluate("values")[STATUS[standard]] == "incomplete"
    assert player.frame.is_visible("#exit")
    assert player.troubles == []


def test_finds_the_api_above_another_host(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.home = player.site.address.replace("127.0.0.1", "localhost")
    between = f"<!doctype html><title>Between</title><iframe id='in' src='{player.site.address}/package/index.html'></iframe>"
    player.site.package["between.html"] = between.encode()
    player.visit(frame="no")
    player.page.evaluate("address => { document.getElementById('sco').src = address }", f"{player.home}/package/between.html")
    player.page.frame_locator("#sco").frame_locator("#in").locator("h1").wait_for()
    player.frame = next(frame for frame in player.page.frames if frame.url == f"{player.site.address}/package/index.html")
    assert player.frame.parent_frame.url.startswith(player.home)
    _recorded(player, standard)
    _untroubled(player)


def test_finds_the_api_above_its_opener(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.visit(frame="no")
    with player.context.expect_page() as opened:
        player.page.evaluate("void document.getElementById('sco').contentWindow.eval(`window.open('/package/index.html')`)")
    player.frame = opened.value.main_frame
    _recorded(player, standard)
    _untroubled(player)


def test_true_is_as_good_as_its_word(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.launch(answers="boolean")
    _recorded(player, standard)
    assert player.frame.inner_text("#not-saved") == ""
    player.frame.click("#exit")
    player.frame.wait_for_selector(".gone")
    _untroubled(player)


def test_a_system_that_throws_at_the_start(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.launch(throws="initialize")
    player.started()
    assert "not recorded" in player.frame.inner_text("#notice")
    player.hands("sit", "assessment", "right")
    assert "100 %" in player.frame.inner_text("#test-assessment h3")
    assert player.calls == []
    _untroubled(player)


@pytest.mark.parametrize("call", ["get", "set", "commit"])
def test_a_system_that_throws_later(kit: bytes, standard: Kind, learner: Callable[..., Any], call: str) -> None:
    player = learner(kit, standard=standard)
    player.launch(throws=call)
    player.started()
    player.hands("show", "kit.first.open")
    player.hands("answerPage", "right")
    assert ("Not saved" in player.frame.inner_text("#not-saved")) == (call != "get")
    assert player.frame.locator(".page:not([hidden]) .result.right").count() == 3
    assert player.troubles == []
