"""The double is strict: units that do one thing wrong are caught, each under the requirement that it breaks."""

from __future__ import annotations

import copy
import json
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

VERBS = "http://adlnet.gov/expapi/verbs/"
CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/"
UNIT = (
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">'
    '<au id="urn:test:au" moveOn="CompletedAndPassed" masteryScore="0.7"><url>index.html</url></au></courseStructure>'
)
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


@pytest.fixture
def lms(system: Callable[..., Any], course_of_one: bytes) -> Any:
    return system(course_of_one)


@pytest.fixture
def course_of_one() -> bytes:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("cmi5.xml", UNIT)
    return buffer.getvalue()


@pytest.fixture
def unit(lms: Any) -> Iterator[Unit]:
    made = Unit(lms)
    made.begin()
    yield made
    made.lms.cut = False


def test_finds_nothing_wrong_with_a_unit_that_does_everything_right(lms: Any, unit: Unit) -> None:
    assert unit.say("initialized") == 200
    assert unit.say("answered", "completed", "passed") == 200
    assert lms.satisfied
    assert unit.state("PUT", {"page": 3})[0] == 204
    assert unit.state("GET")[1] == {"page": 3}
    assert unit.say("terminated") == 200
    assert lms.books.audit() == []


def test_takes_the_same_statement_twice(lms: Any, unit: Unit) -> None:
    first = unit.statement("initialized")
    assert unit.send(first) == unit.send(first) == 200
    assert unit.say("terminated") == 200
    assert unit.send(first) == 200
    assert lms.books.audit() == []


def test_one_that_only_passed_is_not_satisfied(lms: Any, unit: Unit) -> None:
    unit.say("initialized", "passed")
    assert not lms.satisfied


def _changed(verb: str, change: Callable[[dict[str, Any]], object], *before: str) -> Callable[[Unit], object]:
    """A unit that spoils one statement after others that are right."""

    def act(unit: Unit) -> None:
        for each in before or (("initialized",) if verb != "initialized" else ()):
            assert unit.say(each) == 200
        made = unit.statement(verb)
        change(made)
        assert unit.send(made) in (400, 403)

    return act


def _said(*verbs: str) -> Callable[[Unit], object]:
    def act(unit: Unit) -> None:
        for verb in verbs[:-1]:
            assert unit.say(verb) == 200
        assert unit.say(verbs[-1]) == 403

    return act


def _late(unit: Unit) -> None:
    unit.say("initialized")
    made = [unit.statement("answered"), unit.statement("answered")]
    assert unit.send(*made[::-1]) == 403


def _without_prefs(unit: Unit) -> None:
    unit.lms.session.course.read.discard("preferences")
    unit.say("initialized")


def _without_launch_data(unit: Unit) -> None:
    unit.lms.session.course.read.discard("launch data")
    unit.say("initialized")


def _same_id(unit: Unit) -> None:
    unit.say("initialized")
    first, second = unit.statement("answered"), unit.statement("answered")
    unit.send(first)
    assert unit.send(second | {"id": first["id"]}) == 409


def _no_header(name: str) -> Callable[[Unit], object]:
    def act(unit: Unit) -> None:
        del unit.headers[name]
        assert unit.say("initialized") in (400, 401)

    return act


def _bearer(unit: Unit) -> None:
    unit.headers["Authorization"] = unit.headers["Authorization"].replace("Basic", "Bearer")
    unit.say("initialized")


def _other_statement_id(unit: Unit) -> None:
    unit.ask("PUT", "statements", {"statementId": str(uuid.uuid4())}, unit.statement("initialized"))


def _cmi5(each: dict[str, Any]) -> None:
    each["context"]["contextActivities"]["category"] = [{"id": CATEGORIES + "cmi5"}]


def _moveon(each: dict[str, Any]) -> None:
    each["context"]["contextActivities"].setdefault("category", []).append({"id": CATEGORIES + "moveon"})


