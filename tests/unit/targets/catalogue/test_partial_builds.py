"""A build of a part shows that part, and no heading, card or link without anything behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builders.model.artefacts import Entry, Kind
from builders.model.curriculum import Curriculum
from builders.targets.catalogue import build

Editions = Mapping[str, Curriculum]
NONE = "This build holds none of it."


@pytest.mark.parametrize(
    ("kinds", "sections", "empty_cards"),
    [
        ((Kind.HANDBOOK,), {"roles", "languages"}, 1),
        ((Kind.SESSION_DECK, Kind.DAY_DECK), {"roles", "courses", "languages"}, 1),
        ((Kind.SCORM12, Kind.SCORM2004), {"roles", "modules", "languages"}, 1),
        ((), {"roles"}, 2),
    ],
)
def test_only_one_kind(
    entries: tuple[Entry, ...], editions: Editions, parsed: Any, kinds: tuple[Kind, ...], sections: set[str], empty_cards: int
) -> None:
    some = tuple(entry for entry in entries if entry.artefact.kind in kinds)
    page = parsed(build(some, editions=editions, commit="").data)
    assert {"roles", "courses", "modules", "languages"} & set(page.ids) == sections
    assert page.html.count(NONE) == empty_cards
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)


def test_only_one_language(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    hindi = tuple(entry for entry in entries if entry.artefact.language == "hi")
    page = parsed(build(hindi, editions=editions, commit="").data)
    assert not any("/en/" in address or "-en-" in address for address in page.addresses)
    assert "No package" not in page.html


def test_only_one_session(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    one = tuple(entry for entry in entries if entry.artefact.session == "cyber.fraud")
    page = parsed(build(one, editions=editions, commit="").data)
    assert "Fraud online" in page.html
    assert "Staying calm" not in page.html
