"""The books of a system that keeps to cmi5 in every point: launches, requests and answers of units, and what was wrong."""

from __future__ import annotations

import copy
import hashlib
import json
import re
import threading
import uuid
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

NAMESPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
LAUNCH_DATA = "LMS.LaunchData"
PREFERENCES = "cmi5LearnerPreferences"
_TAGS = re.compile(r"[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*")


@dataclass
class Answer:
    """What goes back: a status, JSON or nothing, the ETag of a document."""

    status: int
    body: Any = None
    etag: str = ""


@dataclass
class Request:
    """A call of the unit's, its JSON read already; ``malformed`` where that could not be done."""

    method: str
    resource: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any = None
    malformed: bool = False


@dataclass
class Registration:
    """A learner's enrolment: what each unit has reached (verbs by AU id) and who it is."""

    id: str
    actor: dict[str, Any]
    reached: dict[str, set[str]] = field(default_factory=dict)

    def satisfied(self, au: ElementTree.Element) -> bool:
        """Whether a unit's ``moveOn`` is met (cmi5 13.1.4)."""
        had = self.reached.get(au.attrib["id"], set())
        return {
            "Passed": "passed" in had,
            "Completed": "completed" in had,
            "CompletedAndPassed": {"completed", "passed"} <= had,
            "CompletedOrPassed": bool({"completed", "passed"} & had),
            "NotApplicable": True,
        }[au.attrib.get("moveOn", "NotApplicable")]


@dataclass
class Session:
    """One launch. ``course`` is what it has had, ``terms`` what it was launched with (see the judge)."""

    id: str
    token: str
    au: ElementTree.Element
    registration: Registration
    terms: Any
    course: Any
    asked: int = 0
    abandoned: bool = False

    @property
    def over(self) -> bool:
        return self.abandoned or "terminated" in self.course.verbs


