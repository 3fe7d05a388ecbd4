"""For a phone on a poor line: how much code and styles weigh, and how soon there is something to read."""

from __future__ import annotations

import gzip
import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets import cmi5, web
from builders.targets.packaging.assemble import publications
from builders.targets.scorm import package

CODE_AND_STYLES = 45 * 1024
READABLE = 1500
# The line behind Chrome's preset "Slow 3G": 400 ms there and back, 400 kbit/s (that is 500 kbit/s less a fifth) either way. The
# preset itself makes every request wait for five round trips, 2 s, before the first byte: no page at all is there by then.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
_FIRST_PAINT = """() => new Promise(resolve => new PerformanceObserver(list => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (paint) resolve(paint.startTime);
}).observe({type: "paint", buffered: true}))"""
_IN_SIGHT = """() => {
  const box = document.querySelector("#page-start .lead").getBoundingClientRect();
  return box.top < innerHeight && box.height > 0;
}"""

Serve = Callable[[bytes], str]


@pytest.mark.parametrize("kind", [Kind.SCORM12, Kind.SCORM2004, Kind.CMI5, Kind.WEB])
def test_code_and_styles_of_a_package_are_small(reading: Reading, kind: Kind) -> None:
    """As they lie in the zip, all languages in one package."""
    editions = publications(tuple(reading.editions.values()), module=reading.editions["en"].modules[0].id)
    match kind:
        case Kind.CMI5:
            _, data = cmi5.package(editions)
        case Kind.WEB:
            _, data = web.package(editions)
        case _:
            _, data = package(editions, standard=kind)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        ours = {each.filename: each.compress_size for each in archive.infolist() if each.filename.endswith((".js", ".css"))}
    assert {name.rpartition(".")[2] for name in ours} == {"js", "css"}
    assert sum(ours.values()) <= CODE_AND_STYLES, ours


@pytest.fixture
def served() -> Iterator[Serve]:
    """Serves a package compressed, as LMSs do; the address of its document."""
    files: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/").partition("?")[0]
            self.send_response(200 if path in files else 404)
            self.send_header("Content-Type", _TYPES.get(path.rpartition(".")[2], "application/octet-stream"))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(gzip.compress(files.get(path, b""), 6))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()

    def serve(data: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files.update({name: archive.read(name) for name in archive.namelist()})
        return f"http://127.0.0.1:{server.server_port}/index.html"

    yield serve
    server.shutdown()
    thread.join()
    server.server_close()


def _largest(curriculum: Curriculum, packed: Callable[..., bytes]) -> bytes:
    """The package whose document is the longest."""

    def length(data: bytes) -> int:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.getinfo("index.html").compress_size

    return max((packed(curriculum, module=module.id) for module in curriculum.modules), key=length)


def _first_paint(chromium: Any, address: str) -> float:
    """Milliseconds from asking for the document to words on the screen, on a phone that has never been here."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    page.goto(address)
    milliseconds = float(page.evaluate(_FIRST_PAINT))
    assert page.evaluate(_IN_SIGHT)
    context.close()
    return milliseconds


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_the_first_page_can_be_read_soon_on_slow_3g(
    reading: Reading, packed: Callable[..., bytes], served: Serve, chromium: Any, language: str
) -> None:
    """The line is simulated and the same each time; the machine is not, so the best of some visits counts."""
    address = served(_largest(reading.editions[language], packed))
    visits: list[float] = []
    while not visits or (min(visits) > READABLE and len(visits) < 6):
        visits.append(_first_paint(chromium, address))
    assert visits
    assert min(visits) <= READABLE, visits
