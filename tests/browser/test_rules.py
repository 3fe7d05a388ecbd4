"""The rules of a package at run time, and the test that holds each; those that no other file tests are tested here.

1. Where the system is:
   - in the frames above: test_scorm.py::test_incomplete_and_suspended_before_anything_else
   - in the window itself: test_finding.py::test_finds_the_api_in_its_own_window
   - above a frame of another host: test_finding.py::test_finds_the_api_above_another_host
   - in the opener and above it: test_scorm_saving.py::test_finds_the_api_of_its_opener,
     test_finding.py::test_finds_the_api_above_its_opener
   - late: test_scorm_saving.py::test_finds_an_api_that_comes_late
   - answering with true rather than "true": test_finding.py::test_true_is_as_good_as_its_word
   - throwing: test_finding.py::test_a_system_that_throws_at_the_start, test_finding.py::test_a_system_that_throws_later
   - nowhere: test_scorm_saving.py::test_teaches_without_a_record
2. Statuses:
   - incomplete and suspend at once: test_scorm.py::test_incomplete_and_suspended_before_anything_else
   - none early: test_scorm.py::test_played_to_pass, test_scorm.py::test_without_an_assessment_reading_completes
   - none lowered: test_scorm.py::test_passed_at_the_second_try_and_never_lowered,
     test_rules.py::test_a_status_of_the_system_is_not_lowered
   - none in review and browse: test_scorm_saving.py::test_writes_nothing_in_review
3. Saving:
   - after every answer: test_scorm.py::test_played_to_pass
   - after every page: test_rules.py::test_saves_with_every_page
   - every two minutes: test_scorm_saving.py::test_saves_every_two_minutes_and_tries_again_after_a_failure
   - put aside: test_scorm_saving.py::test_commits_when_put_aside
   - closed once: test_scorm_saving.py::test_closes_the_record_once_when_the_page_goes,
     test_rules.py::test_is_finished_once_however_it_is_left
   - no unload handlers: test_rules.py::test_listens_to_nothing_that_keeps_a_page_from_sleeping
   - Save and exit in sight: test_rules.py::test_save_and_exit_is_always_in_sight
4. Failures:
   - told and tried again: test_scorm_saving.py::test_says_that_nothing_was_saved_until_it_is
   - nobody leaves unsaved: test_rules.py::test_nobody_leaves_while_nothing_is_saved
   - a copy is offered: test_scorm_saving.py::test_offers_what_could_not_be_saved
5. Scores: test_scorm.py::test_played_to_pass, test_rules.py::test_scores_are_whole_numbers_between_0_and_100,
   test_profiles.py::test_passes_after_all_that_can_happen
6. Saved state:
   - as long as computed, ASCII: test_saved_state.py::test_played_with_the_longest_answers,
     test_saved_state.py::test_what_the_player_can_write_at_most
   - nobody's own words: test_scorm.py::test_left_half_way_by_closing_the_tab
   - of another version or none: test_scorm_saving.py::test_resumes_in_a_newer_version,
     test_saved_state.py::test_starts_with_any_saved_state, test_saved_state.py::test_former_questions_leave_the_open_attempt
7. Answers: test_rules.py::test_answers_in_the_words_of_the_standard, test_rules.py::test_the_time_of_the_session_is_always_there
8. One SCO by default, several on demand: test_rules.py::test_one_sco_unless_sessions_are_wanted,
   test_courses.py::test_each_part_by_itself
9. cmi5: the folder cmi5
10. No pop-ups, no other host, no query, a strict policy: test_rules.py::test_plays_under_a_strict_policy_of_the_server,
    test_rules.py::test_opens_no_window; another host fails every test (conftest.py)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builders.model.artefacts import SCORM, Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION
from builders.targets.packaging.assemble import publications
from builders.targets.scorm import package

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}
TIME = {Kind.SCORM12: "cmi.core.session_time", Kind.SCORM2004: "cmi.session_time"}


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def test_every_rule_names_a_test_that_is_there() -> None:
    named = re.findall(r"(test_\w+\.py)::(test_\w+)", __doc__ or "")
    assert len(named) > 30
    missing = [name for file, name in named if f"def {name}(" not in (Path(__file__).parent / file).read_text(encoding="utf-8")]
    assert missing == []


# 2. Statuses


def test_a_status_of_the_system_is_not_lowered(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    """An administrator has set it, or a former package whose saved state says nothing to this one."""
    player = learner(kit, standard=standard)
    player.visit(frame="no")
    before = {STATUS[standard]: "completed", "cmi.suspend_data": "of another player"}
    if standard is Kind.SCORM2004:
        score = {"min": "0", "max": "100", "raw": "80", "scaled": "0.8"}
        before |= {"cmi.success_status": "passed"} | {f"cmi.score.{name}": value for name, value in score.items()}
    player.page.evaluate("([shelf, values]) => localStorage.setItem(shelf, JSON.stringify(values))", [f"lms.{standard}", before])
    player.launch()
    player.started()
    for _ in range(3):
        player.hands("sit", "assessment", "wrong")
    assert player.values[STATUS[standard]] == "completed"
    assert player.values.get("cmi.success_status", "passed") == "passed"
    assert [call for call in player.calls if call[:2] == ["set", STATUS[standard]] and call[2] != "completed"] == []
    _untroubled(player)


# 3. Saving


def test_saves_with_every_page(player: Any) -> None:
    for _ in range(4):
        before = player.commits
        saved = player.values["cmi.suspend_data"]
        player.frame.click("#next")
        assert player.commits == before + 1
        assert player.values["cmi.suspend_data"] != saved
    _untroubled(player)


@pytest.mark.parametrize("way", ["goes elsewhere", "saves and exits"])
def test_is_finished_once_however_it_is_left(player: Any, way: str) -> None:
    player.hands("show", "kit.first.open")
    if way == "saves and exits":
        player.frame.click("#exit")
        player.frame.wait_for_selector(".gone")
    player.page.evaluate(
        "new Promise(done => { const sco = document.getElementById('sco'); sco.onload = done; sco.src = 'lms.css' })"
    )
    assert player.calls.count(["finish"]) == 1
    assert player.calls[-2:] == [["commit"], ["finish"]]
    _untroubled(player)


_LISTENED = """
window.listened = [];
const own = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (name, ...rest) {
  window.listened.push(name);
  return own.call(this, name, ...rest);
};
const opens = [];
window.opens = opens;
window.open = (...given) => opens.push(given) && null;
"""


def test_listens_to_nothing_that_keeps_a_page_from_sleeping(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.context.add_init_script(_LISTENED)
    player.launch()
    player.started()
    heard = set(player.frame.evaluate("listened"))
    assert {"pagehide", "visibilitychange"} <= heard
    assert heard & {"unload", "beforeunload"} == set()
    assert player.frame.evaluate("[window.onunload, window.onbeforeunload, document.body.onunload]") == [None, None, None]


def test_save_and_exit_is_always_in_sight(player: Any) -> None:
    for page in player.frame.eval_on_selector_all(".page", "pages => pages.map(page => page.id.slice('page-'.length))"):
        player.hands("show", page)
        player.frame.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        assert player.frame.is_visible("#exit"), page
        assert player.frame.inner_text("#exit") == "Save and exit"
        assert player.frame.evaluate("document.getElementById('exit').getBoundingClientRect().top >= 0"), page


# 4. Failures


def test_nobody_leaves_while_nothing_is_saved(player: Any) -> None:
    player.hands("show", "kit.first.open")
    player.page.evaluate("facade.broken = true")
    player.frame.click("#exit")
    assert "Not saved" in player.frame.inner_text("#not-saved")
    assert player.frame.locator(".gone").count() == 0
    assert player.heading == "Open the kit"
    player.page.evaluate("facade.broken = false")
    player.hands("answerPage", "right")
    player.frame.click("#exit")
    player.frame.wait_for_selector(".gone")
    assert player.calls[-1] == ["finish"]
    _untroubled(player)


# 5. Scores


def test_scores_are_whole_numbers_between_0_and_100(player: Any, standard: Kind) -> None:
    """Four of six is 66 and two thirds."""
    player.hands("sit", "assessment", "right", 4)
    player.hands("sit", "assessment", "wrong")
    core = "cmi.core.score" if standard is Kind.SCORM12 else "cmi.score"
    values = player.values
    assert (values[f"{core}.min"], values[f"{core}.raw"], values[f"{core}.max"]) == ("0", "66", "100")
    assert values.get("cmi.score.scaled", "0.66") == "0.66"
    order = [element for call, element, *_ in (each for each in player.calls if each[0] == "set") if element.startswith(core)]
    assert order[:3] == [f"{core}.min", f"{core}.max", f"{core}.raw"]
    _untroubled(player)


# 7. Answers

_RIGHT = {
    "choice": ("a", "lamp"),
    "multiple": ("a,b", "red[,]blue"),
    "true": ("t", "true"),
    "match": ("a.a,b.b,c.c", "lamp[.]lamp[,]rope[.]rope[,]bag[.]bag"),
    "order": ("a,b,c", "open[,]light[,]tie"),
    "number": ("12.5", "12.5"),
    "rating": ("5", "5"),
}
_WRONG = {
    "choice": ("b", "ladder"),
    "multiple": ("c", "green"),
    "true": ("f", "false"),
    "match": ("a.b,b.c,c.a", "lamp[.]rope[,]rope[.]bag[,]bag[.]lamp"),
    "order": ("c,b,a", "tie[,]light[,]open"),
    "number": ("999", "999"),
}


def test_answers_in_the_words_of_the_standard(player: Any, standard: Kind) -> None:
    player.hands("readAll", "right")
    player.hands("sit", "assessment", "wrong")
    at = SCORM.index(standard)
    answers = _answers(player)
    response, wrong = (("student_response", "wrong"), ("learner_response", "incorrect"))[at]
    for name, given in _RIGHT.items():
        answer = answers[f"kit.q-{name}.check.1"]
        assert (answer[response], answer["result"]) == (given[at], "neutral" if name == "rating" else "correct")
        if name not in ("rating", "number"):
            assert answer["correct_responses.0.pattern"] == given[at]
    for name, given in _WRONG.items():
        answer = answers[f"kit.q-{name}.final.1"]
        assert (answer[response], answer["result"]) == (given[at], wrong)
    assert answers["kit.q-number.final.1"]["correct_responses.0.pattern"] == ("12.5", "12[:]13")[at]
    assert answers["kit.dark.dark.1"]["result"] == "correct"
    assert answers["kit.dark.dark.1"]["objectives.0.id"] == "kit.use"
    for answer in answers.values():
        assert re.fullmatch((r"\d\d:\d\d:\d\d", r"PT\d+H\d+M\d+S")[at], answer["latency"])
        assert 0 < len(answer.get("description", "1.2 has none")) <= 250
    _untroubled(player)


def _answers(player: Any) -> dict[str, dict[str, str]]:
    """What was reported of each answer, by its id."""
    records: dict[str, dict[str, str]] = {}
    for element, value in player.values.items():
        if found := re.match(r"cmi\.interactions\.(\d+)\.(.+)", element):
            records.setdefault(found[1], {})[found[2]] = value
    return {record["id"]: record for record in records.values()}


def test_the_time_of_the_session_is_always_there(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    """Of this visit alone, while the page can be seen; the visits add up in the system."""
    player = learner(kit, standard=standard)
    player.context.clock.install()
    for _ in range(2):
        player.launch()
        player.started()
        assert TIME[standard] in player.values
        player.page.clock.run_for(125_000)
        player.frame.click("#next")
        hours, minutes, seconds = map(int, re.findall(r"\d+", player.values[TIME[standard]]))
        assert (hours, minutes) == (0, 2)
        assert 5 <= seconds < 40  # the machine's own time is added
    player.hands("show", "completion")
    assert re.search(r"\b[45] min", player.frame.inner_text("#completion"))
    _untroubled(player)


# 8. Units


def test_one_sco_unless_sessions_are_wanted(learner_editions: Editions, standard: Kind) -> None:
    edition = learner_editions["en"]
    editions = publications((edition,), module="kit")
    assert [unit.page for unit in package(editions, standard=standard)[0].units] == ["index.html"]
    several = package(editions, standard=standard, granularity=SESSION)[0].units
    assert [unit.kind for unit in several] == ["session", "session", "test"]


# 10. The policy


def test_plays_under_a_strict_policy_of_the_server(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.site.headers = {
        "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; require-trusted-types-for 'script'"
    }
    player.launch()
    player.started()
    player.hands("readAll", "right")
    player.hands("sit", "assessment", "right")
    assert player.values[STATUS[standard]] == "completed"
    _untroubled(player)


def test_opens_no_window(kit: bytes, standard: Kind, learner: Callable[..., Any]) -> None:
    player = learner(kit, standard=standard)
    player.context.add_init_script(_LISTENED)
    player.launch()
    player.started()
    player.hands("readAll", "right")
    player.hands("sit", "assessment", "right")
    assert player.frame.evaluate("opens") == []
    assert len(player.context.pages) == 1
    assert player.frame.evaluate("location.search") == ""
    documents = [data.decode() for name, data in player.site.package.items() if name.endswith(".html")]
    assert [page for page in documents if re.search(r"<[^>]+ on[a-z]+=", page)] == []
    _untroubled(player)
