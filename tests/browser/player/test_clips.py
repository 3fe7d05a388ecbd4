"""Films and recordings as learners meet them: nothing is loaded unasked, captions come along, the transcript is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders.diagnostics.location import Location
from builders.model.blocks import Prose
from builders.model.curriculum import Curriculum
from builders.model.modules import Media
from builders.model.text import Text

pytestmark = [pytest.mark.browser, pytest.mark.node]

FOLDER = Path(__file__).parent / "media"
WORDS = {"en": ("A walk round the table", "A quiet call"), "mr": ("टेबलाभोवती एक फेरी", "एक शांत फोन")}
_AXE = "async () => (await axe.run(document)).violations.map(each => each.id + ' ' + each.nodes.map(node => node.html).join(' | '))"


def _with_clips(curriculum: Curriculum) -> Curriculum:
    """The small curriculum, its first page beginning with a film and a recording."""
    module = curriculum.modules[0]
    media = tuple(Media(f"media/{path.name}", path.read_bytes(), Location(path.name)) for path in sorted(FOLDER.iterdir()))
    session, *sessions = module.sessions
    segment, *segments = session.segments
    film, call = WORDS[curriculum.language]
    clips = Prose(Text(f"![{film}](media/walk.webm)\n\n![{call}](media/call.mp3)", curriculum.language, segment.at))
    first = replace(segment, blocks=(clips, *segment.blocks))
    changed = replace(module, media=(*module.media, *media), sessions=(replace(session, segments=(first, *segments)), *sessions))
    return replace(curriculum, modules=(changed,))


@pytest.fixture
def watch(learner_editions: dict[str, Curriculum], learner: Callable[..., Any], packed: Callable[..., bytes]) -> Callable[..., Any]:
    """Opens the page with film and recording: ``watch("mr")``. ``asked`` of the learner are the files asked for so far."""

    def start(language: str, **context: Any) -> Any:
        player = learner(packed(_with_clips(learner_editions[language])), **context)
        player.launch()
        player.asked = []
        player.page.on("request", lambda request: player.asked.append(request.url.rpartition("/")[2]))
        player.started()
        player.hands("show", "kit.first.open")
        return player

    return start


def test_a_film_plays_with_its_captions_and_loads_nothing_before(watch: Callable[..., Any]) -> None:
    player = watch("en")
    player.page.wait_for_timeout(300)
    assert [name for name in player.asked if name.startswith(("walk", "call")) and not name.endswith(".vtt")] == []
    film = player.frame.locator("video")
    film.evaluate("film => (film.muted = true, film.play())")
    player.frame.wait_for_function("() => document.querySelector('video').currentTime > 0.2")
    cues = film.evaluate("film => [...film.textTracks].map(each => [each.language, each.mode])")
    assert cues == [["en-IN", "showing"], ["mr-IN", "disabled"]]  # the page's language is on
    assert film.evaluate("film => film.textTracks[0].cues[0].text") == "A lamp."
    assert player.troubles == []


def test_a_recording_plays(watch: Callable[..., Any]) -> None:
    player = watch("mr")
    player.frame.locator("audio").evaluate("each => (each.muted = true, each.play())")
    player.frame.wait_for_function("() => document.querySelector('audio').currentTime > 0.1")
    assert player.troubles == []


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("mr", "light")])
def test_axe_finds_nothing_and_nothing_is_too_wide(watch: Callable[..., Any], language: str, scheme: str) -> None:
    player = watch(language, color_scheme=scheme, viewport={"width": 320, "height": 640}, bypass_csp=True)
    player.frame.add_script_tag(url=f"{player.site.address}/axe/axe.min.js")
    player.frame.click(".transcript summary >> nth=0")
    assert player.frame.locator(".transcript p").first.inner_text().startswith({"en": "A dot goes", "mr": "एक ठिपका"}[language])
    assert player.frame.evaluate(_AXE) == []
    assert player.frame.evaluate("document.documentElement.scrollWidth") <= 320


def test_film_and_transcript_are_there_without_a_script(
    learner_editions: dict[str, Curriculum], learner: Callable[..., Any], packed: Callable[..., bytes]
) -> None:
    player = learner(packed(_with_clips(learner_editions["en"])), java_script_enabled=False)
    player.open_alone()
    assert player.frame.locator("video").is_visible()
    player.frame.click(".transcript summary >> nth=0")
    assert player.frame.is_visible("text=Somebody says: a lamp.")
