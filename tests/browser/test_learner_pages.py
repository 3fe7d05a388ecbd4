"""The learner's pages themselves: on a narrow phone, without a script, for assistive technology, with any saved state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.rendering.words import words
from builders.targets.packaging.assemble import publications
from builders.targets.player.plan import plan
from builders.targets.player.recall import recall_questions
from builders.targets.player.saved_state import worst_case
from builders.targets.scorm import package

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
_AXE = (
    "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}))"
    ".violations.map(each => each.id + ' ' + each.nodes.map(node => node.html).join(' | '))"
)


_LOW = "all => all.filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43).map(each => each.outerHTML)"


def _package(curriculum: Curriculum, module: int = 0) -> bytes:
    return package(publications((curriculum,), module=curriculum.modules[module].id), standard=Kind.SCORM12)[1]


def _each_page(player: Any) -> Iterator[str]:
    """Show every page in turn."""
    for name in player.frame.eval_on_selector_all(".page", "pages => pages.map(page => page.id)"):
        player.frame.evaluate("name => document.querySelector(`#contents a[href='#${name}']`).click()", name)
        yield name


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_no_sideways_scroll_at_320_pixels(reading: Reading, learner: Callable[..., Any], language: str) -> None:
    curriculum = reading.editions[language]
    for number in range(len(curriculum.modules)):
        player = learner(_package(curriculum, number), viewport={"width": 320, "height": 640})
        player.open_alone()
        player.started()
        wide = [name for name in _each_page(player) if player.frame.evaluate("document.documentElement.scrollWidth > 320")]
        assert wide == []
        assert player.troubles == []


def test_touch_targets_are_44_pixels(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]))
    player.open_alone()
    player.started()
    small = [
        (name, text)
        for name in _each_page(player)
        for text in player.frame.eval_on_selector_all(
            "button, select, .choice",
            _LOW,
        )
    ]
    assert [each for each in small if 'id="open-contents"' not in each[1]] == []


def test_reads_without_a_script(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]), java_script_enabled=False)
    player.open_alone()
    for text in ("A kit lies on the table", "Someone calls.", "A question opens.", "Do not tear it."):
        assert player.frame.locator(f"text={text}").count() == 1
    assert player.frame.is_visible("text=The final assessment needs JavaScript")
    assert not player.frame.is_visible(".reflection")


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(learner_editions: Editions, learner: Callable[..., Any], language: str, scheme: str) -> None:
    player = learner(_package(learner_editions[language]), color_scheme=scheme, bypass_csp=True)
    player.open_alone()
    player.started()
    player.page.add_script_tag(url=f"{player.site.address}/axe/axe.min.js")
    found = {name: violations for name in _each_page(player) if (violations := player.frame.evaluate(_AXE))}
    assert found == {}
    _use_everything(player)
    found = {name: violations for name in _each_page(player) if (violations := player.frame.evaluate(_AXE))}
    assert found == {}
    player.frame.evaluate("document.querySelector('.page:not([hidden])').append(new Image())")
    assert [violation.split()[0] for violation in player.frame.evaluate(_AXE)] == ["image-alt"]  # it would have told


def _use_everything(player: Any) -> None:
    """Bring out what shows only after use: feedback, the end of a conversation, recall, results, an open contents panel."""
    for name in _each_page(player):
        for right in (True, False):
            for form in player.frame.query_selector_all(f"[id='{name}'] form.question")[0 if right else 1 :: 2]:
                if form.is_visible():
                    player.answer(form, right=right)
                    form.query_selector("button[type=submit]").click()
        for talk in player.frame.query_selector_all(f"[id='{name}'] .talk > .main"):
            talk.click()
            for _ in range(2):
                player.frame.click(".option >> nth=-1")
        for stepper in player.frame.query_selector_all(f"[id='{name}'] .stepping"):
            for _ in range(4):
                stepper.query_selector(".main").click()
    player.frame.evaluate("document.querySelector(`#contents a[href='#page-assessment']`).click()")
    player.frame.click("#test-assessment .main")
    player.sit_assessment(right=False)
    player.frame.click("#test-assessment summary")


def test_axe_finds_nothing_in_an_open_explanation(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]), bypass_csp=True)
    player.open_alone()
    player.started()
    player.page.add_script_tag(url=f"{player.site.address}/axe/axe.min.js")
    player.show("Open the kit")
    link = player.frame.locator("a[href='#term-kit'] >> nth=0")
    link.click()
    assert "What you carry." in player.frame.inner_text("dialog")
    assert player.frame.evaluate(_AXE) == []
    player.page.keyboard.press("Escape")
    assert not player.frame.is_visible("dialog")
    assert link.evaluate("each => each === document.activeElement")


def test_the_keyboard_alone_is_enough(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]))
    player.open_alone()
    player.started()
    player.show("Sort the kit")
    assert player.frame.evaluate("document.activeElement.tagName") == "H2"
    down = player.frame.query_selector("form[id='check-kit.q-order'] li:first-child .moves button:last-child")
    name = down.get_attribute("aria-label")
    down.focus()
    player.page.keyboard.press("Enter")
    assert player.frame.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert player.frame.inner_text(".moved") == "Now at place 2 of 3"


_LONGEST = """async () => {
  const { encode } = await import("/package/player/state.js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const answer = (question) => {
    const keys = question.options.map(([key]) => key).join("");
    return { choice: keys.slice(0, 2), multiple: keys, match: keys + keys, order: keys, number: "-12345678.90", rating: "10" }[
      question.kind] ?? "t";
  };
  const deepest = (scenario, node) => {
    const ways = (scenario.nodes[node]?.choices ?? []).map(([key, , , next]) => [key, ...deepest(scenario, next)]);
    return ways.sort((one, other) => other.length - one.length)[0] ?? [];
  };
  const checks = [...document.querySelectorAll("#main form")].map((form) => form.dataset.question);
  const finals = [...data.final].sort((one, other) => answer(data.questions[other]).length - answer(data.questions[one]).length);
  const walked = (each) => ({ plays: 99, best: 100, path: deepest(each, each.start) });
  return encode({
    page: data.counted[0],
    seconds: 1e12,
    read: new Set(data.counted),
    checks: new Map(checks.map((key) => [key, { tries: 99, answer: answer(data.questions[key]) }])),
    scenarios: new Map(Object.entries(data.scenarios).map(([key, each]) => [key, walked(each)])),
    procedures: new Map(Object.entries(data.procedures).map(([key, each]) => [key, { done: true, step: each.start }])),
    attempt: { used: 99, best: 100, open: true, seed: "zzzzzzz" },
    finals: new Map(finals.slice(0, data.drawn).map((key) => [key, answer(data.questions[key])])),
  });
}"""


def test_the_worst_case_is_what_the_player_can_write(reading: Reading, learner: Callable[..., Any]) -> None:
    curriculum = reading.editions["en"]
    for module in curriculum.modules:
        player = learner(package(publications((curriculum,), module=module.id), standard=Kind.SCORM12)[1])
        player.open_alone()
        written = player.frame.evaluate(_LONGEST)
        planned = plan(module, curriculum)
        recall = tuple(q for sop in planned.sops for q in recall_questions(sop, words("player", "en"), "en"))
        assert written.isascii()
        # One page more is allowed for than counts, and that is all the slack there is.
        assert 0 <= worst_case(planned, recall) - len(written) <= 5


_SURVIVES = """async () => {
  const { decode, encode } = await import("/package/player/state.js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const signs = "1tvqspaf,.0zZ" + Object.keys(data.questions)[0] + data.counted[0];
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const failed = [];
  for (let round = 0; round < 2000; round += 1) {
    const text = Array.from({ length: next(80) }, () => signs[next(signs.length)]).join("");
    try {
      const once = encode(decode(text, data));
      if (encode(decode(once, data)) !== once) failed.push(text);
    } catch (error) {
      failed.push(`${text}: ${error}`);
    }
  }
  return failed;
}"""


def test_no_saved_state_breaks_it(learner_editions: Editions, learner: Callable[..., Any]) -> None:
    player = learner(_package(learner_editions["en"]))
    player.open_alone()
    assert player.frame.evaluate(_SURVIVES) == []
