"""What is wrong with a statement: a statement and the session that sent it come in, requirement ids with details go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

Fault = tuple[str, str]

VERBS = "http://adlnet.gov/expapi/verbs/"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVEON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
SESSION_ID = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
DEFINED = ("initialized", "completed", "passed", "failed", "terminated")
_DURATIONS = {"terminated": "9.5.4.1-1", "completed": "9.5.4.1-2", "passed": "9.5.4.1-3", "failed": "9.5.4.1-4"}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)")
_UTC = re.compile(r".*(Z|[+]00(:?00)?)")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?|P\d+W")
_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass
class Terms:
    """What a session was launched with."""

    session: str
    mode: str
    mastery: float | None
    template: dict[str, Any]
    activity: str
    registration: str
    actor: dict[str, Any]


@dataclass
class Course:
    """What a session, and its registration for this unit, have had so far."""

    verbs: list[str] = field(default_factory=list)
    last: datetime | None = None
    read: set[str] = field(default_factory=set)
    registered: set[str] = field(default_factory=set)


def faults(statement: dict[str, Any], terms: Terms, course: Course) -> list[Fault]:
    """Everything that is wrong, each under the id of its requirement. ``course`` takes the statement in if nothing is."""
    found = [*_form(statement, terms), *_time(statement, course)]
    if not found:
        found = [*_context(statement, terms), *_order(statement, terms, course)]
        if is_defined(statement):
            found += [each for check in _CHECKS for each in check(statement, terms, course)]
    if not found:
        _take(statement, course)
    return found


def is_defined(statement: dict[str, Any]) -> bool:
    return CMI5 in _categories(statement)


def verb(statement: dict[str, Any]) -> str:
    """The last part of a verb of ADL's, the whole id of another one."""
    return str(statement["verb"]["id"]).removeprefix(VERBS)


def _take(statement: dict[str, Any], course: Course) -> None:
    course.last = _moment(statement)
    if is_defined(statement):
        course.verbs.append(verb(statement))
        course.registered.add(verb(statement))


def _form(statement: dict[str, Any], terms: Terms) -> Iterator[Fault]:
    for part in ("actor", "verb", "object"):
        if not isinstance(statement.get(part), dict):
            yield ("9.4.0.0-1" if part == "object" else "4.1.0.0-1"), f"no {part}"
            return
    if not _IRI.fullmatch(str(statement["verb"].get("id"))):
        yield "4.1.0.0-1", f"verb {statement['verb']}"
        return
    if not _UUID.fullmatch(str(statement.get("id"))):
        yield "9.1.0.0-1", f"id {statement.get('id')}"
    if verb(statement) == "voided":
        yield "6.3.0.0-1", "voided"
    if statement["actor"] != terms.actor:
        yield "8.1.3.0-3", f"actor {statement['actor']}"
    if not _IRI.fullmatch(str(statement["object"].get("id"))):
        yield "4.1.0.0-1", f"object {statement['object']}"