OTHER = {"objectType": "Agent", "account": {"homePage": "http://127.0.0.1/lms", "name": "learner-2"}}
WRONG: list[tuple[str, Callable[[Unit], object]]] = [
    ("8.2.3.0-1", lambda unit: unit.fetch()),
    ("8.2.1.0-2", lambda unit: unit.fetch("GET")),
    ("8.1.2.0-5", _no_header("Authorization")),
    ("8.2.1.0-5", _bearer),
    ("4.1.0.0-1", _no_header("X-Experience-API-Version")),
    ("4.1.0.0-1", _other_statement_id),
    ("9.3.0.0-4", _said("terminated")),
    ("7.1.3.0-1", _said("answered")),
    ("7.1.3.0-1", _said("initialized", "terminated", "answered")),
    ("9.3.0.0-5", _said("initialized", "terminated", "completed")),
    ("9.3.0.0-2", _said("initialized", "initialized")),
    ("9.3.0.0-2", _said("initialized", "failed", "failed")),
    ("9.3.0.0-3", _said("initialized", "failed", "passed")),
    ("9.3.0.0-3 9.3.0.0-8", _said("initialized", "passed", "failed")),
    ("9.3.0.0-1", _changed("answered", _cmi5)),
    ("9.6.2.1-1", _changed("completed", lambda each: each["context"]["contextActivities"].pop("category"))),
    ("9.6.2.2-1", _changed("completed", _cmi5)),
    ("9.6.2.2-2", _changed("answered", _moveon)),
    ("9.6.2.2-2", _changed("terminated", _moveon)),
    ("8.1.3.0-3", _changed("initialized", lambda each: each.update(actor=OTHER))),
    ("8.1.5.0-6", _changed("initialized", lambda each: each["object"].update(id="urn:test:au"))),
    ("9.4.0.0-1", _changed("initialized", lambda each: each.pop("object"))),
    ("9.1.0.0-1", _changed("initialized", lambda each: each.pop("id"))),
    ("9.1.0.0-1", _changed("initialized", lambda each: each.update(id="statement-1"))),
    ("9.1.0.0-1", _same_id),
    ("9.6.0.0-1", _changed("answered", lambda each: each.pop("context"))),
    ("9.6.1.0-1", _changed("initialized", lambda each: each["context"].update(registration=str(uuid.uuid4())))),
    ("9.6.3.1-4 10.2.1.0-6", _changed("answered", lambda each: each["context"]["extensions"].pop(EXTENSIONS + "sessionid"))),
    ("10.2.1.0-6", _changed("answered", lambda each: each["context"]["contextActivities"].pop("grouping"))),
    ("10.2.1.0-7", _changed("answered", lambda each: each["context"].update(language="fr"))),
    ("9.6.3.2-2", _changed("passed", lambda each: each["context"]["extensions"].pop(EXTENSIONS + "masteryscore"))),
    ("9.7.0.0-1", _changed("answered", lambda each: each.pop("timestamp"))),
    ("9.7.0.0-1", _changed("answered", lambda each: each.update(timestamp=each["timestamp"].rstrip("Z")))),
    ("9.7.0.0-1", _late),
    ("9.7.0.0-2", _changed("answered", lambda each: each.update(timestamp=each["timestamp"].replace("Z", "+05:30")))),
    ("4.1.0.0-1", _changed("answered", lambda each: each.update(timestamp="2099-01-01T00:00:00Z"))),
    ("9.3.4.0-2", _changed("passed", lambda each: each["result"]["score"].update(scaled=0.6))),
    ("9.3.5.0-2", _changed("failed", lambda each: each["result"]["score"].update(scaled=0.7))),
    ("4.1.0.0-1", _changed("passed", lambda each: each["result"]["score"].update(scaled=80))),
    ("4.1.0.0-1", _changed("passed", lambda each: each["result"]["score"].update(raw=101))),
    ("9.5.1.0-3", _changed("passed", lambda each: each["result"]["score"].pop("max"))),
    ("9.5.1.0-2", _changed("completed", lambda each: each["result"].update(score={"scaled": 1}))),
    ("9.5.2.0-1", _changed("passed", lambda each: each["result"].update(success=False))),
    ("9.5.2.0-2 9.6.2.2-2", _changed("failed", lambda each: each["result"].pop("success"))),
    ("9.5.2.0-3 9.6.2.2-1", _changed("terminated", lambda each: each["result"].update(success=True))),
    ("9.5.3.0-1 9.6.2.2-2", _changed("completed", lambda each: each["result"].pop("completion"))),
    ("9.5.3.0-2", _changed("passed", lambda each: each["result"].update(completion=True))),
    ("9.5.4.1-1", _changed("terminated", lambda each: each["result"].pop("duration"))),
    ("9.5.4.1-2", _changed("completed", lambda each: each["result"].pop("duration"))),
    ("9.5.4.1-3", _changed("passed", lambda each: each["result"].pop("duration"))),
    ("9.5.4.1-4", _changed("failed", lambda each: each["result"].pop("duration"))),
    ("4.1.0.0-1", _changed("terminated", lambda each: each["result"].update(duration="61 seconds"))),
    ("6.3.0.0-1", _changed("answered", lambda each: each["verb"].update(id=VERBS + "voided"))),
    ("10.2.1.0-5", lambda unit: unit.state("PUT", {}, stateId="LMS.LaunchData")),
    ("8.1.3.0-3", lambda unit: unit.state("GET", agent=json.dumps(OTHER))),
    ("8.1.4.0-3", lambda unit: unit.state("GET", registration=str(uuid.uuid4()))),
    ("10.1.0.0-3", lambda unit: unit.state("GET", activityId="urn:test:au")),
    ("10.2.1.0-4", _without_launch_data),
    ("11.0.0.0-3", _without_prefs),
    ("11.0.0.0-1", lambda unit: unit.profile("GET", agent=json.dumps(OTHER))),
    ("11.0.0.0-4", lambda unit: unit.profile("GET", profileId="preferences")),
    ("11.0.0.0-5", lambda unit: unit.profile("PUT", {"languagePreference": "en"})),
    ("11.1.0.0-1", lambda unit: unit.profile("PUT", {"languagePreference": "en; hi", "audioPreference": "on"})),
]


