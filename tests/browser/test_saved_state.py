"""The most that progress can take is computed at build time: here it is played and written out, and no saved state does harm."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.model.publications import Publication, of_course, of_module, parts
from builders.reading.curriculum import Reading
from builders.targets.player.saved_state import most_saved
from builders.targets.player.site import learner_site

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
TIGHT = 0.85
_DATA = re.compile(r'id="data">(.*?)</script>', re.DOTALL)
_CHECK = re.compile(r'<form[^>]* id="check-[^>]*>')
_KEY = re.compile(r'data-question="(\w+)"')


def test_played_with_the_longest_answers(
    learner_editions: Editions, learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    player = learner(packed(*learner_editions.values()), locale="en")
    player.launch()
    player.started()
    player.frame.click(".languages a[hreflang^='mr']")
    player.frame.wait_for_selector("html[lang^='mr']", state="attached")
    player.hands("readAll", "longest")
    player.hands("sit", "assessment", "wrong")
    player.hands("sit", "assessment", "longest", 6 - 1)
    player.frame.evaluate("hands.answer(document.querySelector('#test-assessment form'), 'longest')")
    saved = player.values["cmi.suspend_data"]
    most = max(most_saved(of_module(edition.modules[0]), edition) for edition in learner_editions.values())
    assert saved.isascii()
    assert TIGHT * most <= len(saved) <= most
    assert player.refused == []
    assert player.troubles == []


_LONGEST = """async ([data, checks]) => {
  const { encode } = await import("/source/state.js");
  const answer = (key) => {
    const question = data.questions[key];
    const keys = question.options.map(([each]) => each).join("");
    const long = { choice: keys.slice(0, 2), multiple: keys, match: keys + keys, order: keys, number: "-12345678.90" };
    return long[question.kind] ?? (question.kind === "rating" ? "10" : "t");
  };
  const deepest = (scenario, node) => {
    const ways = (scenario.nodes[node]?.choices ?? []).map(([key, , , next]) => [key, ...deepest(scenario, next)]);
    return ways.sort((one, other) => other.length - one.length)[0] ?? [];
  };
  const walked = (each) => ({ plays: 99, best: 100, path: deepest(each, each.start) });
  const sat = (test) => {
    const longest = [...test.questions].sort((one, other) => answer(other).length - answer(one).length).slice(0, test.drawn);
    return { used: 99, best: 100, open: true, seed: "zzzzzzz", answers: new Map(longest.map((key) => [key, answer(key)])) };
  };
  return encode({
    page: data.counted[0],
    language: data.language,
    seconds: 1e12,
    read: new Set([...data.counted]),
    checks: new Map(checks.map((key) => [key, { tries: 99, answer: answer(key) }])),
    scenarios: new Map(Object.entries(data.scenarios).map(([key, each]) => [key, walked(each)])),
    procedures: new Map(Object.entries(data.procedures).map(([key, each]) => [key, { done: true, step: each.start }])),
    tests: new Map(data.tests.map((test) => [test.key, sat(test)])),
  });
}"""


def _publications(edition: Curriculum) -> Iterator[Publication]:
    for module in edition.modules:
        yield of_module(module)
    for course in edition.courses:
        yield of_course(course, edition)
    yield from parts(of_course(edition.courses[-1], edition))


def test_what_the_player_can_write_at_most(reading: Reading, learner: Callable[..., Any], kit_alone: bytes) -> None:
    """Of every module and course: one page more is allowed for than counts, and a longer name of a language; no more."""
    edition = reading.editions["en"]
    player = learner(kit_alone)
    player.visit(frame="no")
    for publication in _publications(edition):
        site = learner_site(((publication, edition),))
        page = dict(site.files)[site.page].decode()
        found = _DATA.search(page)
        assert found is not None
        checks = [key[1] for form in _CHECK.findall(page) if (key := _KEY.search(form))]
        written = player.page.evaluate(_LONGEST, [json.loads(found[1]), checks])
        assert site.saved_state == most_saved(publication, edition)
        assert 0 <= site.saved_state - len(written) <= 6, publication.id


@pytest.fixture
def kit_alone(learner_editions: Editions, packed: Callable[..., bytes]) -> bytes:
    return packed(learner_editions["en"])


_SURVIVES = """async () => {
  const { decode, encode } = await import("/source/state.js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const signs = "12tlvqspaf,.0zZ" + Object.keys(data.questions)[0] + data.counted[0] + data.tests[0].key;
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const texts = ["2,lconstructor", "2,l__proto__", "2,q__proto__", "1,a", "2,a", "2,f", "3", ",", "2,tz,vzz,qz,sz,pz,az,fz"];
  for (let round = 0; round < 2000; round += 1) {
    texts.push(Array.from({ length: next(80) }, () => signs[next(signs.length)]).join(""));
  }
  return texts.filter((text) => {
    try {
      const state = decode(text, data);
      const once = encode(state);
      return encode(decode(once, data)) !== once || !["", "en"].includes(state.language);
    } catch {
      return true;
    }
  });
}"""


def test_no_saved_state_breaks_it(learner: Callable[..., Any], kit_alone: bytes) -> None:
    player = learner(kit_alone)
    player.open_alone()
    assert player.frame.evaluate(_SURVIVES) == []


def test_starts_with_any_saved_state(learner: Callable[..., Any], kit_alone: bytes) -> None:
    player = learner(kit_alone)
    player.visit(frame="no")
    for saved in ("false", "2", "2zzzz,t-1,lxx,vzzzz", "1zzzz,a3", "2zzzz,azzzz3zz1aaaaaaa,fzzzzx"):
        player.page.evaluate("saved => localStorage.setItem('lms.scorm12', JSON.stringify({'cmi.suspend_data': saved}))", saved)
        player.launch()
        player.started()
        assert player.heading == "Before you begin"
        assert player.values["cmi.suspend_data"].startswith("2")
        assert player.refused == []
    assert player.troubles == []


def test_former_questions_leave_the_open_attempt(
    learner_editions: Editions, learner: Callable[..., Any], packed: Callable[..., bytes], kit_alone: bytes
) -> None:
    """In a newer version the same seed draws other questions; what is saved stays within what that version was given."""
    player = learner(kit_alone)
    player.launch()
    player.started()
    player.hands("show", "assessment")
    player.hands("sit", "assessment", "right", 5)
    edition = learner_editions["en"]
    module = edition.modules[0]
    fewer = replace(edition, modules=(replace(module, assessment_items=2),))
    player.site.unpack(packed(fewer))
    player.launch()
    player.started()
    assert "of 2" in player.frame.inner_text("#test-assessment .place")
    saved = player.values["cmi.suspend_data"]
    assert saved.count(",f") <= 2
    assert len(saved) <= most_saved(of_module(fewer.modules[0]), fewer)
    player.hands("sit", "assessment", "right")
    assert player.values["cmi.core.score.raw"] == "100"
    assert player.refused == []
