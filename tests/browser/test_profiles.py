"""Every profile in both standards, each one learner's way: cut off, left half-way, resumed, replaced by a newer version, passed;
and another one's: failed. The profile igot plays in its portal's double, where that plays the standard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.model.artefacts import SCORM, Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import of_module
from builders.targets.packaging.profiles import PROFILES, Profile
from builders.targets.player.saved_state import most_saved

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}
RAW = {Kind.SCORM12: "cmi.core.score.raw", Kind.SCORM2004: "cmi.score.raw"}
TIME = {Kind.SCORM12: "cmi.core.session_time", Kind.SCORM2004: "cmi.session_time"}
EACH = pytest.mark.parametrize("standard", SCORM)


@pytest.fixture(params=PROFILES.values(), ids=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    found: Profile = request.param
    return found


@pytest.fixture
def trainee(
    learner_editions: Editions, packed: Callable[..., bytes], learner: Callable[..., Any], profile: Profile, standard: Kind
) -> Any:
    """A learner who has the profile's package open."""
    made = learner(packed(learner_editions["en"], standard=standard, profile=profile), standard=standard)
    made.system = "igot" if profile.name == "igot" and standard in profile.standards else "lms"
    made.launch()
    made.started()
    return made


def _untroubled(trainee: Any) -> None:
    assert trainee.frame.inner_text("#not-saved") == ""
    assert trainee.refused == []
    assert trainee.troubles == []


@EACH
def test_passes_after_all_that_can_happen(
    trainee: Any, profile: Profile, standard: Kind, learner_editions: Editions, packed: Callable[..., bytes]
) -> None:
    trainee.hands("show", "kit.first.open")
    trainee.hands("answerPage", "right")
    _cut_off(trainee)
    asked = _left_half_way(trainee, standard)
    _resumed(trainee, asked)
    _replaced(trainee, _newer(learner_editions["en"]), packed, profile=profile, standard=standard)
    trainee.hands("sit", "assessment", "right")
    _passed(trainee, profile, standard)
    _untroubled(trainee)
    trainee.launch()
    trainee.started()
    _passed(trainee, profile, standard)
    assert ["set", STATUS[standard], "incomplete"] not in trainee.calls
    _untroubled(trainee)


def _cut_off(trainee: Any) -> None:
    trainee.page.evaluate("facade.broken = 'refuses'")
    trainee.hands("show", "kit.first.sort")
    assert "Not saved" in trainee.frame.inner_text("#not-saved")
    trainee.page.evaluate("facade.broken = ''")
    trainee.frame.click("#not-saved button")
    assert trainee.frame.inner_text("#not-saved") == ""


def _left_half_way(trainee: Any, standard: Kind) -> str:
    """After a poor first attempt, three questions into the second one; which is asked then."""
    trainee.hands("show", "assessment")
    trainee.hands("sit", "assessment", "wrong")
    assert trainee.values[RAW[standard]] == "0"
    assert trainee.values[STATUS[standard]] == "incomplete"
    trainee.hands("sit", "assessment", "right", 3)
    assert trainee.values[TIME[standard]] != ""
    return str(trainee.frame.get_attribute("#test-assessment form", "id"))


def _resumed(trainee: Any, asked: str) -> None:
    trainee.launch()
    trainee.started()
    assert trainee.heading == "Final assessment"
    assert trainee.frame.get_attribute("#test-assessment form", "id") == asked
    assert trainee.frame.inner_text("#test-assessment .place") == "Question 4 of 6"
    assert trainee.values["cmi.suspend_data"].count(",f") == 3  # answered so far
    for _ in range(3):
        trainee.frame.click("#test-assessment .turning button >> nth=0")
        form = trainee.frame.query_selector("#test-assessment form")
        assert trainee.hands("given", form.get_attribute("id")) == "right"
    _untroubled(trainee)


def _newer(edition: Curriculum) -> Curriculum:
    """A page has another id, a question is gone."""
    module = edition.modules[0]
    first, second = module.sessions
    renamed = tuple(replace(each, id="sorted") if each.id == "sort" else each for each in first.segments)
    questions = tuple(question for question in module.questions if question.kind != "match")
    return replace(edition, modules=(replace(module, sessions=(replace(first, segments=renamed), second), questions=questions),))


def _replaced(trainee: Any, newer: Curriculum, packed: Callable[..., bytes], **wishes: Any) -> None:
    trainee.site.unpack(packed(newer, **wishes))
    trainee.launch()
    trainee.started()
    assert trainee.heading == "Final assessment"
    assert "of 5" in trainee.frame.inner_text("#test-assessment .place")
    trainee.hands("show", "kit.first.open")
    assert trainee.frame.locator(".page:not([hidden]) .result.right").count() == 3
    assert trainee.frame.get_attribute("#progress", "value") == "2"  # the start and this page; the renamed one is a new one
    assert len(trainee.values["cmi.suspend_data"]) <= most_saved(of_module(newer.modules[0]), newer)
    _untroubled(trainee)


def _passed(trainee: Any, profile: Profile, standard: Kind) -> None:
    trainee.hands("show", "completion")
    assert "100 %" in trainee.frame.inner_text("#completion")
    assert trainee.values[RAW[standard]] == "100"
    assert trainee.values[STATUS[standard]] == (profile.passed if standard is Kind.SCORM12 else "completed")
    if standard is Kind.SCORM2004:
        assert trainee.values["cmi.success_status"] == "passed"


@EACH
def test_fails_with_the_last_attempt(trainee: Any, profile: Profile, standard: Kind) -> None:
    for _ in range(3):
        assert trainee.values[STATUS[standard]] == "incomplete"
        assert "cmi.success_status" not in trainee.values
        trainee.hands("sit", "assessment", "wrong")
    assert trainee.values[RAW[standard]] == "0"
    if standard is Kind.SCORM2004:
        assert (trainee.values[STATUS[standard]], trainee.values["cmi.success_status"]) == ("incomplete", "failed")
    else:
        assert trainee.values[STATUS[standard]] == profile.failed
    assert not trainee.frame.is_visible("#test-assessment .main")
    _untroubled(trainee)
