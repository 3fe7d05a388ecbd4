"""Digests of slices follow the meaning and not the place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders.diagnostics.location import Location
from builders.model.artefacts import Artefact, Kind, day_deck, package, printable, session_deck
from builders.model.blocks import Prose, Reference
from builders.model.curriculum import Curriculum
from builders.model.digest import Digester
from builders.model.slices import Slicer
from builders.model.text import Text


@pytest.fixture(scope="module")
def edition(reading: Any) -> Curriculum:
    found: Curriculum = reading.editions["en"]
    return found


def _edited(edition: Curriculum, session: str, *, only_moved: bool = False) -> Curriculum:
    """The edition with one more paragraph in a session's first segment, or with the session moved down a line."""
    modules = []
    for module in edition.modules:
        sessions = []
        for found in module.sessions:
            if found.id == session:
                first = found.segments[0]
                at = Location(first.at.file, first.at.line + 1, 1)
                blocks = first.blocks if only_moved else (*first.blocks, Prose(Text("More.", "en", at)))
                found = replace(found, segments=(replace(first, at=at, blocks=blocks), *found.segments[1:]))  # noqa: PLW2901
            sessions.append(found)
        modules.append(replace(module, sessions=tuple(sessions)))
    return replace(edition, modules=tuple(modules))


def _digest(artefact: Artefact, edition: Curriculum) -> str:
    return Digester().digest(Slicer(edition).slice_for(artefact))


def test_place_does_not_count(edition: Curriculum) -> None:
    moved = _edited(edition, "empathy.listening", only_moved=True)
    assert Digester().digest(moved) == Digester().digest(edition)


@pytest.mark.parametrize(
    ("artefact", "touched"),
    [
        (session_deck("en", "two-day", "empathy.listening", "1"), True),
        (session_deck("en", "two-day", "empathy.first-minutes", "1"), False),
        (day_deck("en", "two-day", 1), True),
        (day_deck("en", "two-day", 2), False),
        (package(Kind.SCORM12, ("en",), "1", module="empathy"), True),
        (package(Kind.SCORM2004, ("en",), "1", module="negotiation"), False),
    ],
)
def test_an_edit_touches_what_shows_it(edition: Curriculum, artefact: Artefact, touched: bool) -> None:
    edited = _edited(edition, "empathy.listening")
    assert (_digest(artefact, edited) != _digest(artefact, edition)) is touched


def test_a_deck_does_not_hang_on_what_it_does_not_show(edition: Curriculum) -> None:
    easy = replace(
        edition,
        modules=tuple(
            replace(module, sessions=tuple(replace(session, difficulties=()) for session in module.sessions))
            for module in edition.modules
        ),
    )
    deck = session_deck("en", "two-day", "empathy.listening", "1")
    plan = printable("en", "plan.pdf", item="session-plan", course="two-day", session="empathy.listening")
    assert _digest(deck, easy) == _digest(deck, edition)
    assert _digest(plan, easy) != _digest(plan, edition)


def test_a_deck_takes_along_what_its_session_shows_of_other_modules(edition: Curriculum) -> None:
    session = edition.session("negotiation.interests")
    assert session is not None
    first = session.segments[0]
    asked = edition.modules[-1].questions[0]
    shows = replace(first, blocks=(*first.blocks, Reference("question", asked.id, first.at)))
    modules = tuple(
        replace(
            module,
            sessions=tuple(
                replace(found, segments=(shows, *found.segments[1:])) if found.id == session.id else found
                for found in module.sessions
            ),
        )
        for module in edition.modules
    )
    sliced = Slicer(replace(edition, modules=modules)).slice_for(session_deck("en", "two-day", session.id, "1"))
    assert sliced.question(asked.id) == asked
    assert len([question for module in sliced.modules for question in module.questions]) < 10


def test_values_are_kept_apart() -> None:
    values: list[tuple[object, ...]] = [("ab", "c"), ("a", "bc"), (1,), ("1",), (True,), (None,), ((1,), 2), ((1, 2),), (b"1",), ()]
    assert len({Digester().digest(*value) for value in values}) == len(values)


def test_shared_nodes_count_by_what_they_are(edition: Curriculum) -> None:
    digester = Digester()
    assert digester.digest(edition.terms) == Digester().digest(tuple(replace(term) for term in edition.terms))
    assert digester.digest(edition.terms) == digester.digest(edition.terms)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(TypeError, match="no digest for list"):
        Digester().digest([1])
