"""A learning management system for units on 127.0.0.1: packages are unpacked and served, launched, listened to."""

from __future__ import annotations

import io
import json
import threading
import uuid
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit
from xml.etree import ElementTree

_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".xml": "text/xml", ".png": "image/png"}
_ALLOWED = "Authorization, Content-Type, X-Experience-API-Version"  # as Moodle's mod_cmi5: no conditions from other hosts


class Lms:
    """``books`` judges and keeps, ``kit`` is the module it comes from. ``elsewhere`` puts the record store on another host.

    ``cut`` stands for a line that is down: nothing but the package is to be had. Where ``lost`` names a verb, a statement with
    it arrives while the answer to it gets lost.
    """

    def __init__(self, books: Any, kit: Any, *, elsewhere: bool = False) -> None:
        self.books = books
        self.kit = kit
        self.package: dict[str, bytes] = {}
        self.cut = False
        self.lost = ""
        self.returned = 0
        self.wishes: dict[str, Any] | None = None
        self.registration = self.enrol("learner-1")
        self._activities: dict[str, str] = {}
        self._servers = [_serving(self)]
        self.address = _address(self._servers[0])
        self._servers += [_serving(self)] if elsewhere else []
        self.store = _address(self._servers[-1])

    def enrol(self, name: str) -> Any:
        """A registration of a learner."""
        actor = {"objectType": "Agent", "name": "A learner", "account": {"homePage": "http://127.0.0.1/lms", "name": name}}
        return self.kit.Registration(str(uuid.uuid4()), actor)

    def unpack(self, data: bytes) -> None:
        """Install a package, or replace it by a newer one."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.package = {name: archive.read(name) for name in archive.namelist()}

    @property
    def aus(self) -> list[ElementTree.Element]:
        return list(ElementTree.fromstring(self.package["cmi5.xml"]).iter(f"{self.kit.NAMESPACE}au"))  # noqa: S314 - our own

    @property
    def session(self) -> Any:
        """The session of the last launch."""
        return self.books.sessions[-1]

    @property
    def satisfied(self) -> bool:
        """Whether the learner has met the ``moveOn`` of every unit."""
        return all(self.registration.satisfied(au) for au in self.aus)

    def said(self, *, session: Any = None) -> list[dict[str, Any]]:
        """The statements of a session, in order of arrival; of all sessions without one."""
        kept = self.books.statements.values()
        key = self.books.judge.SESSION_ID
        return [each for each in kept if session is None or each["context"]["extensions"][key] == session.id]

    def verbs(self, session: Any = None) -> list[str]:
        """The verbs of those statements."""
        return [self.books.judge.verb(each) for each in self.said(session=session)]

    @property
    def saved(self) -> dict[str, Any]:
        """The document that the unit keeps in the State API."""
        terms = self.session.terms
        return dict(self.books.documents.get((terms.activity, terms.registration, "suspendData"), {}))

    def launch(self, au: int = 0, *, mode: str = "Normal", mastery: float | None = None, **more: Any) -> str:
        """The address that launches a unit. ``more`` goes into the launch data, ``mastery`` in place of the package's score."""
        unit = self.aus[au]
        stated = unit.attrib.get("masteryScore")
        score = mastery if mastery is not None else float(stated) if stated else None
        activity = self._activities.setdefault(unit.attrib["id"], f"{self.address}/activity/{len(self._activities)}")
        data = {
            "contextTemplate": {"extensions": {"http://127.0.0.1/lms/room": "blue"}, "language": "en-IN"},
            "launchMode": mode,
            "moveOn": unit.attrib.get("moveOn", "NotApplicable"),
            "launchParameters": "",
            **({} if score is None else {"masteryScore": score}),
            **more,
        }
        with self.books.lock:
            session = self.books.open(unit, self.registration, data, activity)
        given = {
            "activityId": activity,
            "registration": self.registration.id,
            "actor": json.dumps(self.registration.actor),
            "fetch": f"{self.store}/fetch?of={session.id}",
            "endpoint": f"{self.store}/lrs/",
        }
        pairs = list(given.items())
        ordered = pairs if len(self.books.sessions) % 2 else pairs[::-1]  # no order is promised (cmi5 8.1)
        page = unit.findtext(f"{self.kit.NAMESPACE}url")
        query = "&".join(f"{key}={quote(value, safe='')}" for key, value in ordered)
        return f"{self.address}/content/{page}?{query}"

    def handle(self, method: str, target: str, headers: dict[str, str], data: bytes) -> Any:
        """The answer to a request: bytes of a file, an ``Answer``, or None for a line that is cut."""
        parts = urlsplit(target)
        path, query = parts.path.lstrip("/"), dict(parse_qsl(parts.query, keep_blank_values=True))
        if path.startswith("content/"):
            return self.package.get(path.removeprefix("content/"), self.kit.Answer(404))
        if path == "back":
            self.returned += 1
            return b"<!doctype html><title>Back</title><h1>Your courses</h1>"
        if method == "OPTIONS":
            return self.kit.Answer(204)
        if not path.startswith(("fetch", "lrs/")):
            return self.kit.Answer(404)
        if self.cut:
            return None
        if path == "fetch":
            return self.books.fetched(next(each for each in self.books.sessions if each.id == query["of"]), method)
        request = self.kit.Request(method, path.removeprefix("lrs/"), query, headers)
        try:
            request.body = json.loads(data) if data else None
        except ValueError:
            request.malformed = True
        if request.resource == "agents/profile" and method == "GET" and self.wishes:
            self.books.documents[(self.kit.PREFERENCES,)] = self.wishes
        answer = self.books.answer(request)
        return None if self.lost and self.lost in data.decode() and request.resource == "statements" else answer

    def close(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()


def _address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def _serving(lms: Lms) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            with lms.books.lock:
                found = lms.handle(self.command, self.path, {key.lower(): value for key, value in self.headers.items()}, data)
            if isinstance(found, bytes):
                suffix = PurePosixPath(urlsplit(self.path).path).suffix
                self.reply(200, found, {"Content-Type": _TYPES.get(suffix, "text/html")})
            elif isinstance(found, lms.kit.Answer):
                body = b"" if found.body is None else json.dumps(found.body).encode()
                self.reply(found.status, body, {"Content-Type": "application/json", "ETag": found.etag})
            else:
                self.close_connection = True  # no answer at all

        def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            origin = self.headers.get("Origin")
            across = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": _ALLOWED} if origin else {}
            methods = {"Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, OPTIONS"} if origin else {}
            for key, value in {**headers, **across, **methods, "Cache-Control": "no-store"}.items():
                if value:
                    self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
        setattr(Handler, f"do_{method}", Handler.answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server
