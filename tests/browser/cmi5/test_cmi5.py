"""The package under a strict system: passed, failed, left and resumed, replaced, looked at; nothing that cmi5 forbids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]

MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"


def _one(lms: Any, verb: str, session: Any = None) -> dict[str, Any]:
    (found,) = [each for each in lms.said(session=session) if lms.books.judge.verb(each) == verb]
    return dict(found)


def _clean(lms: Any, player: Any, *, excused: int = 0) -> None:
    assert lms.books.audit(excused=excused) == []
    assert player.untroubled()


def _check(player: Any, form: Any) -> None:
    player.answer(form, right=True)
    form.query_selector("button[type=submit]").click()
    assert form.query_selector(".result").is_visible()


def test_asks_its_way_in_and_says_initialized_first(player: Any, lms: Any) -> None:
    player.idle()
    assert lms.verbs()[0] == "initialized"
    asked = [(each.resource, each.query.get("stateId") or each.query.get("profileId")) for each in lms.books.requests]
    assert asked[:3] == [
        ("activities/state", "LMS.LaunchData"),
        ("agents/profile", "cmi5LearnerPreferences"),
        ("activities/state", "suspendData"),
    ]
    player.leave()
    _clean(lms, player)


def test_played_to_pass(player: Any, lms: Any) -> None:
    for _ in range(len(player.data["counted"]) - 1):
        for form in player.frame.query_selector_all(".page:not([hidden]) form.question"):
            if form.is_visible():
                _check(player, form)
        player.frame.click("#next")
    assert not lms.satisfied
    player.frame.click("#test-assessment button")
    player.sit_assessment(right=True)
    player.until(lambda: lms.satisfied)
    assert lms.verbs()[-2:] == ["completed", "passed"]
    passed = _one(lms, "passed")
    assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}
    assert passed["context"]["extensions"][MASTERY] == 0.7
    answered = [each for each in lms.said() if lms.books.judge.verb(each) == "answered"]
    assert len(answered) == 7 + 6  # questions in the sessions, final assessment
    assert {each["result"].get("success", True) for each in answered} == {True}
    assert {each["object"]["definition"]["interactionType"] for each in answered} >= {"choice", "matching", "numeric"}
    assert all(each["object"]["id"].startswith("urn:curriculum-as-code:question:kit.") for each in answered)
    player.leave()
    assert lms.verbs()[-1] == "terminated"
    assert PROGRESS not in _one(lms, "terminated")["result"].get("extensions", {})
    assert lms.returned == 1
    _clean(lms, player)


def test_played_to_fail(player: Any, lms: Any) -> None:
    player.show("Final assessment")
    for _ in range(3):
        assert not {"passed", "failed", "completed"} & set(lms.verbs())
        player.frame.click("#test-assessment .main")
        player.sit_assessment(right=False)
    player.until(lambda: "failed" in lms.verbs())
    failed = _one(lms, "failed")
    assert failed["result"]["score"]["scaled"] == 0
    assert failed["context"]["extensions"][MASTERY] == 0.7
    player.leave()
    assert lms.verbs().count("answered") == 18
    assert "completed" not in lms.verbs()
    assert not lms.satisfied
    player.begin()
    player.show("Final assessment")
    assert not player.frame.is_visible("#test-assessment .main")
    player.idle()
    assert lms.verbs(lms.session) == ["initialized"]
    player.shut()
    _clean(lms, player)


def test_left_half_way_by_closing_the_tab(player: Any, lms: Any) -> None:
    player.check()
    player.show("Sort the kit")
    player.frame.fill("textarea", "My own room has a lamp.")
    player.show("Final assessment")
    player.frame.click("#test-assessment .main")
    player.sit_assessment(right=True, questions=3)
    asked = player.frame.get_attribute("#test-assessment form", "id")
    player.idle()
    first = lms.session
    player.shut()
    player.begin()
    assert lms.verbs(first)[-1] == "terminated"
    assert _one(lms, "terminated", first)["result"]["extensions"][PROGRESS] > 0
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Final assessment"
    assert player.frame.get_attribute("#test-assessment form", "id") == asked
    assert player.frame.inner_text("#test-assessment .place") == "Question 4 of 6"
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.show("Sort the kit")
    assert player.frame.input_value("textarea") == "My own room has a lamp."
    player.show("Final assessment")
    for _ in range(3):
        player.answer(player.frame.query_selector("#test-assessment form"), right=True)
        player.frame.click("#test-assessment .turning .main")
    player.until(lambda: lms.satisfied)
    player.idle()
    player.shut()
    _clean(lms, player)


def test_replaced_by_a_newer_version(player: Any, lms: Any, learner_editions: Any, packed5: Callable[..., bytes]) -> None:
    player.check()
    player.show("Sort the kit")
    player.idle()
    player.shut()
    curriculum = learner_editions["en"]
    module = curriculum.modules[0]
    first, second = module.sessions
    renamed = tuple(replace(each, id="sorted") if each.id == "sort" else each for each in first.segments)
    newer = replace(
        module,
        version="2.0.0",
        sessions=(replace(first, segments=renamed), second),
        questions=tuple(question for question in module.questions if question.kind != "match"),
    )
    before = [au.attrib for au in lms.aus]
    lms.unpack(packed5(editions={"en": replace(curriculum, modules=(newer,))}))
    assert [au.attrib for au in lms.aus] == before
    player.begin(returnURL=f"{lms.address}/back")
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Before you begin"
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.sit()
    player.until(lambda: lms.satisfied)
    player.leave()
    _clean(lms, player)


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_judges_nothing_when_looked_at(player: Any, lms: Any, mode: str) -> None:
    player.check()
    player.idle()
    player.shut()
    before = lms.saved
    for close in (player.leave, player.shut):
        player.begin(mode=mode, returnURL=f"{lms.address}/back")
        assert "looking back" in player.frame.inner_text("#notice")
        player.show("Open the kit")
        assert "Right." in player.frame.inner_text("form.question >> nth=0")
        player.sit()
        player.idle()
        close()
        assert lms.verbs(lms.session) == ["initialized", "terminated"]
    assert lms.saved == before
    _clean(lms, player)


def test_units_of_a_course_are_launched_one_by_one(
    system: Callable[..., Any], attending: Callable[..., Any], packed5: Callable[..., bytes]
) -> None:
    lms = system(packed5("en", granularity="session"))
    player = attending(lms)
    assert [(au.attrib["moveOn"], au.attrib.get("masteryScore")) for au in lms.aus] == [
        ("Completed", None),
        ("Completed", None),
        ("CompletedAndPassed", "0.7"),
    ]
    for at in range(2):
        player.begin(at, returnURL=f"{lms.address}/back")
        while player.frame.is_visible("#next"):
            player.frame.click("#next")
        player.until(lambda at=at: lms.registration.satisfied(lms.aus[at]))  # type: ignore[misc]
        assert "passed" not in lms.verbs(lms.session)
        player.leave()
    player.learner.opened = lms.aus[2][-1].text
    player.begin(2, returnURL=f"{lms.address}/back")
    player.sit()
    player.until(lambda: lms.satisfied)
    player.leave()
    _clean(lms, player)


def test_the_mastery_score_of_the_system_decides(player: Any, lms: Any) -> None:
    player.shut()
    player.begin(mastery=0.9, returnURL=f"{lms.address}/back")
    player.show("Final assessment")
    player.frame.click("#test-assessment .main")
    for number in range(6):
        player.answer(player.frame.query_selector("#test-assessment form"), right=number > 0)
        player.frame.click("#test-assessment .turning .main")
    assert "83 %" in player.frame.inner_text("#test-assessment h3")
    player.idle()
    assert not {"completed", "passed", "failed"} & set(lms.verbs())
    player.frame.click("#test-assessment .main")
    player.sit_assessment(right=True)
    player.until(lambda: lms.satisfied)
    assert _one(lms, "passed")["context"]["extensions"][MASTERY] == 0.9
    player.leave()
    _clean(lms, player)


def test_speaks_the_language_that_the_learner_prefers(
    system: Callable[..., Any], attending: Callable[..., Any], packed5: Callable[..., bytes]
) -> None:
    lms = system(packed5("en", "hi"))
    lms.wishes = {"languagePreference": "fr-FR,hi-IN,en-GB", "audioPreference": "off"}
    player = attending(lms)
    player.begin(returnURL=f"{lms.address}/back")
    player.frame.wait_for_selector("html[lang=hi-IN] #exit:not([hidden])")
    player.frame.click("#next")
    player.idle()
    player.leave()
    assert lms.verbs() == ["initialized", "terminated"]
    _clean(lms, player)


def test_a_record_store_on_another_host(
    system: Callable[..., Any], attending: Callable[..., Any], packed5: Callable[..., bytes]
) -> None:
    lms = system(packed5("en"), elsewhere=True)
    player = attending(lms)
    player.begin(returnURL=f"{lms.address}/back")
    player.check()
    player.until(lambda: "answered" in lms.verbs())
    player.shut()
    player.begin()
    player.show("Open the kit")
    assert "Right." in player.frame.inner_text("form.question >> nth=0")
    player.shut()
    assert lms.store != lms.address
    assert lms.books.audit() == []
