"""What is translated shows its own words; what is not says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from builders.model.artefacts import Artefact, Entry, Kind, package
from builders.model.curriculum import Curriculum
from builders.targets.catalogue import build

Editions = Mapping[str, Curriculum]
SIGN = "Not yet translated"


def _page(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> Any:
    return parsed(build(entries, editions=editions, commit="").data)


def _module(html: str, id: str) -> str:
    start = html.index(f'id="module-{id}"')
    return html[start : html.index("</section>", start)]


def test_titles_stand_in_their_language(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(entries, editions, parsed)
    for title in ("अच्छी पुलिस", "एक दिन", "समानुभूति", "सुनना"):
        assert f'<span lang="hi-IN">{title}</span>' in page.html


def test_a_deck_without_translation_is_marked(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(entries, editions, parsed)
    assert SIGN in page.around("decks/hi/short/cyber.fraud.pptx")
    assert SIGN not in page.around("decks/hi/short/empathy.listen.pptx")
    assert SIGN not in page.around("decks/en/short/cyber.fraud.pptx")


def test_a_days_deck_says_how_many_of_its_sessions_are_translated(
    entries: tuple[Entry, ...], editions: Editions, parsed: Any
) -> None:
    page = _page(entries, editions, parsed)
    assert "1 of 3 sessions translated" in page.around("decks/hi/short/day-1.pptx")
    assert "translated" not in page.around("decks/en/short/day-1.pptx")


def test_a_module_without_package_is_marked(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = _page(entries, editions, parsed)
    assert SIGN in _module(page.html, "cyber")
    assert "No package" in _module(page.html, "cyber")
    assert "No package" not in _module(page.html, "empathy")
    assert "1 of 2 sessions translated" in _module(page.html, "empathy")


def test_a_package_of_an_untranslated_module_is_marked(
    entries: tuple[Entry, ...], editions: Editions, parsed: Any, entry: Any
) -> None:
    untranslated: Artefact = package(Kind.SCORM12, ("hi",), "1.2.0", module="cyber")
    page = _page((*entries, entry(untranslated, 99)), editions, parsed)
    assert untranslated.path in page.addresses
    assert SIGN in _module(page.html, "cyber")
    assert "No package" not in _module(page.html, "cyber")


def test_a_stale_title_is_marked(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    hindi = editions["hi"]
    empathy = hindi.modules[0]
    sessions = tuple(replace(session, title=replace(session.title, stale=True)) for session in empathy.sessions)
    stale = replace(hindi, modules=(replace(empathy, sessions=sessions), *hindi.modules[1:]))
    page = _page(entries, {**editions, "hi": stale}, parsed)
    assert "Translation of an earlier version" in page.around("decks/hi/short/empathy.listen.pptx")


def test_an_edition_says_how_far_it_is_translated(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    html = _page(entries, editions, parsed).html
    assert "1 of 2 modules and 1 of 3 sessions translated" in html
    assert html.count(" modules and ") == 1  # the source needs no translation
