"""For assistive technology, narrow screens and large letters: whatever the player can show, in three languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
# From the top: what has been scrolled half under the head is not too small to be pressed.
_AXE = (
    "async () => (window.scrollTo(0, 0), await axe.run(document, {resultTypes: ['violations'], "
    "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))"
    ".violations.map(each => each.id + ' ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '))"
)
_OVER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return "";
  const wide = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility()
    && each.getBoundingClientRect().right > room + 1 && !each.closest(".table, .unseen, thead, h1"));
  return wide.slice(-1).map((each) => each.outerHTML.slice(0, 200)).join() || "something";
}"""
_CUT = """() => [...document.querySelectorAll("button, summary, .choice, .mine, .says, h2, h3, h4")].filter((each) =>
  each.checkVisibility() && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline")
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("language", "scheme", "viewport"),
    [
        ("en", "light", PHONE),
        ("en", "dark", DESK),
        ("hi", "dark", PHONE),
        ("hi", "light", DESK),
        ("mr", "light", PHONE),
        ("mr", "dark", DESK),
    ],
)
def test_axe_finds_nothing(walk: Callable[..., Any], language: str, scheme: str, viewport: dict[str, int]) -> None:
    way = walk(language, all_languages=True, color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    way.frame.add_script_tag(url=f"{way.learner.site.address}/axe/axe.min.js")
    found = {scene: violations for scene in way.scenes() if (violations := way.frame.evaluate(_AXE))}
    assert found == {}
    way.frame.evaluate("document.body.append(new Image())")
    assert "image-alt" in [violation.split()[0] for violation in way.frame.evaluate(_AXE)]  # it would have told


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
@pytest.mark.parametrize(("viewport", "letters"), [(PHONE, 16), ({"width": 360, "height": 740}, 32), (DESK, 32)])
def test_nothing_is_wider_than_the_screen(walk: Callable[..., Any], language: str, viewport: dict[str, int], letters: int) -> None:
    """At 320 pixels, and with letters twice as large as usual (the browser's own setting)."""
    way = walk(language, all_languages=True, viewport=viewport, reduced_motion="reduce")
    session = way.learner.context.new_cdp_session(way.learner.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
    assert way.frame.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{letters}px"
    found = {}
    scenes = 0
    for scene in way.scenes():
        scenes += 1
        if troubles := [each for each in (way.frame.evaluate(_OVER), *way.frame.evaluate(_CUT)) if each]:
            found[scene] = troubles
    assert found == {}
    assert scenes > 40


def test_whoever_wants_no_motion_gets_none(walk: Callable[..., Any]) -> None:
    moving = "() => [...document.querySelectorAll('*')].filter(each => each.getAnimations({subtree: true}).length).length"
    timed = (
        "() => [...document.querySelectorAll('*')].filter(each => getComputedStyle(each).transitionDuration !== '0s'"
        " || getComputedStyle(each).animationName !== 'none' || getComputedStyle(each).scrollBehavior !== 'auto').length"
    )
    still = walk("en", reduced_motion="reduce")
    for scene in still.scenes():
        assert (still.frame.evaluate(moving), still.frame.evaluate(timed)) == (0, 0), scene
    assert walk("en", reduced_motion="no-preference").frame.evaluate(timed) > 0


@pytest.mark.parametrize("language", ["en", "mr"])
def test_what_can_be_pressed_is_44_pixels_high(walk: Callable[..., Any], language: str) -> None:
    low = (
        "() => [...document.querySelectorAll('button, select, input[type=text], .choice, #contents a, .languages a, summary')]"
        ".filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5).map(each => each.outerHTML)"
    )
    way = walk(language, all_languages=True)
    assert {scene: found for scene in way.scenes() if (found := way.frame.evaluate(low))} == {}


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("hi", "light"), ("mr", "dark")])
def test_axe_finds_nothing_in_notices(walk: Callable[..., Any], language: str, scheme: str) -> None:
    """Looking back; no system; progress of last time that did not reach it."""
    player = walk(language, color_scheme=scheme, viewport=PHONE, bypass_csp=True).learner

    def found() -> list[str]:
        player.frame.wait_for_selector("#notice p")
        player.frame.add_script_tag(url=f"{player.site.address}/axe/axe.min.js")
        return list(player.frame.evaluate(_AXE))

    player.page.evaluate("facade.broken = true")
    player.hands("show", "kit.second.dark")
    player.frame.wait_for_selector("#not-saved button")
    player.launch()
    assert found() == []
    player.frame.click("#notice .main")
    player.launch(mode="review")
    player.started()
    assert found() == []
    player.open_alone()
    player.started()
    assert found() == []
