"""Systems that take nothing, insist, launch in their own way or are not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]


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
    player.context.clock.install()
    address = lms.launch()
    lms.cut = True
    player.open(address)
    for _ in range(3):
        player.page.clock.run_for(5_000)
        player.page.wait_for_timeout(200)
    player.started()
    assert "did not answer" in player.frame.inner_text("#notice")


@pytest.mark.parametrize(("code", "words"), [("1", "closed this session"), ("2", "did not answer"), ("3", "did not answer")])
def test_says_what_an_error_code_means(attending: Callable[..., Any], lms: Any, code: str, words: str) -> None:
    player = attending(lms)
    lms.books.error = code
    player.open(lms.launch())
    player.started()
    assert words in player.frame.inner_text("#notice")
    assert not player.frame.is_visible("#exit")
    assert lms.session.asked == 1
    assert lms.books.requests == []


def test_says_that_the_system_has_given_the_session_up(player: Any, lms: Any) -> None:
    lms.session.abandoned = True
    player.check()
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


def test_a_verdict_that_is_refused_stays_visible_and_is_said_next_time(player: Any, lms: Any) -> None:
    lms.session.terms.mastery = 0.99  # a system at odds with itself
    player.sit()
    player.frame.wait_for_selector("#not-saved p")
    assert "completed" in lms.verbs()
    assert "passed" not in lms.verbs()
    promised = lms.saved["sent"]["passed"]
    player.leave()
    assert lms.verbs()[-1] == "terminated"
    player.begin()
    player.until(lambda: lms.satisfied)
    assert [each["id"] for each in lms.said(session=lms.session)][1] == promised
    player.shut()
    assert {each for each, _ in lms.books.audit()} == {"9.6.3.2-2"}


def test_a_system_that_launches_with_the_same_address_each_time(player: Any, lms: Any) -> None:
    player.check()
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
        player.check(at)
        player.until(lambda at=at: lms.verbs().count("answered") == at + 1)  # type: ignore[misc]
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
    player.sit()
    player.until(lambda: lms.satisfied)
    player.shut()
    assert lms.books.audit() == []


def test_teaches_without_a_launch(attending: Callable[..., Any], lms: Any) -> None:
    player = attending(lms)
    player.open(f"{lms.address}/content/index.html")
    player.started()
    assert "not recorded" in player.frame.inner_text("#notice")
    player.sit()
    assert "100 %" in player.frame.inner_text("#test-assessment h3")
    assert player.untroubled()
    assert lms.books.requests == []
