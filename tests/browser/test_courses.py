"""Packages of a course: pre-test, sessions of several modules, post-test, as one package and with each part by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION, Publication, of_course, parts
from builders.reading.curriculum import Reading, read
from builders.targets.packaging.assemble import publications
from builders.targets.packaging.content import first
from builders.targets.player.plan import plan
from builders.targets.player.saved_state import most_saved
from builders.targets.scorm import package

pytestmark = [pytest.mark.browser, pytest.mark.node]

COURSE = "two-day"
STATUS = {Kind.SCORM12: "cmi.core.lesson_status", Kind.SCORM2004: "cmi.completion_status"}
RAW = {Kind.SCORM12: "cmi.core.score.raw", Kind.SCORM2004: "cmi.score.raw"}
TIME = {Kind.SCORM12: "cmi.core.session_time", Kind.SCORM2004: "cmi.session_time"}
_PICTURES = """async () => {
  const pictures = [...document.querySelectorAll("#main img")];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
  const name = (picture) => picture.getAttribute("src");
  return [pictures.map(name), pictures.filter((picture) => !picture.naturalWidth).map(name)];
}"""
_READ = """status => [...document.querySelectorAll("#contents a:not(.extra)")].slice(1).map(() => {
  document.getElementById("next").click();
  return parent.facade.values[status];
})"""


@pytest.fixture(scope="session")
def whole(reading: Reading) -> Publication:
    edition = reading.editions["en"]
    return of_course(next(course for course in edition.courses if course.id == COURSE), edition)


@pytest.fixture(scope="session")
def cut_up(reading: Reading) -> dict[Kind, Any]:
    """Content and bytes of the package with each part by itself, by standard."""
    editions = publications((reading.editions["en"],), course=COURSE)
    return {kind: package(editions, standard=kind, granularity=SESSION) for kind in (Kind.SCORM12, Kind.SCORM2004)}


def _untroubled(player: Any) -> None:
    assert player.refused == []
    assert player.troubles == []


def _interactions(player: Any, ending: str) -> list[str]:
    return [value for key, value in player.values.items() if key.startswith("cmi.interactions") and key.endswith(ending)]


def test_a_course_from_pre_test_to_post_test(
    reading: Reading, whole: Publication, standard: Kind, learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    edition = reading.editions["en"]
    player = learner(packed(edition, course=COURSE, standard=standard), standard=standard)
    player.launch()
    player.started()
    pages = player.frame.eval_on_selector_all("#contents a:not(.extra)", "links => links.map(link => link.hash.slice(6))")
    planned = plan(whole, edition)
    assert pages == list(planned.counted)
    assert pages[1] == "pre-test"
    assert pages[-1] == "post-test"
    assert len({page.session.id.partition(".")[0] for page in planned.segments}) > 2
    _pre_test(player, standard)
    player.hands("readAll", "right")
    assert player.values[STATUS[standard]] == "incomplete"
    assert RAW[standard] not in player.values
    _post_test(player, standard)
    assert len(player.values["cmi.suspend_data"]) <= most_saved(whole, edition)
    player.hands("show", "completion")
    assert player.frame.is_visible("#completion .result.right")
    _untroubled(player)


def _pre_test(player: Any, standard: Kind) -> None:
    """No pass mark, no score, no answers to go through, no second attempt."""
    player.frame.click("#next")
    assert player.frame.get_attribute(".page:not([hidden])", "id") == "page-pre-test"
    player.hands("sit", "pre-test", "wrong")
    assert player.frame.is_visible("#test-pre-test .by-objective")
    assert player.frame.locator("#test-pre-test .answers").count() == 0
    assert player.frame.locator("#test-pre-test .result.neutral").count() == 1
    assert player.frame.locator("#test-pre-test .turning button").count() == 0
    assert set(_interactions(player, ".result")) == {{Kind.SCORM12: "wrong", Kind.SCORM2004: "incorrect"}[standard]}
    assert {name.rpartition(".pre-test.")[2] for name in _interactions(player, ".id") if ".pre-test." in name} == {"1"}
    assert not any("score.raw" in key and "objectives" not in key for key in player.values)
    assert player.values[STATUS[standard]] == "incomplete"


def _post_test(player: Any, standard: Kind) -> None:
    """Below the mark nothing is decided; at the mark everything is."""
    player.hands("sit", "post-test", "wrong")
    assert player.values[RAW[standard]] == "0"
    assert player.values[STATUS[standard]] == "incomplete"
    links = player.frame.eval_on_selector_all("#test-post-test .by-objective a", "links => links.map(link => link.hash)")
    assert links
    assert player.frame.evaluate("links => links.every(link => document.getElementById(link.slice(1)))", links)
    player.hands("sit", "post-test", "right")
    assert player.values[RAW[standard]] == "100"
    assert player.values[STATUS[standard]] == "completed"


def test_each_part_by_itself(
    cut_up: dict[Kind, Any], reading: Reading, whole: Publication, standard: Kind, learner: Callable[..., Any]
) -> None:
    content, data = cut_up[standard]
    sizes = {part.id: most_saved(part, reading.editions["en"]) for part in parts(whole)}
    assert [unit.id for unit in content.units] == list(sizes)
    sessions = [first(unit.title) for unit in content.units if unit.kind == "session"]
    player = learner(data, standard=standard)
    for unit in content.units:
        player.launch(page=unit.page, scored="yes" if unit.mastery else "no")
        player.started()
        assert player.values[STATUS[standard]] == "incomplete"
        if unit.kind == "test":
            _sit(player, standard, mastery=unit.mastery, sessions=sessions)
        else:
            _read(player, standard)
        assert player.values[STATUS[standard]] == "completed"
        assert len(player.values["cmi.suspend_data"]) <= sizes[unit.id]
        assert player.values[TIME[standard]] != ""
        _untroubled(player)
        player.frame.click("#exit")
        player.frame.wait_for_selector(".gone")
        assert player.calls[-1] == ["finish"]


def _read(player: Any, standard: Kind) -> None:
    """Complete with the last page and not before, without a score."""
    statuses = player.frame.evaluate(_READ, STATUS[standard])
    assert statuses == ["incomplete"] * (len(statuses) - 1) + ["completed"]
    assert RAW[standard] not in player.values


def _sit(player: Any, standard: Kind, *, mastery: int | None, sessions: list[str]) -> None:
    name = "post-test" if mastery else "pre-test"
    player.hands("show", name)
    player.hands("sit", name, "wrong")
    if not mastery:
        assert RAW[standard] not in player.values
        return
    assert player.values[RAW[standard]] == "0"
    assert player.values[STATUS[standard]] == "incomplete"
    again = player.frame.inner_text("#test-post-test .by-objective")
    assert any(title in again for title in sessions)  # what to read again is another unit: named, not linked
    assert player.frame.locator("#test-post-test .by-objective a").count() == 0
    player.hands("sit", name, "right")
    assert player.values[RAW[standard]] == "100"
    if standard is Kind.SCORM2004:
        assert player.values["cmi.success_status"] == "passed"


@pytest.fixture
def two_modules(tmp_path: Path, repository: Path) -> dict[str, Curriculum]:
    """A course of two modules whose pictures have the same name and are not the same."""
    root = tmp_path / "two"
    shutil.copytree(repository / "tests/curricula/valid/learner", root, ignore=shutil.ignore_patterns("build"))
    kit, bag = (root / "curriculum/modules" / name for name in ("kit", "bag"))
    shutil.copytree(kit, bag)
    for path in (each for each in bag.rglob("*") if each.suffix in {".md", ".yaml"}):
        path.write_text(path.read_text(encoding="utf-8").replace("kit.", "bag."), encoding="utf-8")
    shutil.copy(kit / "media/room.png", bag / "media/Lamp_One.png")
    course = root / "curriculum/courses/one.yaml"
    slots = course.read_text(encoding="utf-8")
    course.write_text(slots.replace("kit.second}", "kit.second}\n      - {session: bag.first}"), encoding="utf-8")
    return dict(read(root).editions)


def test_each_module_brings_its_own_pictures(
    two_modules: dict[str, Curriculum], learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    player = learner(packed(two_modules["en"], course="one"))
    player.launch(scored="no")
    player.started()
    shown, broken = player.frame.evaluate(_PICTURES)
    assert broken == []
    assert len(shown) == 2
    assert len(set(shown)) == 2
    assert len({player.site.package[path] for path in shown}) == 2
    _untroubled(player)


def test_parts_keep_their_records_apart(cut_up: dict[Kind, Any], learner: Callable[..., Any]) -> None:
    content, data = cut_up[Kind.SCORM12]
    one, other = [unit.page for unit in content.units if unit.kind == "session"][:2]
    player = learner(data)
    player.launch(page=one, scored="no")
    player.started()
    player.frame.click("#next")
    heading = player.heading
    player.launch(page=other, scored="no")
    player.started()
    assert player.frame.get_attribute(".page:not([hidden])", "id") == "page-start"
    player.launch(page=one, scored="no")
    player.started()
    assert player.heading == heading
    _untroubled(player)


def test_resumes_in_a_course_that_teaches_less_now(reading: Reading, standard: Kind, learner: Callable[..., Any]) -> None:
    edition = reading.editions["en"]
    ((whole, _),) = publications((edition,), course=COURSE)
    player = learner(package(((whole, edition),), standard=standard)[1], standard=standard)
    player.launch()
    player.started()
    player.hands("sit", "pre-test", "right")
    gone, kept = whole.sessions[0], whole.sessions[1]
    page = next(each for each in plan(whole, edition).segments if each.session.id == kept.id)
    player.hands("show", next(each for each in plan(whole, edition).segments if each.session.id == gone.id).id)
    player.hands("show", page.id)
    newer = replace(whole, sessions=whole.sessions[1:])
    player.site.unpack(package(((newer, edition),), standard=standard)[1])
    player.launch()
    player.started()
    assert player.frame.get_attribute(".page:not([hidden])", "id") == f"page-{page.id}"
    player.hands("show", "pre-test")
    assert player.frame.is_visible("#test-pre-test .by-objective")
    assert player.frame.get_attribute("#progress", "value") == "3"  # start, pre-test and the page that is still there
    _untroubled(player)
