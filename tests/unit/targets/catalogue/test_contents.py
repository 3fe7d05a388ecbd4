"""The page of contents in what a trainer takes along: it names every file of the zip, in the language of the zip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from builders.model.artefacts import Artefact, Entry, Kind, calendar, course_deck, printable, slides_pdf
from builders.model.curriculum import Curriculum
from builders.targets.catalogue import contents

Editions = Mapping[str, Curriculum]
Make = Callable[[Artefact, int], Entry]


@pytest.fixture
def held(entries: tuple[Entry, ...], entry: Make) -> tuple[Entry, ...]:
    """What the zip of the one course holds in Hindi."""
    decks = [
        each for each in entries if each.artefact.language == "hi" and (each.artefact.course or each.artefact.kind is Kind.HANDBOOK)
    ]
    more = (
        course_deck("hi", "short", "1.0.0"),
        slides_pdf(next(each.artefact for each in decks if each.artefact.day)),
        calendar("hi", "short", ("2027-02-05",)),
        printable("hi", "workbook.pdf", item="workbook", course="short"),
        printable("hi", "day-1.pdf", item="day-sheet", course="short", day=1),
        printable("hi", "plans/empathy.listen.pdf", item="session-plan", course="short", session="empathy.listen"),
    )
    return (*decks, *(entry(artefact, 100 + at) for at, artefact in enumerate(more)))


def _page(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> Any:
    made = contents(editions["hi"].courses[0], held, edition=editions["hi"])
    assert made.path == "index.html"
    return parsed(made.data)


def test_every_file_is_linked_once_and_nothing_else(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(held, editions, parsed)
    files = [address for address, _ in page.links if not address.startswith("handbook/")]
    assert sorted(files) == sorted(entry.artefact.path for entry in held if entry.artefact.kind is not Kind.HANDBOOK)
    pages = {"handbook/hi/courses/short.html", "handbook/hi/run/short.html", "handbook/hi/index.html"}
    assert {address for address in page.addresses if address.startswith("handbook/")} == pages


def test_links_are_told_apart_by_their_words(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(held, editions, parsed)
    words = [words for _, words in page.links]
    assert len(set(words)) == len(words)


def test_the_page_is_in_the_language_of_the_zip(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(held, editions, parsed)
    assert ("html", {"lang": "hi-IN"}) in page.tags
    assert "2027-02-05 से कैलेंडर" in page.html
    assert "संस्करण 1.0.0" in page.html


def test_without_a_handbook_the_page_says_so(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(tuple(entry for entry in held if entry.artefact.kind is not Kind.HANDBOOK), editions, parsed)
    assert "हैंडबुक इसमें नहीं है" in page.html
    assert not [address for address in page.addresses if address.startswith("handbook/")]


def test_nothing_is_fetched_and_nothing_runs(held: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(held, editions, parsed)
    assert not {"script", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert "default-src 'none'" in page.html