def _moment(statement: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(str(statement["timestamp"]).replace("Z", "+00:00"))


def _time(statement: dict[str, Any], course: Course) -> Iterator[Fault]:
    stamp = str(statement.get("timestamp", ""))
    if not _TIME.fullmatch(stamp):
        yield "9.7.0.0-1", f"time {stamp!r}"
    elif not _UTC.fullmatch(stamp):
        yield "9.7.0.0-2", stamp
    elif course.last and _moment(statement) < course.last:
        yield "9.7.0.0-1", f"{stamp} after {course.last.isoformat()}"
    elif _moment(statement) > datetime.now(UTC) + timedelta(minutes=1):
        yield "4.1.0.0-1", f"{stamp} lies in the future"


def _categories(statement: dict[str, Any]) -> set[str]:
    listed = statement.get("context", {}).get("contextActivities", {}).get("category", [])
    return {str(each.get("id")) for each in (listed if isinstance(listed, list) else [listed])}


def _context(statement: dict[str, Any], terms: Terms) -> Iterator[Fault]:
    context = statement.get("context")
    if not isinstance(context, dict):
        yield "9.6.0.0-1", "no context"
        return
    if context.get("registration") != terms.registration:
        yield "9.6.1.0-1", f"registration {context.get('registration')}"
    if SESSION_ID not in context.get("extensions", {}):
        yield "9.6.3.1-4", "no session id"
    yield from _template(context, terms.template, ())
    judging = {"success", "completion"} & set(statement.get("result", {}))
    if MOVEON in _categories(statement) and not (is_defined(statement) and judging):
        yield "9.6.2.2-2", verb(statement)
    if verb(statement) in DEFINED and not is_defined(statement):
        yield "9.6.2.1-1", verb(statement)


def _template(found: Any, template: Any, path: tuple[str, ...]) -> Iterator[Fault]:
    """Objects may have more than the template, lists of activities too; nothing of it may be missing or another."""
    if isinstance(template, dict) and isinstance(found, dict):
        for key, value in template.items():
            if key not in found:
                yield "10.2.1.0-6", f"{'.'.join((*path, key))} is missing"
            else:
                yield from _template(found[key], value, (*path, key))
    elif isinstance(template, list) and isinstance(found, list):
        for each in template:
            if each not in found:
                yield "10.2.1.0-6", f"{'.'.join(path)} lacks {each}"
    elif found != template:
        yield "10.2.1.0-7", f"{'.'.join(path)} is {found}"


def _order(statement: dict[str, Any], terms: Terms, course: Course) -> Iterator[Fault]:
    said = verb(statement)
    first = said == "initialized" and is_defined(statement)
    if "terminated" in course.verbs:
        yield ("9.3.0.0-5" if is_defined(statement) else "7.1.3.0-1"), f"{said} after terminated"
    elif "initialized" not in course.verbs and not first:
        yield ("9.3.0.0-4" if is_defined(statement) else "7.1.3.0-1"), f"{said} before initialized"
    if first and "launch data" not in course.read:
        yield "10.2.1.0-4", "launch data were not read"
    if first and "preferences" not in course.read:
        yield "11.0.0.0-3", "learner preferences were not read"
    if terms.mode != "Normal" and said not in ("initialized", "terminated") and is_defined(statement):
        yield ("10.2.2.0-9" if terms.mode == "Browse" else "10.2.2.0-11"), said


def _object(statement: dict[str, Any], terms: Terms, _: Course) -> Iterator[Fault]:
    if statement["object"].get("id") != terms.activity:
        yield "8.1.5.0-6", f"object {statement['object'].get('id')}"


def _once(statement: dict[str, Any], _: Terms, course: Course) -> Iterator[Fault]:
    said = verb(statement)
    if said not in DEFINED:
        yield "9.3.0.0-1", said
    if said in course.verbs:
        yield "9.3.0.0-2", said
    if {said, *course.verbs} >= {"passed", "failed"}:
        yield "9.3.0.0-3", f"{said} after {course.verbs}"
    if said == "completed" and said in course.registered:
        yield "9.3.0.0-6", said
    if said == "passed" and said in course.registered:
        yield "9.3.0.0-7", said
    if said == "failed" and "passed" in course.registered:
        yield "9.3.0.0-8", said


def _result(statement: dict[str, Any], _: Terms, __: Course) -> Iterator[Fault]:
    said, result = verb(statement), statement.get("result", {})
    if said == "passed" and result.get("success") is not True:
        yield "9.5.2.0-1", str(result)
    elif said == "failed" and result.get("success") is not False:
        yield "9.5.2.0-2", str(result)
    elif said not in ("passed", "failed") and "success" in result:
        yield "9.5.2.0-3", said
    if said == "completed" and result.get("completion") is not True:
        yield "9.5.3.0-1", str(result)
    elif said != "completed" and "completion" in result:
        yield "9.5.3.0-2", said
    if said in _DURATIONS and "duration" not in result:
        yield _DURATIONS[said], said
    elif "duration" in result and not _DURATION.fullmatch(str(result["duration"])):
        yield "4.1.0.0-1", f"duration {result['duration']}"
    if {"success", "completion"} & set(result) and MOVEON not in _categories(statement):
        yield "9.6.2.2-1", said


def _score(statement: dict[str, Any], terms: Terms, _: Course) -> Iterator[Fault]:
    said, score = verb(statement), statement.get("result", {}).get("score")
    judging = said in ("passed", "failed")
    if judging and terms.mastery is not None:
        named = statement["context"].get("extensions", {}).get(MASTERY)
        if named != terms.mastery:
            yield "9.6.3.2-2", f"mastery score {named}"
    if score is None:
        return
    if not judging:
        yield "9.5.1.0-2", said
    if "raw" in score and not {"min", "max"} <= set(score):
        yield "9.5.1.0-3", str(score)
    elif "raw" in score and not score["min"] <= score["raw"] <= score["max"]:
        yield "4.1.0.0-1", str(score)
    scaled = score.get("scaled")
    if scaled is None:
        return
    if not 0 <= scaled <= 1:
        yield "4.1.0.0-1", f"scaled {scaled}"
    elif said == "passed" and terms.mastery is not None and scaled < terms.mastery:
        yield "9.3.4.0-2", f"{scaled} of {terms.mastery}"
    elif said == "failed" and terms.mastery is not None and scaled >= terms.mastery:
        yield "9.3.5.0-2", f"{scaled} of {terms.mastery}"


_CHECKS: tuple[Callable[[dict[str, Any], Terms, Course], Iterator[Fault]], ...] = (_object, _once, _result, _score)
