"""The handbook of the repository's own curriculum, from a server and from a folder, and pages that are watched for faults."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from builders.model.artefacts import DECKS, Artefact, Kind, course_deck, day_deck, package, session_deck, slides_pdf, take_along
from builders.model.courses import SessionSlot
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets.handbook import build
from builders.workflow.printing import printables


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test's output is no place for a server's log."""


@dataclass
class Watched:
    """A page with all that went wrong on it."""

    page: Any
    faults: list[str] = field(default_factory=list)

    def watch(self) -> None:
        page = self.page
        page.on("console", lambda message: self.faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("request", self._request)

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for before this one had everything
            self.faults.append(f"failed: {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def _request(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("file", "data", "blob") and address.hostname != "127.0.0.1":
            self.faults.append(f"another host: {request.url}")


@pytest.fixture(scope="session")
def handbooks(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds ``handbook/<language>``."""
    output = tmp_path_factory.mktemp("output")
    for language, curriculum in reading.editions.items():
        for file in build(curriculum, downloads=_offered(curriculum), scratch=tmp_path_factory.mktemp(language)):
            path = output / "handbook" / language / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
    return output / "handbook"


def _offered(curriculum: Curriculum) -> tuple[Artefact, ...]:
    """As if a build had made everything that pages offer; the files themselves are not there."""
    language, decks = curriculum.language, []
    for course in curriculum.courses:
        decks += [course_deck(language, course.id, course.version), take_along(language, course.id, course.version)]
        for number, day in enumerate(course.days, start=1):
            sessions = {slot.session for slot in day.slots if isinstance(slot, SessionSlot)}
            decks += [day_deck(language, course.id, number)]
            decks += [session_deck(language, course.id, session, course.version) for session in sorted(sessions)]
    packages = (package(Kind.WEB, (language,), module.version, module=module.id) for module in curriculum.modules)
    return (*decks, *(slides_pdf(deck) for deck in decks if deck.kind in DECKS), *printables(curriculum), *packages)


class Server:
    """A folder on 127.0.0.1 until it is stopped."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Server]]:
    """A server of a test's own."""
    servers: list[Server] = []

    def begin(folder: Path) -> Server:
        servers.append(Server(folder))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def served(handbooks: Path) -> Iterator[str]:
    server = Server(handbooks)
    yield server.address
    server.stop()


@pytest.fixture(scope="session")
def bases(handbooks: Path, served: str) -> Mapping[str, str]:
    return {"server": served, "folder": handbooks.as_uri()}


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Opens an address on a screen of a size; what went wrong on any page opened fails the test."""
    contexts: list[Any] = []
    watched: list[Watched] = []

    def open_page(address: str, screen: Mapping[str, int], **settings: object) -> Any:
        context = chromium.new_context(viewport=dict(screen), **settings)
        contexts.append(context)
        found = Watched(context.new_page())
        found.watch()
        watched.append(found)
        found.page.goto(address)
        return found.page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for found in watched for fault in found.faults] == []
