"""A unit that speaks raw HTTP with a system and does everything right, until a test spoils something."""

from __future__ import annotations

import copy
import json
import urllib.error
import urllib.request
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

VERBS = "http://adlnet.gov/expapi/verbs/"
CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/"
RESULTS: dict[str, dict[str, Any]] = {
    "initialized": {},
    "completed": {"completion": True, "duration": "PT60S"},
    "passed": {"success": True, "duration": "PT60S", "score": {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}},
    "failed": {"success": False, "duration": "PT60S", "score": {"scaled": 0.5, "raw": 50, "min": 0, "max": 100}},
    "terminated": {"duration": "PT61S"},
}


class Unit:
    """A unit that does everything right by raw HTTP, until a test spoils something."""

    def __init__(self, lms: Any, **wishes: Any) -> None:
        self.lms = lms
        given = {key: values[0] for key, values in parse_qs(urlsplit(lms.launch(**wishes)).query).items()}
        self.given = given
        self.headers = {"X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"}
        self.place = {key: given[key] for key in ("activityId", "registration")} | {"agent": given["actor"]}
        self.template: dict[str, Any] = {}
        self.time = datetime.now(UTC) - timedelta(minutes=10)

    def fetch(self, method: str = "POST") -> dict[str, Any]:
        answer = self.call(method, self.given["fetch"])[1] or {}
        if "auth-token" in answer:
            self.headers["Authorization"] = f"Basic {answer['auth-token']}"
        return dict(answer)

    def begin(self) -> None:
        self.fetch()
        self.template = self.state("GET", stateId="LMS.LaunchData")[1]["contextTemplate"]
        self.profile("GET")

    def call(self, method: str, address: str, body: Any = None) -> tuple[int, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(address, data, self.headers, method=method)  # noqa: S310 - an address of the double's
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            with error:
                return error.code, None

    def ask(self, method: str, resource: str, query: dict[str, str], body: Any = None) -> tuple[int, Any]:
        asked = "&".join(f"{key}={quote(value, safe='')}" for key, value in query.items())
        return self.call(method, f"{self.given['endpoint']}{resource}?{asked}", body)

    def state(self, method: str, body: Any = None, **more: str) -> tuple[int, Any]:
        return self.ask(method, "activities/state", self.place | {"stateId": "mine"} | more, body)

    def profile(self, method: str, body: Any = None, **more: str) -> tuple[int, Any]:
        query = {"agent": self.given["actor"], "profileId": "cmi5LearnerPreferences"} | more
        return self.ask(method, "agents/profile", query, body)

    def statement(self, verb: str) -> dict[str, Any]:
        self.time += timedelta(seconds=1)
        context = copy.deepcopy(self.template) | {"registration": self.given["registration"]}
        made = {
            "id": str(uuid.uuid4()),
            "actor": json.loads(self.given["actor"]),
            "verb": {"id": VERBS + verb},
            "object": {"id": self.given["activityId"]},
            "context": context,
            "timestamp": self.time.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        }
        if verb in RESULTS:
            judging = {"success", "completion"} & set(RESULTS[verb])
            context["contextActivities"]["category"] = [{"id": CATEGORIES + "cmi5"}]
            context["contextActivities"]["category"] += [{"id": CATEGORIES + "moveon"}] if judging else []
            made |= {"result": copy.deepcopy(RESULTS[verb])} if RESULTS[verb] else {}
        if verb in ("passed", "failed"):
            context["extensions"][EXTENSIONS + "masteryscore"] = 0.7
        return made

    def send(self, *statements: dict[str, Any]) -> int:
        return self.ask("POST", "statements", {}, list(statements))[0]

    def say(self, *verbs: str) -> int:
        return self.send(*(self.statement(verb) for verb in verbs))
