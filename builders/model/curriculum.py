"""One language edition of a whole curriculum: comes out of the reader, goes into rules and targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from builders.diagnostics.location import Location
from builders.model.courses import Course
from builders.model.modules import Module, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.model.text import Text
from builders.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliography entry. ``status`` is verified or unverified."""

    id: str
    title: str
    publisher: str
    address: str
    status: str
    review_by: date | None
    note: str
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry. ``renderings`` pairs a language with the fixed rendering; ``definition`` is in this edition's words."""

    id: str
    term: str
    definition: Text
    renderings: tuple[tuple[str, str], ...]
    status: str
    at: Location = field(compare=False)

    def rendering(self, language: str) -> str:
        """The term in a language, in the source language where there is none."""
        return dict(self.renderings).get(language, self.term)


@dataclass(frozen=True, slots=True)
class Competency:
    """``kind`` is behavioural, functional or domain."""

    id: str
    title: Text
    kind: str
    description: Text
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Need:
    """A training need found with citizens or personnel."""

    id: str
    statement: str
    heard_from: str
    evidence: str
    modules: tuple[str, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Video:
    """An external video. ``address`` is ``pending`` until the department names it."""

    id: str
    title: Text
    provider: str
    address: str
    minutes: int
    key_points: tuple[Text, ...]
    prompts: tuple[Text, ...]
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Published:
    """Where the handbooks can be read on the web: the addresses of what the build calls ``handbook/`` and ``participants/``,
    each empty where it is not published."""

    handbook: str = ""
    participants: str = ""


@dataclass(frozen=True, slots=True)
class LmsSet:
    """Which packages are made: every combination of these that makes sense.

    ``of`` holds modules and courses; ``standards`` kinds of artefact such as scorm12; ``profiles`` names of SCORM profiles;
    ``languages`` each (a package for every language) and all (one package with all of them); ``granularity`` whole (launched
    as one) and session (every session and test is launched by itself).
    """

    of: tuple[str, ...] = ("modules",)
    standards: tuple[str, ...] = ("scorm12", "scorm2004")
    profiles: tuple[str, ...] = ("generic",)
    languages: tuple[str, ...] = ("each",)
    granularity: tuple[str, ...] = ("whole",)


@dataclass(frozen=True, slots=True)
class Curriculum:
    """One language edition. ``languages`` names all editions, the source language first. ``lms`` says what is made and not
    what is in it, so it takes no part in comparison; ``theme`` is what decks look like and ``published`` the addresses in
    them, so they do."""

    language: str
    languages: tuple[str, ...]
    title: Text
    issuer: Text
    licence: str
    longest_stretch: int
    modules: tuple[Module, ...]
    courses: tuple[Course, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    competencies: tuple[Competency, ...]
    needs: tuple[Need, ...]
    videos: tuple[Video, ...]
    at: Location = field(compare=False)
    lms: LmsSet = field(compare=False, default=LmsSet())
    theme: Theme = field(default=Theme())
    published: Published = field(default=Published())

    @property
    def source_language(self) -> str:
        return self.languages[0]

    def module(self, id: str) -> Module | None:
        return next((module for module in self.modules if module.id == id), None)

    def session(self, id: str) -> Session | None:
        module = self.module(id.partition(".")[0])
        return next((session for session in module.sessions if session.id == id), None) if module else None

    def question(self, id: str) -> Question | None:
        module = self.module(id.partition(".")[0])
        return module.question(id) if module else None

    def scenario(self, id: str) -> Scenario | None:
        module = self.module(id.partition(".")[0])
        return next((scenario for scenario in module.scenarios if scenario.id == id), None) if module else None

    def sop(self, id: str) -> Sop | None:
        module = self.module(id.partition(".")[0])
        return next((sop for sop in module.sops if sop.id == id), None) if module else None

    def source(self, id: str) -> Source | None:
        return next((source for source in self.sources if source.id == id), None)

    def term(self, id: str) -> Term | None:
        return next((term for term in self.terms if term.id == id), None)

    def video(self, id: str) -> Video | None:
        return next((video for video in self.videos if video.id == id), None)