class Books:
    """``judge`` is the module that knows what is wrong with a statement, ``requirements`` names every id there is."""

    def __init__(self, judge: Any, requirements: dict[str, str]) -> None:
        self.judge = judge
        self.requirements = requirements
        self.lock = threading.RLock()
        self.sessions: list[Session] = []
        self.statements: dict[str, dict[str, Any]] = {}
        self.documents: dict[tuple[str, ...], Any] = {}
        self.violations: list[tuple[str, str]] = []
        self.requests: list[Request] = []
        self.insists = False  # on conditions for state, as xAPI 2.0 does
        self.error = ""  # code with which tokens are refused

    def blame(self, requirement: str, detail: str) -> None:
        assert requirement in self.requirements, requirement
        self.violations.append((requirement, detail))

    def open(self, au: ElementTree.Element, registration: Registration, launch: dict[str, Any], activity: str) -> Session:
        """A session for a unit; whatever the learner left open is abandoned (cmi5 9.3.6)."""
        for session in self.sessions:
            session.abandoned |= session.registration is registration and not session.over
        own = str(uuid.uuid4())
        template = copy.deepcopy(launch["contextTemplate"])
        template.setdefault("extensions", {})[self.judge.SESSION_ID] = own
        activities = template.setdefault("contextActivities", {})
        activities["grouping"] = [{"id": au.attrib["id"]}, *activities.get("grouping", [])]
        terms = self.judge.Terms(
            own, launch["launchMode"], launch.get("masteryScore"), template, activity, registration.id, registration.actor
        )
        course = self.judge.Course(registered=registration.reached.setdefault(au.attrib["id"], set()))
        session = Session(own, f"token-{len(self.sessions)}", au, registration, terms, course)
        self.documents[(activity, registration.id, LAUNCH_DATA)] = {**launch, "contextTemplate": template}
        self.sessions.append(session)
        return session

    def fetched(self, session: Session, method: str) -> Answer:
        """The token, once (cmi5 8.2)."""
        if method != "POST":
            self.blame("8.2.1.0-2", method)
            return Answer(405)
        session.asked += 1
        if self.error:
            return Answer(200, {"error-code": self.error, "error-text": "No."})
        if session.asked > 1:
            self.blame("8.2.3.0-1", f"asked {session.asked} times")
            return Answer(200, {"error-code": "1", "error-text": "The token was given out before."})
        return Answer(200, {"auth-token": session.token})

    def audit(self, *, excused: int = 0) -> list[tuple[str, str]]:
        """All violations, with those that show only in the end. ``excused`` sessions had no way to say terminated."""
        unended = 0
        for session in self.sessions:
            if session.asked and "initialized" not in session.course.verbs:
                self.blame("7.1.1.0-1", session.id)
            elif session.asked and "terminated" not in session.course.verbs:
                unended += 1
                if unended > excused:
                    self.blame("9.3.8.0-1", session.id)
        return self.violations

    def answer(self, request: Request) -> Answer:
        """Any call to the endpoint."""
        self.requests.append(request)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if not token:
            self.blame("8.1.2.0-5", f"{request.method} {request.resource}")
            return Answer(401)
        if scheme != "Basic":
            self.blame("8.2.1.0-5", scheme)
            return Answer(401)
        session = next((each for each in self.sessions if each.token == token and each.asked), None)
        if session is None or session.abandoned:
            return Answer(401)
        if not request.headers.get("x-experience-api-version", "").startswith("1.0") or request.malformed:
            self.blame("4.1.0.0-1", f"{request.method} {request.resource}")
            return Answer(400)
        if request.resource == "statements":
            return self._statements(request, session)
        if request.resource == "activities/state":
            return self._state(request, session)
        return self._profile(request, session) if request.resource == "agents/profile" else Answer(404)

    def _statements(self, request: Request, session: Session) -> Answer:
        if request.method == "GET":
            found = self.statements.get(request.query.get("statementId", ""))
            return Answer(200, found) if found else Answer(404)
        sent = request.body if isinstance(request.body, list) else [request.body]
        if request.method == "PUT" and (len(sent) != 1 or sent[0].get("id") != request.query.get("statementId")):
            self.blame("4.1.0.0-1", "statementId is not the statement's id")
            return Answer(400)
        known = [each for each in sent if self.statements.get(str(each.get("id")), each) is not each]
        if any(self.statements[each["id"]] != each for each in known):
            self.blame("9.1.0.0-1", "an id was used for another statement")
            return Answer(409)
        course = copy.deepcopy(session.course)
        found = [fault for each in sent if each not in known for fault in self.judge.faults(each, session.terms, course)]
        for fault in found:
            self.blame(*fault)
        if found:
            return Answer(403)
        session.course = course
        session.registration.reached[session.au.attrib["id"]] = course.registered
        self.statements |= {each["id"]: each for each in sent}
        return Answer(204) if request.method == "PUT" else Answer(200, [each["id"] for each in sent])

    def _state(self, request: Request, session: Session) -> Answer:
        asked, terms = request.query, session.terms
        if _json(asked.get("agent")) != terms.actor:
            self.blame("8.1.3.0-3", f"agent {asked.get('agent')}")
        elif asked.get("registration") != terms.registration:
            self.blame("8.1.4.0-3", f"registration {asked.get('registration')}")
        elif asked.get("activityId") != terms.activity:
            self.blame("10.1.0.0-3", f"activity {asked.get('activityId')}")
        elif asked.get("stateId") == LAUNCH_DATA and request.method != "GET":
            self.blame("10.2.1.0-5", request.method)
        elif session.over:
            return Answer(401)  # 8.1.2.0-2 binds the system, and no page knows which of its last requests comes first
        else:
            if asked.get("stateId") == LAUNCH_DATA:
                session.course.read.add("launch data")
            return self._document(request, (terms.activity, terms.registration, str(asked.get("stateId"))))
        return Answer(403)

    def _profile(self, request: Request, session: Session) -> Answer:
        if _json(request.query.get("agent")) != session.terms.actor:
            self.blame("11.0.0.0-1", f"agent {request.query.get('agent')}")
            return Answer(403)
        if request.query.get("profileId") != PREFERENCES:
            self.blame("11.0.0.0-4", f"profile {request.query.get('profileId')}")
            return Answer(403)
        if request.method == "GET":
            session.course.read.add("preferences")
        elif not isinstance(request.body, dict) or set(request.body) != {"languagePreference", "audioPreference"}:
            self.blame("11.0.0.0-5", str(request.body))
            return Answer(400)
        elif not _TAGS.fullmatch(request.body["languagePreference"]):
            self.blame("11.1.0.0-1", request.body["languagePreference"])
            return Answer(400)
        elif "if-match" not in request.headers and "if-none-match" not in request.headers:
            self.blame("4.1.0.0-1", "a profile is written without a condition")
            return Answer(409)
        return self._document(request, (PREFERENCES,))

    def _document(self, request: Request, key: tuple[str, ...]) -> Answer:
        """Documents with conditions (xAPI 1.0.3, part three, 3.1)."""
        known = self.documents.get(key)
        tag = f'"{hashlib.sha1(json.dumps(known).encode(), usedforsecurity=False).hexdigest()}"' if known is not None else ""
        if request.method == "GET":
            return Answer(200, known, tag) if known is not None else Answer(404)
        match, none_match = request.headers.get("if-match"), request.headers.get("if-none-match")
        if (match and (not tag or match not in ("*", tag))) or (none_match == "*" and tag):
            return Answer(412)
        if self.insists and not match and not none_match:
            return Answer(409)
        if request.method == "DELETE":
            self.documents.pop(key, None)
        else:
            self.documents[key] = request.body
        return Answer(204)


def _json(text: str | None) -> Any:
    try:
        return json.loads(text or "")
    except ValueError:
        return None
