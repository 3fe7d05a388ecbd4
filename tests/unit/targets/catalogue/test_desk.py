"""What the page has for trainers besides decks, and the page in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from builders.model.artefacts import (
    PARTICIPANT,
    Artefact,
    Entry,
    calendar,
    day_deck,
    notes_pdf,
    printable,
    session_deck,
    slides_pdf,
    take_along,
)
from builders.model.curriculum import Curriculum
from builders.targets.catalogue import build, pages

Editions = Mapping[str, Curriculum]
Make = Callable[[Artefact, int], Entry]


def _made(entry: Make, *artefacts: Artefact) -> tuple[Entry, ...]:
    return tuple(entry(artefact, at) for at, artefact in enumerate(artefacts, start=1))


def test_a_page_for_each_language(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    made = {page.path: parsed(page.data) for page in pages(entries, editions=editions, commit="")}
    assert list(made) == ["index.html", "index.hi.html"]
    assert ("html", {"lang": "hi-IN"}) in made["index.hi.html"].tags
    assert "अपना हिस्सा खोजिए" in made["index.hi.html"].html
    assert "index.hi.html" in made["index.html"].addresses
    files = [{address for address in page.addresses if "/" in address} for page in made.values()]
    assert files[0] == files[1]
    for page in made.values():
        assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)


def test_what_trainers_take_along_stands_with_the_course_the_role_and_the_language(
    entry: Make, editions: Editions, parsed: Any
) -> None:
    zips = [take_along(language, "short", "1.0.0") for language in ("en", "hi")]
    page = parsed(build(_made(entry, *zips), editions=editions, commit="").data)
    addresses = [address for address, _ in page.links]
    for zip_ in zips:
        assert addresses.count(zip_.path) == 3
    card = page.html[page.html.index('id="trainer"') : page.html.index('id="administrator"')]
    assert all(zip_.path in card for zip_ in zips)


def test_calendars_say_when_they_begin(entry: Make, editions: Editions, parsed: Any) -> None:
    page = parsed(build(_made(entry, calendar("en", "short", ("2027-02-05",))), editions=editions, commit="").data)
    assert "Calendar from 2027-02-05" in page.html
    assert ">ICS · 1 kB<" not in page.html  # the digest stands behind it
    assert "ICS · 1 kB ·" in page.around("calendar/en/short.ics")


def test_forms_and_editions_of_a_deck_are_told_apart(entry: Make, editions: Editions, parsed: Any) -> None:
    deck, handed = session_deck("en", "short", "empathy.listen", "1.2.0"), day_deck("en", "short", 1, PARTICIPANT)
    made = _made(entry, deck, slides_pdf(deck), notes_pdf(deck), day_deck("en", "short", 1), handed, slides_pdf(handed))
    page = parsed(build(made, editions=editions, commit="").data)
    words = {address: " ".join(words.split()) for address, words in page.links}
    assert len({words[item.artefact.path] for item in made}) == len(made)
    assert words[slides_pdf(deck).path] == "Slides as PDF English Listening & hearing"
    assert words[handed.path] == "Slides for participants English The counter"
    assert page.html.count('<li><a href="decks/') == 2, "one item for each place and language"
    assert words[deck.path] == "English Listening & hearing"


def test_sheets_to_print_have_size_and_digest(entry: Make, editions: Editions, parsed: Any) -> None:
    sheet = printable("hi", "day-1.pdf", item="day-sheet", course="short", day=1)
    page = parsed(build(_made(entry, sheet), editions=editions, commit="").data)
    beside = page.around(sheet.path)
    assert "PDF · 1 kB ·" in beside
    assert "000000000001" in beside
    assert "1 sheet to print" in page.html
