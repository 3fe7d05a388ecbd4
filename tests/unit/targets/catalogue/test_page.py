"""The page as a whole: it accounts for everything that was built, and needs nothing but itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from builders.model.artefacts import PACKAGES, SITES, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.targets.catalogue import build

Editions = Mapping[str, Curriculum]
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_everything_built_is_linked_and_nothing_else(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = parsed(build(entries, editions=editions, commit=COMMIT).data)
    files = {address for address in page.addresses if not address.startswith("#")}
    expected = {entry.artefact.path + ("/index.html" if entry.artefact.kind is Kind.HANDBOOK else "") for entry in entries}
    sheets = {entry.artefact.sheets[0] for entry in entries if entry.artefact.kind in PACKAGES}
    assert sheets
    assert files == expected | sheets | {"build.json", "SHA256SUMS", "index.hi.html"}


def test_size_version_and_digest_stand_beside_each_file(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = parsed(build(entries, editions=editions, commit=COMMIT).data)
    for entry in entries:
        if entry.artefact.kind is not Kind.HANDBOOK:
            beside = page.around(entry.artefact.path)
            assert f">{entry.sha256[:12]}<" in beside
            assert f"{entry.bytes // 1000} kB" in beside
            assert ("Version 1.2.0" in beside) == bool(entry.artefact.version)
    assert entries[0].sha256 not in page.html


def test_links_within_the_page_lead_somewhere(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = parsed(build(entries, editions=editions, commit=COMMIT).data)
    anchors = {address[1:] for address in page.addresses if address.startswith("#")}
    assert {"courses", "modules", "languages", "course-short", "module-cyber"} <= anchors <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_links_can_be_told_apart_by_their_words(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = parsed(build(entries, editions=editions, commit=COMMIT).data)
    named: dict[str, set[str]] = {}
    for address, words in page.links:
        if address.startswith(("decks/", "lms/")):
            named.setdefault(words, set()).add(address)
    assert all(len(addresses) == 1 for addresses in named.values()), named


def test_nothing_is_fetched_and_nothing_runs(entries: tuple[Entry, ...], editions: Editions, parsed: Any) -> None:
    page = parsed(build(entries, editions=editions, commit=COMMIT).data)
    used = [tag for tag, _ in page.tags]
    assert used.count("style") == 1
    assert not {"script", "img", "iframe", "object"} & set(used)
    assert all(not key.startswith("on") and key != "style" for _, values in page.tags for key in values)
    assert "//" not in page.html.replace("<!doctype html>", "")
    assert "default-src 'none'" in page.html


def test_authors_words_are_no_markup(entries: tuple[Entry, ...], editions: Editions) -> None:
    english = editions["en"]
    title = replace(english.title, value="Good <script>alert(1)</script> & policing")
    source = replace(english, title=title, issuer=replace(english.issuer, value="{commit} & Co"), licence="<b>MIT</b> {0}")
    html = build(entries, editions={**editions, "en": source}, commit="<i>").data.decode()
    assert "<script" not in html
    assert "{commit} &amp; Co" in html
    assert "&lt;b&gt;MIT&lt;/b&gt; {0}" in html
    assert "<i>" not in html


def test_the_commit_is_shown_where_there_is_one(entries: tuple[Entry, ...], editions: Editions) -> None:
    assert ">0123456789ab<" in build(entries, editions=editions, commit=COMMIT).data.decode()
    assert ">0123456789ab+changes<" in build(entries, editions=editions, commit=f"{COMMIT}+changes").data.decode()
    assert "commit" not in build(entries, editions=editions, commit="").data.decode()


def test_same_input_same_bytes(entries: tuple[Entry, ...], editions: Editions) -> None:
    first = build(entries, editions=editions, commit=COMMIT)
    assert first == build(entries, editions=editions, commit=COMMIT)
    assert first.path == "index.html"
    assert b"\r" not in first.data


def test_the_page_is_in_the_source_language(entries: tuple[Entry, ...], editions: Editions) -> None:
    turned = {code: replace(editions[code], languages=("hi", "en")) for code in ("hi", "en")}
    html = build(entries, editions=turned, commit=COMMIT).data.decode()
    assert '<html lang="hi-IN">' in html
    assert "प्रशिक्षक" in html
    assert '<span lang="en-IN">English</span>' in html


def test_an_entry_without_its_edition_is_refused(entries: tuple[Entry, ...], editions: Editions) -> None:
    with pytest.raises(ValueError, match="hi"):
        build(entries, editions={"en": editions["en"]}, commit=COMMIT)
    with pytest.raises(ValueError, match="any language"):
        build((), editions={}, commit=COMMIT)


def test_the_repositorys_own_curriculum(reading: Any, entry: Any, parsed: Any) -> None:
    from builders.workflow.plan import plan  # noqa: PLC0415 - floors above the target: only here

    built = tuple(
        entry(artefact, number) for number, artefact in enumerate(plan(reading.editions, reading.editions["en"].lms), start=1)
    )
    page = parsed(build(built, editions=reading.editions, commit=COMMIT).data)
    missing = {item.artefact.path for item in built if item.artefact.kind not in SITES} - page.addresses
    assert not missing
