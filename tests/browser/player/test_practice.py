"""Procedures and conversations as a learner plays them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]

RECALL = "form[id='check-kit.order.recall-{}']"


@pytest.fixture
def player(walk: Callable[..., Any]) -> Any:
    """A learner at a SCORM 1.2 system: what is seen does not depend on the standard."""
    return walk("en").learner


def _recall(player: Any) -> None:
    player.hands("show", "kit.second.in-order")
    player.hands("step")


def _check(player: Any, which: str, *texts: str) -> str:
    form = RECALL.format(which)
    for text in texts:
        player.frame.check(f"{form} .choice:has-text('{text}') input")
    player.frame.click(f"{form} [type=submit]")
    return str(player.frame.inner_text(f"{form} .verdict"))


def test_the_clock_of_a_step_is_a_share_of_the_procedure_s(player: Any) -> None:
    player.hands("show", "kit.second.in-order")
    assert player.frame.inner_text(".stepped > .place") == "Step 1 of 4"
    assert player.frame.inner_text(".step:not([hidden]) .clock") == "Within 1 min of 10 min"
    spent = player.frame.locator(".step:not([hidden]) .dial .spent")
    assert spent.get_attribute("stroke-dasharray") == "10 100"
    player.hands("step")
    assert player.frame.inner_text(".stepped > .place") == "Step 4 of 4"
    assert player.frame.locator(".step:not([hidden]) .dial .spent").get_attribute("stroke-dasharray") == "50 100"


def test_recall_stays_hidden_until_the_end_was_reached(player: Any) -> None:
    player.hands("show", "kit.second.in-order")
    assert not player.frame.is_visible(".recall")
    player.hands("step")
    assert player.frame.locator(".recall form").count() == 3


def test_wrong_words_say_which_step_they_belong_to(player: Any) -> None:
    _recall(player)
    assert _check(player, "words-dark", "I am opening the bag.") == (
        "Not quite yet.\n\nThis is what you say at the step “Open the bag”.\n\nTry again"
    )
    player.frame.click(f"{RECALL.format('words-dark')} .verdict button")
    assert _check(player, "words-dark", "Can you see the door") == "Right.\n\nThese are the words of this step."


def test_what_must_never_happen_is_said_once(player: Any) -> None:
    _recall(player)
    said = _check(player, "never", "Tear the bag", "Pull the rope")
    assert said == "Right.\n\nNone of this must ever happen."


def test_a_conversation_ends_with_the_path_and_a_better_one(player: Any) -> None:
    player.hands("show", "kit.second.dark")
    player.frame.click(".talk > .main")
    player.page.wait_for_timeout(1100)  # the record counts whole seconds
    player.frame.click(".option:has-text('Shout back')")
    assert player.frame.inner_text(".mine >> nth=0") == "You\n\nShout back"
    assert player.frame.inner_text(".talk > .consequence") == "The voice falls silent."
    player.frame.click(".option:has-text('Ask how she is')")
    assert "50 % of what was possible" in player.frame.inner_text(".ending .result")
    assert player.frame.locator(".debrief .chosen").all_inner_texts() == ["Shout back", "Ask how she is"]
    assert player.frame.locator(".debrief .better").count() == 1
    assert "Light the lamp" in player.frame.inner_text(".debrief li >> nth=0")
    assert "well chosen" in player.frame.inner_text(".debrief li >> nth=1")
    better = player.frame.locator(".looking-back details li")
    assert better.evaluate_all("all => all.map(each => each.textContent)") == ["Light the lamp", "Ask how she is"]
    latencies = [value for name, value in player.values.items() if name.endswith(".latency") and "interactions" in name]
    assert latencies
    assert latencies[0] >= "00:00:01"


def test_the_best_way_needs_no_better_one(player: Any) -> None:
    player.hands("show", "kit.second.dark")
    player.hands("converse", "best")
    assert "100 % of what was possible" in player.frame.inner_text(".ending .result")
    assert player.frame.locator(".debrief li").count() == 2
    assert player.frame.locator(".looking-back details, .better").count() == 0


def test_a_conversation_shows_who_speaks(player: Any) -> None:
    player.hands("show", "kit.second.dark")
    player.frame.click(".talk > .main")
    assert player.frame.get_attribute(".says .speaker >> nth=0", "data-initial") == "V"