@pytest.mark.parametrize(("broken", "act"), WRONG, ids=[f"{at} {broken}" for at, (broken, _) in enumerate(WRONG)])
def test_catches(unit: Unit, lms: Any, broken: str, act: Callable[[Unit], object]) -> None:
    act(unit)
    assert {found for found, _ in lms.books.violations} == set(broken.split())


@pytest.mark.parametrize(("mode", "requirement"), [("Browse", "10.2.2.0-9"), ("Review", "10.2.2.0-11")])
def test_catches_a_verdict_where_nothing_is_judged(lms: Any, mode: str, requirement: str) -> None:
    unit = Unit(lms, mode=mode)
    unit.begin()
    assert unit.say("initialized") == 200
    assert unit.say("completed") == 403
    assert [found for found, _ in lms.books.violations] == [requirement]


@pytest.mark.parametrize(
    ("first", "again", "requirement"),
    [("completed", "completed", "9.3.0.0-6"), ("passed", "passed", "9.3.0.0-7"), ("passed", "failed", "9.3.0.0-8")],
)
def test_catches_a_verdict_said_again_in_another_session(lms: Any, first: str, again: str, requirement: str) -> None:
    for verb, status in ((first, 200), (again, 403)):
        unit = Unit(lms)
        unit.begin()
        assert unit.say("initialized") == 200
        assert unit.say(verb) == status
        assert unit.say("terminated") == 200
    assert [found for found, _ in lms.books.audit()] == [requirement]


def test_catches_a_session_without_beginning_or_end(lms: Any, unit: Unit) -> None:
    unit.say("initialized")
    Unit(lms).fetch()
    assert [found for found, _ in lms.books.audit()] == ["9.3.8.0-1", "7.1.1.0-1"]


def test_takes_no_progress_after_the_last_statement(lms: Any, unit: Unit) -> None:
    unit.say("initialized")
    unit.say("terminated")
    assert unit.state("PUT", {"page": 4})[0] == 401
    assert lms.books.audit() == []


def test_takes_nothing_from_a_session_that_was_abandoned(lms: Any, unit: Unit) -> None:
    unit.say("initialized")
    Unit(lms)
    assert unit.say("terminated") == 401


def test_keeps_documents_by_their_conditions(lms: Any, unit: Unit) -> None:
    lms.books.insists = True
    assert unit.state("PUT", {"page": 1})[0] == 409
    unit.headers["If-None-Match"] = "*"
    assert unit.state("PUT", {"page": 1})[0] == 204
    assert unit.state("PUT", {"page": 2})[0] == 412
    del unit.headers["If-None-Match"]
    unit.headers["If-Match"] = '"another"'
    assert unit.state("PUT", {"page": 2})[0] == 412
    assert unit.state("GET")[1] == {"page": 1}


def test_every_requirement_is_broken_here(lms: Any) -> None:
    apart = {"10.2.2.0-9", "10.2.2.0-11", "9.3.0.0-6", "9.3.0.0-7", "9.3.8.0-1", "7.1.1.0-1"}
    assert {each for broken, _ in WRONG for each in broken.split()} | apart == set(lms.books.requirements)
