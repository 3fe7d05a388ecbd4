"""Packages under a real SCORM run-time behind a strict facade: passed, failed, left and resumed, cut off, replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import of_module
from builders.reading.curriculum import Reading
from builders.targets.packaging.profiles import PROFILES
from builders.targets.player.saved_state import most_saved

pytestmark = [pytest.mark.browser, pytest.mark.node]

STANDARDS = [Kind.SCORM12, Kind.SCORM2004]
Editions = dict[str, Curriculum]
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}
RAW = {Kind.SCORM12: "cmi.core.score.raw", Kind.SCORM2004: "cmi.score.raw"}
TIME = {Kind.SCORM12: "cmi.core.session_time", Kind.SCORM2004: "cmi.session_time"}


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def test_incomplete_and_suspended_before_anything_else(player: Any, standard: Kind) -> None:
    written = [call for call in player.calls if call[0] == "set"]
    exit_element = "cmi.core.exit" if standard is Kind.SCORM12 else "cmi.exit"
    assert written[:2] == [["set", STATUS[standard], "incomplete"], ["set", exit_element, "suspend"]]
    _untroubled(player)


def test_played_to_pass(player: Any, standard: Kind, learner_editions: Editions) -> None:
    for _ in range(len(player.data["counted"]) - 1):
        for form in player.frame.query_selector_all(".page:not([hidden]) form.question"):
            if form.is_visible():
                _check(player, form)
        _converse(player)
        _walk_procedure(player)
        player.frame.click("#next")
    assert player.values[STATUS[standard]] == "incomplete"
    player.frame.click("#test-assessment button")
    player.sit_assessment(right=True)
    values = player.values
    assert values[STATUS[standard]] == "completed"
    assert values[RAW[standard]] == "100"
    if standard is Kind.SCORM2004:
        assert values["cmi.success_status"] == "passed"
        assert values["cmi.score.scaled"] == "1"
        assert values["cmi.progress_measure"] == "1"
    _score_before_status_in_one_commit(player, standard)
    results = [value for key, value in values.items() if key.startswith("cmi.interactions") and key.endswith(".result")]
    recall = player.frame.locator(".recall form.question").count()
    assert recall > 1
    assert len(results) == 7 + 2 + recall + 6  # questions in the sessions, decisions, recall, final assessment
    assert set(results) == {"correct", "neutral"}
    assert len(values["cmi.suspend_data"]) <= most_saved(of_module(learner_editions["en"].modules[0]), learner_editions["en"])
    assert values[TIME[standard]] != ""
    player.frame.click("#next")
    player.frame.click("#completion .main")
    assert player.frame.is_visible(".gone")
    assert player.calls[-1] == ["finish"]
    _untroubled(player)


def _check(player: Any, form: Any) -> None:
    before = player.commits
    player.answer(form, right=True)
    form.query_selector("button[type=submit]").click()
    assert form.query_selector(".result").is_visible()
    assert "wrong" not in form.query_selector(".result").get_attribute("class")
    assert player.commits > before


def _converse(player: Any) -> None:
    begin = player.frame.query_selector(".page:not([hidden]) .scenario .talk > .main")
    if begin:
        begin.click()
        for words_ in ("Light the lamp", "Ask how she is"):
            player.frame.click(f".option:has-text('{words_}')")
        assert "100 %" in player.frame.inner_text(".talk .result")


def _walk_procedure(player: Any) -> None:
    section = player.frame.query_selector(".page:not([hidden]) .procedure")
    if section:
        for _ in range(4):
            section.query_selector(".stepping .main").click()
        assert section.query_selector(".recall").is_visible()
        for form in section.query_selector_all("form.question"):
            _check(player, form)


def _score_before_status_in_one_commit(player: Any, standard: Kind) -> None:
    calls = player.calls
    at = calls.index(["set", STATUS[standard], "completed"])
    window = calls[max(index for index, call in enumerate(calls[:at]) if call[0] == "commit") : at]
    assert ["set", RAW[standard], "100"] in window
    assert calls[at:].index(["commit"]) < 4


def test_played_to_fail(player: Any, standard: Kind) -> None:
    player.show("Final assessment")
    for attempt in range(1, 4):
        player.frame.click("#test-assessment .main")
        player.sit_assessment(right=False)
        assert player.values[STATUS[standard]] == "incomplete"
        if standard is Kind.SCORM2004 and attempt < 3:
            assert "cmi.success_status" not in player.values
    assert player.values[RAW[standard]] == "0"
    assert player.values.get("cmi.success_status", "failed") == "failed"
    assert not player.frame.is_visible("#test-assessment .main")
    assert "last attempt" in player.frame.inner_text("#test-assessment")
    assert player.frame.is_visible("#test-assessment .by-objective a:has-text('Open the kit')")
    _untroubled(player)


def test_passed_at_the_second_try_and_never_lowered(player: Any, standard: Kind) -> None:
    player.show("Final assessment")
    for how in ("wrong", "right"):
        player.hands("sit", "assessment", how)
    assert player.values[STATUS[standard]] == "completed"
    player.launch()
    player.started()
    assert player.values[STATUS[standard]] == "completed"
    assert player.values[RAW[standard]] == "100"
    assert ["set", STATUS[standard], "incomplete"] not in player.calls
    _untroubled(player)


def test_left_half_way_by_closing_the_tab(player: Any, standard: Kind) -> None:
    player.show("Open the kit")
    forms = player.frame.query_selector_all(".page:not([hidden]) form.question")
    player.answer(forms[0], right=True)
    forms[0].query_selector("button[type=submit]").click()
    player.answer(forms[1], right=False)
    forms[1].query_selector("button[type=submit]").click()
    player.show("Sort the kit")
    player.frame.fill("textarea", "My own room has a lamp.")
    order = player.frame.query_selector("form[id='check-kit.q-order']")
    player.answer(order, right=True)
    order.query_selector("button[type=submit]").click()
    player.show("In the dark")
    player.frame.click(".scenario .talk > .main")
    player.frame.click(".option:has-text('Shout back')")
    player.show("Final assessment")
    player.frame.click("#test-assessment .main")
    player.sit_assessment(right=True, questions=3)
    asked = player.frame.get_attribute("#test-assessment form", "id")
    saved = player.values["cmi.suspend_data"]
    assert "lamp" not in saved

    player.launch()
    player.started()
    assert player.frame.inner_text(".page:not([hidden]) h2") == "Final assessment"
    assert player.frame.get_attribute("#test-assessment form", "id") == asked
    assert player.frame.inner_text("#test-assessment .place") == "Question 4 of 6"
    player.show("Open the kit")
    forms = player.frame.query_selector_all(".page:not([hidden]) form.question")
    assert (
        forms[0].query_selector("input:checked").get_attribute("value")
        == player.data["questions"][forms[0].get_attribute("data-question")]["right"]
    )
    assert "Right." in forms[0].inner_text()
    assert "Not quite yet." in forms[1].inner_text()
    player.show("Sort the kit")
    assert player.frame.input_value("textarea") == "My own room has a lamp."
    assert "Right." in player.frame.inner_text("form[id='check-kit.q-order']")
    player.show("In the dark")
    assert "The voice falls silent." in player.frame.inner_text(".talk")
    player.show("Final assessment")
    for _ in range(2):
        player.answer(player.frame.query_selector("#test-assessment form"), right=True)
        player.frame.click("#test-assessment .turning .main")
    player.answer(player.frame.query_selector("#test-assessment form"), right=True)
    player.frame.click("#test-assessment .turning .main")
    assert player.values[STATUS[standard]] == "completed"
    _untroubled(player)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_our_own_modules_are_taken_by_a_strict_system(
    reading: Reading, standard: Kind, learner: Callable[..., Any], packed: Callable[..., bytes], language: str
) -> None:
    curriculum = reading.editions[language]
    modules = curriculum.modules if language == "en" else [each for each in curriculum.modules if each.translated]
    assert modules
    for module in modules:
        player = learner(packed(curriculum, module=module.id, standard=standard), standard=standard)
        player.launch()
        player.started()
        player.hands("readAll", "right")
        assert player.values[STATUS[standard]] == "incomplete"
        player.hands("sit", "assessment", "right")
        assert player.values[STATUS[standard]] == "completed"
        _untroubled(player)
        player.close()


def test_reports_passed_and_failed_where_that_is_wanted(
    learner_editions: Editions, learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    data = packed(learner_editions["en"], profile=replace(PROFILES["generic"], passed="passed", failed="failed"))
    for how, status in (("right", "passed"), ("wrong", "failed")):
        player = learner(data)
        player.launch()
        player.started()
        for _ in range(1 if how == "right" else 3):
            player.hands("sit", "assessment", how)
        assert player.values[STATUS[Kind.SCORM12]] == status
        _untroubled(player)


def test_without_an_assessment_reading_completes(
    learner_editions: Editions, standard: Kind, learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    curriculum = learner_editions["en"]
    module = curriculum.modules[0]
    read_only = replace(module, questions=tuple(replace(question, use=("check",)) for question in module.questions))
    edition = replace(curriculum, modules=(read_only,))
    player = learner(packed(edition, standard=standard), standard=standard)
    player.launch(scored="no")
    player.started()
    for _ in range(len(player.data["counted"]) - 1):
        assert player.values[STATUS[standard]] == "incomplete"
        player.frame.click("#next")
    assert player.values[STATUS[standard]] == "completed"
    assert RAW[standard] not in player.values
    _untroubled(player)
