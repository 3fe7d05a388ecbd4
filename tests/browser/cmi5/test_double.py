"""The double is strict: units that do one thing wrong are caught, each under the requirement that it breaks."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

VERBS = "http://adlnet.gov/expapi/verbs/"
CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/"
UNIT = (
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">'
    '<au id="urn:test:au" moveOn="CompletedAndPassed" masteryScore="0.7"><url>index.html</url></au></courseStructure>'
)
OTHER = {"objectType": "Agent", "account": {"homePage": "http://127.0.0.1/lms", "name": "learner-2"}}
Unit = Any  # the class of raw.py


@pytest.fixture
def lms(system: Callable[..., Any]) -> Any:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("cmi5.xml", UNIT)
    return system(buffer.getvalue())


@pytest.fixture
def unit(lms: Any, launched: Callable[..., Unit]) -> Unit:
    return launched(lms)


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
def test_catches_a_verdict_where_nothing_is_judged(lms: Any, launched: Callable[..., Unit], mode: str, requirement: str) -> None:
    unit = launched(lms, mode=mode)
    assert unit.say("initialized") == 200
    assert unit.say("completed") == 403
    assert [found for found, _ in lms.books.violations] == [requirement]


@pytest.mark.parametrize(
    ("first", "again", "requirement"),
    [("completed", "completed", "9.3.0.0-6"), ("passed", "passed", "9.3.0.0-7"), ("passed", "failed", "9.3.0.0-8")],
)
def test_catches_a_verdict_said_again_in_another_session(
    lms: Any, launched: Callable[..., Unit], first: str, again: str, requirement: str
) -> None:
    for verb, status in ((first, 200), (again, 403)):
        unit = launched(lms)
        assert unit.say("initialized") == 200
        assert unit.say(verb) == status
        assert unit.say("terminated") == 200
    assert [found for found, _ in lms.books.audit()] == [requirement]


def test_catches_a_session_without_beginning_or_end(lms: Any, unit: Unit, launched: Callable[..., Unit]) -> None:
    unit.say("initialized")
    launched(lms)
    assert [found for found, _ in lms.books.audit()] == ["9.3.8.0-1", "7.1.1.0-1"]


def test_takes_no_progress_after_the_last_statement(lms: Any, unit: Unit) -> None:
    unit.say("initialized")
    unit.say("terminated")
    assert unit.state("PUT", {"page": 4})[0] == 401
    assert lms.books.audit() == []


def test_takes_nothing_from_a_session_that_was_abandoned(lms: Any, unit: Unit, launched: Callable[..., Unit]) -> None:
    unit.say("initialized")
    launched(lms)
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
