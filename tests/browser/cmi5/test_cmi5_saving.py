"""What happens to a record on a poor line, after a reload, and where the system takes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]


def _verbs(lms: Any, session: Any = None) -> list[str]:
    return [lms.books.judge.verb(each) for each in lms.said(session=session)]


@pytest.fixture
def lms(system: Callable[..., Any], packed5: Callable[..., bytes]) -> Any:
    return system(packed5("en"))


@pytest.fixture
def player(attending: Callable[..., Any], lms: Any) -> Any:
    made = attending(lms)
    made.begin(returnURL=f"{lms.address}/back")
    made.idle()
    return made


def _answer(player: Any, at: int = 0) -> None:
    player.show("Open the kit")
    form = player.frame.query_selector_all(".page:not([hidden]) form.question")[at]
    player.answer(form, right=True)
    form.query_selector("button[type=submit]").click()


def _pass(player: Any) -> None:
    player.show("Final assessment")
    player.frame.click("#test-assessment .main")
    player.sit_assessment(right=True)


def test_a_line_that_is_cut_and_restored(player: Any, lms: Any) -> None:
    lms.cut = True
    _answer(player)
    player.frame.wait_for_selector("#not-saved p")
    _answer(player, 1)
    _pass(player)
    assert "Not saved" in player.frame.inner_text("#not-saved")
    assert _verbs(lms) == ["initialized"]
    player.frame.click("#exit")
    player.page.wait_for_timeout(500)
    assert player.frame.is_visible("#test-assessment")
    lms.cut = False
    player.frame.click("#not-saved button")
    player.until(lambda: lms.satisfied)
    player.frame.wait_for_selector("#not-saved p", state="detached")
    assert _verbs(lms) == ["initialized", *["answered"] * 8, "completed", "passed"]
    times = [each["timestamp"] for each in lms.said()]
    assert times == sorted(times)
    player.leave()
    assert lms.books.audit() == []


def test_what_waits_goes_out_by_itself(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    player.context.clock.install()
    player.begin(returnURL=f"{lms.address}/back")
    lms.cut = True
    _answer(player)
    player.frame.wait_for_selector("#not-saved p")
    lms.cut = False
    player.page.clock.run_for(16_000)
    player.until(lambda: "answered" in _verbs(lms))
    player.frame.wait_for_selector("#not-saved p", state="detached")
    player.leave()
    assert lms.books.audit() == []


@pytest.mark.parametrize("verb", ["initialized", "answered", "completed", "passed"])
def test_an_answer_that_gets_lost_makes_no_second_statement(attending: Callable[..., Any], lms: Any, verb: str) -> None:
    player = attending(lms)
    lms.lost = verb
    player.begin(returnURL=f"{lms.address}/back")
    _pass(player)
    player.frame.wait_for_selector("#not-saved p")
    player.until(lambda: verb in _verbs(lms))
    lms.lost = ""
    player.frame.click("#not-saved button")
    player.until(lambda: lms.satisfied)
    player.leave()
    assert _verbs(lms) == ["initialized", *["answered"] * 6, "completed", "passed", "terminated"]
    assert lms.books.audit() == []


def test_a_verdict_whose_answer_got_lost_is_not_said_again_next_time(player: Any, lms: Any) -> None:
    lms.lost = "passed"
    _pass(player)
    player.until(lambda: lms.satisfied)
    player.shut()
    lms.lost = ""
    player.begin()
    player.idle()
    player.shut()
    assert _verbs(lms, lms.session) == ["initialized", "terminated"]
    assert lms.books.audit() == []


@pytest.mark.parametrize("taken", [True, False])
def test_offers_what_found_no_line(player: Any, lms: Any, taken: bool) -> None:
    _answer(player)
    player.idle()
    lms.cut = True
    _pass(player)
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
    assert _verbs(lms, lms.session)[1:] == (["completed", "passed"] if taken else [])
    player.shut()
    assert lms.books.audit(excused=1) == []


def test_a_page_that_a_phone_dropped_goes_on(player: Any, lms: Any) -> None:
    _answer(player)
    player.idle()
    player.dropped()
    player.started()
    _answer(player, 1)
    player.until(lambda: _verbs(lms).count("answered") == 2)
    player.leave()
    assert lms.session.asked == 1
    assert _verbs(lms) == ["initialized", "answered", "answered", "terminated"]
    assert lms.books.audit() == []


def test_what_waited_outlives_a_dropped_page(player: Any, lms: Any) -> None:
    lms.cut = True
    _answer(player)
    player.frame.wait_for_selector("#not-saved p")
    waiting = player.page.evaluate("JSON.parse(Object.values(sessionStorage)[0]).box.map(each => each.statement.id)")
    lms.cut = False
    player.dropped()
    player.frame.click("#notice .main")
    player.started()
    player.until(lambda: "answered" in _verbs(lms))
    assert [each["id"] for each in lms.said()][1:] == waiting
    player.leave()
    assert lms.books.audit() == []


def test_a_reload_after_the_farewell_says_that_the_session_is_over(player: Any, lms: Any) -> None:
    _answer(player)
    player.idle()
    player.page.reload()
    player.started()
    assert "closed this session" in player.frame.inner_text("#notice")
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Open the kit"
    assert not player.frame.is_visible("#exit")
    player.idle()
    assert _verbs(lms) == ["initialized", "answered", "terminated"]
    player.begin()
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.shut()
    assert lms.books.audit() == []


def test_a_farewell_without_a_line_is_said_after_the_reload(player: Any, lms: Any) -> None:
    _answer(player)
    player.idle()
    lms.cut = True
    _answer(player, 1)
    player.frame.wait_for_selector("#not-saved p")
    lms.package["gone.html"] = b"<!doctype html><title>Elsewhere</title>"
    player.page.goto(f"{lms.address}/content/gone.html")
    lms.cut = False
    player.page.go_back()
    player.started()
    player.until(lambda: lms.session.over)
    assert _verbs(lms) == ["initialized", "answered", "answered", "terminated"]
    assert lms.books.audit() == []


def test_says_that_the_page_was_opened_twice(player: Any, lms: Any) -> None:
    address = player.page.url
    player.shut()
    player.open(address)
    player.started()
    assert "closed this session" in player.frame.inner_text("#notice")
    assert "not recorded" in player.frame.inner_text("#notice")
    assert [each for each, _ in lms.books.audit()] == ["8.2.3.0-1"]  # no tab knows what another one did


def test_says_that_the_system_does_not_answer(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    address = lms.launch()
    lms.cut = True
    player.open(address)
    player.started()
    assert "did not answer" in player.frame.inner_text("#notice")


def test_says_that_the_system_has_given_the_session_up(player: Any, lms: Any) -> None:
    lms.session.abandoned = True
    _answer(player)
    player.frame.wait_for_selector("#notice p")
    assert "closed this session" in player.frame.inner_text("#notice")
    assert "Not saved" in player.frame.inner_text("#not-saved")
    player.page.close()
    player.learner.page = None
    player.open(lms.launch())
    player.frame.click("#notice .main")
    player.started()
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.shut()
    assert lms.books.audit(excused=1) == []


def test_a_system_that_launches_with_the_same_address_each_time(player: Any, lms: Any) -> None:
    _answer(player)
    player.idle()
    first = lms.session
    address = player.page.url
    player.page.goto("about:blank")
    player.until(lambda: first.over)
    lms.launch()
    lms.session.id, first.id = first.id, "closed"
    lms.books.sessions.reverse()
    player.page.goto(address)
    player.started()
    player.idle()
    assert "closed this session" not in player.frame.inner_text("#notice")
    assert "initialized" in lms.books.sessions[0].course.verbs


def test_a_system_that_insists_on_conditions(player: Any, lms: Any) -> None:
    lms.books.insists = True
    for at in range(2):
        _answer(player, at)
        player.until(lambda at=at: _verbs(lms).count("answered") == at + 1)  # type: ignore[misc]
    player.leave()
    written = [each for each in lms.books.requests if each.method == "PUT" and each.resource == "activities/state"]
    assert any("if-match" in each.headers for each in written)
    player.begin()
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=1")
    player.shut()
    assert lms.books.audit() == []


def test_ids_are_uuids_where_the_browser_makes_none(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    player.context.add_init_script("delete Crypto.prototype.randomUUID")
    player.begin()
    _pass(player)
    player.until(lambda: lms.satisfied)
    player.shut()
    assert lms.books.audit() == []


def test_teaches_without_a_launch(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    player.open(f"{lms.address}/content/index.html")
    player.started()
    assert "not recorded" in player.frame.inner_text("#notice")
    _pass(player)
    assert "100 %" in player.frame.inner_text("#test-assessment h3")
    assert player.untroubled()
    assert lms.books.requests == []
