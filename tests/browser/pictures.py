"""The pictures of docs/player.md: plays our own packages in Chromium and writes small PNGs of every kind of page.

``.venv/bin/python tests/browser/pictures.py`` writes docs/pictures/player/<kind>-<language>-<phone or desk>.png. It needs
Chromium, the packages of package.json and the test extra, as the browser tests do. Chance is fixed, so that the same
questions are drawn each time; fonts are the machine's.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.targets.packaging.assemble import publications
from builders.targets.scorm import package

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/pictures/player"
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 0.8},
    "desk": {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 0.5},
}
SURFACES, SHADES = 24, 40  # colours kept as they are, and those for the edges of letters
_CHANCE = "Math.random = () => 0.42;"
_PAGE_WITH = "what => document.querySelector(what)?.closest('.page').id.replace('page-', '')"
_TO_THE_TOP = "([what, room]) => scrollTo(0, document.querySelector(what).getBoundingClientRect().top + scrollY - room)"
_SEEN = ".page:not([hidden]) "


def _conftest() -> ModuleType:
    """The learner and the site of the browser tests."""
    spec = importlib.util.spec_from_file_location("browser_conftest", Path(__file__).with_name("conftest.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class Camera:
    """Takes the pictures of one learner's screen."""

    def __init__(self, learner: Any, ending: str) -> None:
        self.learner, self.frame = learner, learner.frame
        self._ending = ending

    def take(self, kind: str, what: str = "") -> None:
        """The screen, from the top of an element on where one is named."""
        if what:
            self.frame.evaluate(_TO_THE_TOP, [_SEEN + what, 84])
        self.learner.page.wait_for_timeout(250)
        picture = Image.open(io.BytesIO(self.learner.page.screenshot())).convert("RGB")
        _small(picture).save(FOLDER / f"{kind}-{self._ending}.png", optimize=True)

    def go_to(self, what: str) -> None:
        """The first page that has such an element."""
        self.learner.hands("show", self.frame.evaluate(_PAGE_WITH, what))
        self.frame.evaluate("() => scrollTo(0, 0)")


def _small(picture: Image.Image) -> Image.Image:
    """The picture with few colours. The commonest stay as they are: paper, sheets, buttons."""
    data = picture.tobytes()
    pixels = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    surfaces = [colour for colour, _ in Counter(pixels).most_common(SURFACES)]
    channels = picture.quantize(SHADES, dither=Image.Dither.NONE).getpalette() or []
    shades = list(zip(channels[::3], channels[1::3], channels[2::3], strict=True))[:SHADES]
    palette = surfaces + shades
    nearest = {colour: min(range(len(palette)), key=lambda at: _distance(colour, palette[at])) for colour in set(pixels)}
    small = Image.new("P", picture.size)
    small.putpalette([channel for colour in palette for channel in colour])
    small.frombytes(bytes(nearest[colour] for colour in pixels))
    return small


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))


def a_module(camera: Camera) -> None:
    """Text, activity, question, conversation, test, record: of the module ``empathy``."""
    frame, hands = camera.frame, camera.learner.hands
    camera.take("start")
    camera.go_to(".table")
    camera.take("text")
    if frame.is_visible("#open-contents"):
        frame.click("#open-contents")
        camera.take("contents")
        camera.learner.page.keyboard.press("Escape")
    camera.go_to(".activity")
    camera.take("activity", ".activity")
    camera.go_to("form.question")
    hands("answerPage", "wrong")
    camera.take("question", "form.question")
    frame.click("#main a[href^='#term-']:visible, #main a[href^='#source-']:visible")
    camera.take("explanation")
    camera.learner.page.keyboard.press("Escape")
    camera.go_to(".scenario")
    frame.click(f"{_SEEN}.talk > .main")
    frame.click(f"{_SEEN}.option >> nth=-1")
    camera.take("conversation", ".talk")
    while frame.locator(f"{_SEEN}.option").count():
        frame.click(f"{_SEEN}.option >> nth=0")
    camera.take("looking-back", ".looking-back")
    frame.eval_on_selector_all("#contents a:not(.extra)", "links => links.forEach(link => link.click())")
    hands("sit", "assessment", "right", 3)
    hands("show", "assessment")
    camera.take("test")
    hands("sit", "assessment", "right", 8)
    hands("sit", "assessment", "wrong")
    camera.take("result")
    hands("show", "completion")
    camera.take("record")


def a_procedure(camera: Camera) -> None:
    """Stepper and recall: of the module ``sops``."""
    camera.go_to(".procedure")
    camera.take("procedure", ".stepped > .place")
    camera.learner.hands("step")
    words = ".recall form[id*='recall-words']"
    camera.frame.check(f"{_SEEN}{words} input >> nth=0")
    camera.frame.click(f"{_SEEN}{words} [type=submit]")
    camera.take("recall", words)


TOURS: tuple[tuple[str, Callable[[Camera], None]], ...] = (("empathy", a_module), ("sops", a_procedure))


@contextmanager
def served(site: Any) -> Iterator[None]:
    """What the site shows, at its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data, ending = site.find(self.path), Path(self.path.partition("?")[0]).suffix
            self.send_response(404 if data is None else 200)
            kinds = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
            self.send_header("Content-Type", kinds.get(ending, "application/octet-stream"))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


def _in_all_languages(editions: dict[str, Curriculum], language: str, module: str) -> bytes:
    """The package with every language in it, one of them first."""
    ordered = sorted(editions.values(), key=lambda edition: edition.language != language)
    return package(publications(tuple(ordered), module=module), standard=Kind.SCORM12)[1]


def main() -> None:
    conftest, editions = _conftest(), dict(read(ROOT).editions)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    site = conftest.Site(ROOT / "node_modules")
    chromium = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    with served(site), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for language in editions:
            for module, tour in TOURS:
                site.unpack(_in_all_languages(editions, language, module))
                for size, screen in SCREENS.items():
                    learner = conftest.Learner(browser, site, **screen, locale=language, reduced_motion="reduce")
                    learner.home = site.address
                    learner.context.add_init_script(_CHANCE)
                    learner.launch()
                    learner.started()
                    tour(Camera(learner, f"{language}-{size}"))
                    learner.close()
        browser.close()


if __name__ == "__main__":
    main()
