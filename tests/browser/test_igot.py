"""The package of profile igot under a double of that portal: it completes and resumes, whatever the portal answers and forgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.targets.packaging.profiles import PROFILES

pytestmark = pytest.mark.browser

Editions = dict[str, Curriculum]
STATUS = "cmi.core.lesson_status"
EXIT = "cmi.core.exit"
GO_ELSEWHERE = "document.getElementById('sco').remove(); facade.leave()"
FORGET_THE_DEVICE = "localStorage.removeItem('igot.device')"


@pytest.fixture
def adapter() -> str:
    """Which of the portal's adapters: the published one, or the newer one."""
    return "published"


@pytest.fixture
def officer(learner_editions: Editions, packed: Callable[..., bytes], learner: Callable[..., Any], adapter: str) -> Any:
    """A learner who has the package open in the portal."""
    made = learner(packed(learner_editions["en"], profile=PROFILES["igot"]))
    made.system = "igot"
    made.launch(adapter=adapter)
    made.started()
    return made


def _half_way(officer: Any) -> str:
    """Some answers, a poor first attempt, three questions into the second one; the question that is asked then."""
    officer.hands("show", "kit.first.open")
    officer.hands("answerPage", "right")
    officer.hands("show", "assessment")
    officer.hands("sit", "assessment", "wrong")
    officer.hands("sit", "assessment", "right", 3)
    return str(officer.frame.get_attribute("#test-assessment form", "id"))


def _resumed(officer: Any, asked: str) -> None:
    officer.started()
    assert officer.heading == "Final assessment"
    assert officer.frame.get_attribute("#test-assessment form", "id") == asked
    assert officer.frame.inner_text("#test-assessment .place") == "Question 4 of 6"
    officer.hands("show", "kit.first.open")
    assert officer.frame.locator(".page:not([hidden]) .result.right").count() == 3
    assert officer.frame.inner_text("#not-saved") == ""


def test_the_double_bends_what_the_portal_bends(officer: Any) -> None:
    assert officer.page.evaluate("window.API_1484_11 === undefined")
    assert officer.page.evaluate("API.LMSSetValue('cmi.core.lesson_location', 'x')") == "x"
    assert officer.page.evaluate("API.LMSCommit('')") is False
    assert officer.page.evaluate("API.LMSGetLastError()") == ""
    officer.page.evaluate(GO_ELSEWHERE)
    officer.page.evaluate(FORGET_THE_DEVICE)
    officer.launch()
    assert officer.page.evaluate("facade.restored") == [EXIT, STATUS, "cmi.core.session_time", "cmi.suspend_data"]


@pytest.mark.parametrize("way", ["the tab is closed", "elsewhere in the portal", "another device"])
def test_resumes_at_the_same_place_with_the_same_answers(officer: Any, way: str) -> None:
    asked = _half_way(officer)
    if way != "the tab is closed":
        officer.page.evaluate(GO_ELSEWHERE)
    if way == "another device":
        officer.page.evaluate(FORGET_THE_DEVICE)
    officer.launch()
    _resumed(officer, asked)
    assert officer.troubles == []


@pytest.mark.parametrize("adapter", ["newer"])
def test_resumes_though_the_newer_adapter_sends_nothing_half_way(officer: Any, adapter: str) -> None:
    asked = _half_way(officer)
    assert officer.page.evaluate("facade.sent") == 0
    officer.launch(adapter=adapter)
    _resumed(officer, asked)


@pytest.mark.parametrize("adapter", ["published", "newer"])
def test_completes_and_keeps_the_best_score(officer: Any, adapter: str) -> None:
    officer.hands("show", "assessment")
    officer.hands("sit", "assessment", "wrong")
    assert officer.values[STATUS] == "incomplete"
    assert officer.page.evaluate("facade.status") == (1 if adapter == "published" else 0)
    officer.hands("sit", "assessment", "right")
    assert officer.values[STATUS] == "completed"
    assert officer.values["cmi.core.score.raw"] == "100"
    assert officer.page.evaluate("facade.status") == 2
    assert officer.frame.inner_text("#not-saved") == ""
    officer.launch(adapter=adapter)
    officer.started()
    officer.hands("show", "assessment")
    assert "100 %" in officer.frame.inner_text("#test-assessment h3")
    officer.hands("show", "completion")
    assert officer.values[STATUS] == "completed"
    assert officer.values["cmi.core.score.raw"] == "100"
    assert ["set", STATUS, "incomplete"] not in officer.calls
    assert officer.page.evaluate("facade.status") == 2
    assert officer.troubles == []


def test_is_closed_only_when_it_is_done(officer: Any) -> None:
    officer.hands("show", "kit.first.open")
    officer.frame.click("#exit")
    assert "is saved" in officer.frame.inner_text(".gone")
    assert ["finish"] not in officer.calls
    officer.launch()
    officer.started()
    assert officer.heading == "Open the kit"
    officer.hands("sit", "assessment", "right")
    officer.frame.click("#exit")
    assert officer.calls[-1] == ["finish"]
    assert officer.values == {}  # the device is free for the next learner
    assert officer.page.evaluate("facade.status") == 2


@pytest.mark.parametrize("fault", ["refuses", "throws", "error"])
def test_a_real_failure_is_told_until_it_is_over(officer: Any, fault: str) -> None:
    officer.hands("show", "kit.first.open")
    assert officer.frame.inner_text("#not-saved") == ""
    officer.page.evaluate("fault => facade.broken = fault", fault)
    officer.hands("answerPage", "right")
    assert "Not saved" in officer.frame.inner_text("#not-saved")
    officer.hands("show", "kit.first.sort")
    assert "Not saved" in officer.frame.inner_text("#not-saved")
    officer.page.evaluate("facade.broken = ''")
    officer.frame.click("#not-saved button")
    assert officer.frame.inner_text("#not-saved") == ""
    officer.launch()
    officer.started()
    assert officer.heading == "Sort the kit"


def test_a_strict_package_would_complain_there(
    learner_editions: Editions, packed: Callable[..., bytes], learner: Callable[..., Any]
) -> None:
    """What the profile is for: another profile's package keeps the banner, since a commit is answered with false."""
    officer = learner(packed(learner_editions["en"]))
    officer.system = "igot"
    officer.launch()
    officer.started()
    assert "Not saved" in officer.frame.inner_text("#not-saved")
