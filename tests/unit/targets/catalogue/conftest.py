"""A small curriculum in English and half in Hindi, and a build of it, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from builders.diagnostics.location import Location
from builders.model.artefacts import Artefact, Entry, Kind, day_deck, handbook, package, session_deck
from builders.model.courses import ActivitySlot, Course, Day, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Segment, Session
from builders.model.text import Text

AT = Location("curriculum/curriculum.yaml", 1, 1)
TITLES = {
    "programme": ("Good policing", "अच्छी पुलिस"),
    "course": ("One day", "एक दिन"),
    "day": ("The counter", "काउंटर"),
    "listen": ("Listening & hearing", "सुनना"),
    "calm": ("Staying calm", ""),
    "fraud": ("Fraud online", ""),
    "empathy": ("Empathy", "समानुभूति"),
    "cyber": ("Cyber", ""),
}


def _text(key: str, language: str) -> Text:
    english, hindi = TITLES[key]
    return Text(hindi, "hi", AT) if language == "hi" and hindi else Text(english, "en", AT)


def _session(module: str, slug: str, language: str) -> Session:
    segment = Segment("first", _text(slug, language), 60, "core", (), AT)
    return Session(f"{module}.{slug}", _text(slug, language), None, (), (), (), (), (), (segment,), AT)


def _module(id: str, slugs: tuple[str, ...], language: str) -> Module:
    return Module(
        id=id,
        title=_text(id, language),
        summary=Text("", language, AT),
        version="1.2.0",
        status="draft",
        audience=Text("Station staff", "en", AT),
        competencies=(),
        keywords=(),
        objectives=(),
        sessions=tuple(_session(id, slug, language) for slug in slugs),
        questions=(),
        scenarios=(),
        sops=(),
        media=(),
        mastery=70,
        assessment_items=0,
        translated=language == "en" or bool(TITLES[id][1]),
        at=AT,
    )


def _edition(language: str) -> Curriculum:
    slots = (
        ActivitySlot("opening", Text("Opening", "en", AT), 30, None, (), AT),
        SessionSlot("empathy.listen", (), (), AT),
        SessionSlot("cyber.fraud", (), (), AT),
        SessionSlot("empathy.calm", (), (), AT),
    )
    day = Day("day-1", _text("day", language), 570, 780, slots, AT)
    audience = Text("Station staff", "en", AT)
    course = Course("short", _text("course", language), None, audience, "core", "1.0.0", (), (day,), None, None, AT)
    modules = (_module("empathy", ("listen", "calm"), language), _module("cyber", ("fraud",), language))
    issuer = Text("Training branch", "en", AT)
    title = _text("programme", language)
    return Curriculum(language, ("en", "hi"), title, issuer, "MIT", 90, modules, (course,), (), (), (), (), (), AT)


@pytest.fixture
def editions() -> Mapping[str, Curriculum]:
    """Hindi: module ``empathy`` with one of its two sessions; module ``cyber`` not at all."""
    return {language: _edition(language) for language in ("en", "hi")}


@pytest.fixture
def entry() -> Callable[[Artefact, int], Entry]:
    """Makes an entry; its digest is told by its number."""
    return lambda artefact, number: Entry(artefact, 1_000 * number + 400, f"{number:012x}" + "f" * 52)


@pytest.fixture
def entries(entry: Callable[[Artefact, int], Entry]) -> tuple[Entry, ...]:
    """All that a build makes; ``cyber`` has packages in English alone."""
    artefacts: list[Artefact] = []
    for language in ("en", "hi"):
        artefacts.append(handbook(language))
        artefacts += [session_deck(language, "short", id, "1.2.0") for id in ("empathy.listen", "cyber.fraud", "empathy.calm")]
        artefacts.append(day_deck(language, "short", 1))
        for module in ("empathy", "cyber") if language == "en" else ("empathy",):
            artefacts += [package(kind, (language,), "1.2.0", module=module) for kind in (Kind.SCORM12, Kind.SCORM2004)]
    return tuple(entry(artefact, number) for number, artefact in enumerate(artefacts, start=1))


@dataclass
class Page(HTMLParser):
    """What a test asks about a page. ``links`` pairs an address with the words of its link."""

    html: str
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open = False
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.tags.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self._open = True
            self.links.append((values["href"], ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            address, words = self.links[-1]
            self.links[-1] = (address, words + data)

    @property
    def addresses(self) -> set[str]:
        return {address for address, _ in self.links}

    def around(self, address: str) -> str:
        """The list item in which a link stands."""
        at = self.html.index(f'href="{address}"')
        return self.html[self.html.rindex("<li>", 0, at) : self.html.index("</li>", at)]


@pytest.fixture
def parsed() -> Callable[[bytes], Page]:
    return lambda data: Page(data.decode())
