"""A learner at a learning management system: packages served on 127.0.0.1, played in Chromium behind the strict facade."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "builders" / "targets" / "player" / "assets"
HANDS = (HERE / "hands.js").read_text(encoding="utf-8")
PHONE = {"width": 360, "height": 740}
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".png": "image/png"}


@pytest.fixture(scope="session")
def learner_editions() -> dict[str, Curriculum]:
    """A small curriculum with every kind of block, question, scenario and procedure."""
    return dict(read(HERE.parent / "curricula" / "valid" / "learner").editions)


class Site:
    """What the server shows: the test's own pages, scorm-again, axe, the player's modules as they are written, and one package."""

    def __init__(self, node_modules: Path) -> None:
        self.package: dict[str, bytes] = {}
        self.folders = {
            "lms": HERE,
            "scorm-again": node_modules / "scorm-again" / "dist",
            "axe": node_modules / "axe-core",
            "source": ASSETS,
        }
        self.address = ""
        self.headers: dict[str, str] = {}

    def unpack(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.package = {name: archive.read(name) for name in archive.namelist()}

    def find(self, path: str) -> bytes | None:
        place, _, name = path.lstrip("/").partition("?")[0].partition("/")
        if place == "favicon.ico":
            return b""
        if place == "package":
            return self.package.get(name)
        folder = self.folders.get(place)
        return (folder / name).read_bytes() if folder and (folder / name).is_file() else None


@pytest.fixture
def site(node_modules: Path) -> Iterator[Site]:
    shown = Site(node_modules)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = shown.find(self.path)
            self.send_response(404 if data is None else 200)
            self.send_header("Content-Type", _TYPES.get(Path(self.path.partition("?")[0]).suffix, "text/plain"))
            self.send_header("Cache-Control", "no-store")
            for name, value in shown.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    shown.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield shown
    server.shutdown()
    thread.join()
    server.server_close()


class Learner:
    """One learner with one browser, who may close the tab and come back."""

    def __init__(self, browser: Any, site: Site, *, standard: str = "scorm12", **context: Any) -> None:
        self.site = site
        self.standard = standard
        self.context = browser.new_context(**{"viewport": PHONE} | context)
        self.context.set_default_timeout(10_000)
        self.troubles: list[str] = []
        self.page: Any = None
        self.frame: Any = None
        self.system = "lms"
        self.home = site.address

    def launch(self, **wishes: str) -> None:
        """Open the package in the LMS, in a new tab. ``wishes`` are those of lms.js, or igot.js where that is the system."""
        self.visit(**wishes)
        self.frame = self.page.frame_locator("#sco").locator("body").element_handle().owner_frame()

    def visit(self, **wishes: str) -> None:
        """Open the LMS, in a new tab."""
        self._tab()
        query = "&".join(f"{key}={value}" for key, value in {"standard": self.standard, **wishes}.items())
        self.page.goto(f"{self.site.address}/lms/{self.system}.html?{query}")

    def open_alone(self, address: str = "") -> None:
        """Open the package without an LMS, or another document."""
        self._tab()
        self.page.goto(address or f"{self.site.address}/package/index.html")
        self.frame = self.page.main_frame

    def started(self) -> None:
        self.frame.wait_for_selector("html.scripted", state="attached")
        self.frame.evaluate(HANDS)

    def hands(self, gesture: str, *arguments: Any) -> Any:
        """What a learner's hands do, in one call (see hands.js)."""
        return self.frame.evaluate(f"arguments => hands.{gesture}(...arguments)", list(arguments))

    @property
    def heading(self) -> str:
        """The title of the page that is shown."""
        return str(self.frame.inner_text(".page:not([hidden]) h2"))

    def _tab(self) -> None:
        if self.page is not None:
            self.page.close()
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.troubles.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self._asked(request.url))

    def _failed(self, request: Any) -> None:
        # Leaving a page aborts what is still on its way; what an LMS got is asked of the LMS.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.address, self.home, "data:")):
            self.troubles.append(f"another host: {url}")

    @property
    def values(self) -> dict[str, str]:
        """What the package has written, by element."""
        return dict(self.page.evaluate("facade.values"))

    @property
    def calls(self) -> list[list[str]]:
        return list(self.page.evaluate("facade.calls"))

    @property
    def refused(self) -> list[str]:
        return list(self.page.evaluate("facade.errors"))

    @property
    def commits(self) -> int:
        return int(self.page.evaluate("facade.commits"))

    @property
    def data(self) -> dict[str, Any]:
        """The data block of the document that is shown."""
        return dict(json.loads(self.frame.evaluate("document.getElementById('data').textContent")))

    def show(self, title: str) -> None:
        """Go to a page by its link in the contents."""
        if self.frame.is_visible("#open-contents"):
            self.frame.click("#open-contents")
        self.frame.click(f"#contents a:has-text('{title}')")

    def answer(self, form: Any, *, right: bool) -> None:
        """Give the right answer to a question, or a wrong one, as a learner's fingers would."""
        question = self.data["questions"][form.get_attribute("data-question")]
        keys, solution = [key for key, _ in question["options"]], question["right"]
        match question["kind"]:
            case "choice":
                self._tick(form, [solution if right else next(key for key in keys if key != solution)])
            case "multiple":
                solved = [solution[at : at + 2] for at in range(0, len(solution), 2)]
                self._tick(form, solved if right else [key for key in keys if key not in solved])
            case "true-false":
                self._tick(form, [solution if right else {"t": "f", "f": "t"}[solution]])
            case "match":
                partners = keys if right else [*keys[1:], keys[0]]
                for key, partner in zip(keys, partners, strict=True):
                    form.query_selector(f"select[name='{key}']").select_option(partner)
            case "order":
                self._sort(form, keys if right else keys[::-1])
            case "number":
                form.query_selector("input").fill(solution if right else "999")
                form.query_selector("input").dispatch_event("change")
            case _:
                self._tick(form, ["3"])

    def _tick(self, form: Any, values: list[str]) -> None:
        for box in form.query_selector_all("input"):
            box.set_checked(box.get_attribute("value") in values) if box.get_attribute("type") == "checkbox" else None
        for value in values:
            form.query_selector(f"input[value='{value}']").check()

    def _sort(self, form: Any, keys: list[str]) -> None:
        def shown() -> list[str]:
            return [row.get_attribute("data-key") for row in form.query_selector_all(".sequence > li")]

        form.query_selector(".sequence > li:last-child .moves button:first-child").click()
        for place, key in enumerate(keys):
            for _ in range(shown().index(key) - place):
                form.query_selector(f".sequence > li[data-key='{key}'] .moves button:first-child").click()

    def sit_assessment(self, *, right: bool, questions: int | None = None) -> None:
        """Answer so many questions of the running assessment, all and handed in where no number is given."""
        total = next(test["drawn"] for test in self.data["tests"] if test["mastery"])
        for number in range(1, (questions or total) + 1):
            self.answer(self.frame.query_selector("#test-assessment form"), right=right)
            if number < total:
                self.frame.click("#test-assessment .turning .main")
        if questions is None:
            self.frame.click("#test-assessment .turning .main")
            self.frame.wait_for_selector("#test-assessment .by-objective")

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def learner(chromium: Any, site: Site) -> Iterator[Callable[..., Learner]]:
    """Makes learners: ``learner(package, standard="scorm12")``."""
    made: list[Learner] = []

    def make(package: bytes, **options: Any) -> Learner:
        site.unpack(package)
        made.append(Learner(chromium, site, **options))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(params=[Kind.SCORM12, Kind.SCORM2004])
def standard(request: pytest.FixtureRequest) -> Kind:
    return Kind(request.param)


@pytest.fixture
def kit(standard: Kind, learner_editions: dict[str, Curriculum], packed: Callable[..., bytes]) -> bytes:
    """The package of the small curriculum's one module."""
    return packed(learner_editions["en"], standard=standard)


@pytest.fixture
def player(kit: bytes, standard: Kind, learner: Callable[..., Learner]) -> Learner:
    """A learner who has that package open."""
    made = learner(kit, standard=standard)
    made.launch()
    made.started()
    return made
