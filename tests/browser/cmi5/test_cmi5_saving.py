"""What happens to a record on a poor line and after a reload."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]


def test_a_line_that_is_cut_and_restored(player: Any, lms: Any) -> None:
    lms.cut = True
    player.check()
    player.frame.wait_for_selector("#not-saved p")
    player.check(1)
    player.sit()
    assert "Not saved" in player.frame.inner_text("#not-saved")
    assert lms.verbs() == ["initialized"]
    player.frame.click("#exit")
    player.page.wait_for_timeout(500)
    assert player.frame.is_visible("#test-assessment")
    lms.cut = False
    player.frame.click("#not-saved button")
    player.until(lambda: lms.satisfied)
    player.frame.wait_for_selector("#not-saved p", state="detached")
    assert lms.verbs() == ["initialized", *["answered"] * 8, "completed", "passed"]
    times = [each["timestamp"] for each in lms.said()]
    assert times == sorted(times)
    player.leave()
    assert lms.books.audit() == []


def test_what_waits_goes_out_by_itself(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    player.context.clock.install()
    player.begin(returnURL=f"{lms.address}/back")
    lms.cut = True
    player.check()
    player.frame.wait_for_selector("#not-saved p")
    lms.cut = False
    player.page.clock.run_for(16_000)
    player.until(lambda: "answered" in lms.verbs())
    player.frame.wait_for_selector("#not-saved p", state="detached")
    player.leave()
    assert lms.books.audit() == []


@pytest.mark.parametrize("verb", ["initialized", "answered", "completed", "passed"])
def test_an_answer_that_gets_lost_makes_no_second_statement(attending: Callable[..., Any], lms: Any, verb: str) -> None:
    player = attending(lms)
    lms.lost = verb
    player.begin(returnURL=f"{lms.address}/back")
    player.sit()
    player.frame.wait_for_selector("#not-saved p")
    player.until(lambda: verb in lms.verbs())
    lms.lost = ""
    player.show("Open the kit")  # every change saves
    player.until(lambda: lms.satisfied)
    player.leave()
    assert lms.verbs() == ["initialized", *["answered"] * 6, "completed", "passed", "terminated"]
    assert lms.books.audit() == []


def test_a_verdict_whose_answer_got_lost_is_not_said_again_next_time(player: Any, lms: Any) -> None:
    lms.lost = "passed"
    player.sit()
    player.until(lambda: lms.satisfied)
    player.shut()
    lms.lost = ""
    player.begin()
    player.idle()
    player.shut()
    assert lms.verbs(lms.session) == ["initialized", "terminated"]
    assert lms.books.audit() == []


@pytest.mark.parametrize("taken", [True, False])
def test_offers_what_found_no_line(player: Any, lms: Any, taken: bool) -> None:
    player.check()
    player.idle()
    lms.cut = True
    player.sit()
    player.frame.wait_for_selector("#not-saved p")
    player.page.close()
    player.learner.page = None
    lms.cut = False
    address = lms.launch()
    player.open(address)
    player.frame.click("#notice .main" if taken else "#notice button:not(.main)")
    player.started()
    player.idle()
    assert lms.satisfied is taken
    assert lms.verbs(lms.session)[1:] == (["completed", "passed"] if taken else [])
    player.shut()
    assert lms.books.audit(excused=1) == []


def test_a_page_that_a_phone_dropped_goes_on(player: Any, lms: Any) -> None:
    player.check()
    player.idle()
    player.dropped()
    player.started()
    player.check(1)
    player.until(lambda: lms.verbs().count("answered") == 2)
    player.leave()
    assert lms.session.asked == 1
    assert lms.verbs() == ["initialized", "answered", "answered", "terminated"]
    assert lms.books.audit() == []


def test_what_waited_outlives_a_dropped_page(player: Any, lms: Any) -> None:
    lms.cut = True
    player.check()
    player.frame.wait_for_selector("#not-saved p")
    waiting = player.page.evaluate("JSON.parse(Object.values(sessionStorage)[0]).box.map(each => each.statement.id)")
    lms.cut = False
    player.dropped()
    player.frame.click("#notice .main")
    player.started()
    player.until(lambda: "answered" in lms.verbs())
    assert [each["id"] for each in lms.said()][1:] == waiting
    player.leave()
    assert lms.books.audit() == []


def test_a_reload_after_the_farewell_says_that_the_session_is_over(player: Any, lms: Any) -> None:
    player.check()
    player.idle()
    player.page.reload()
    player.started()
    assert "closed this session" in player.frame.inner_text("#notice")
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Open the kit"
    assert not player.frame.is_visible("#exit")
    player.idle()
    assert lms.verbs() == ["initialized", "answered", "terminated"]
    player.begin()
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.shut()
    assert lms.books.audit() == []


def test_a_farewell_without_a_line_is_said_after_the_reload(player: Any, lms: Any) -> None:
    player.check()
    player.idle()
    lms.cut = True
    player.check(1)
    player.frame.wait_for_selector("#not-saved p")
    lms.package["gone.html"] = b"<!doctype html><title>Elsewhere</title>"
    player.page.goto(f"{lms.address}/content/gone.html")
    lms.cut = False
    player.page.go_back()
    player.started()
    player.until(lambda: lms.session.over)
    assert lms.verbs() == ["initialized", "answered", "answered", "terminated"]
    assert lms.books.audit() == []
