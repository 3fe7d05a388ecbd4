"""The finished site: what holds for every page of every edition."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

Site = Mapping[str, str]
MATERIAL_WORD = re.compile(r'^\s*"([a-z.]+)":', re.MULTILINE)


class _Page(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def pages(site: Site) -> Iterator[tuple[str, _Page]]:
    return ((path, _Page(text)) for path, text in site.items() if path.endswith(".html"))


def test_paths_are_ascii_and_the_same_in_every_language(sites: Mapping[str, Site]) -> None:
    assert set(sites["en"]) == set(sites["hi"])
    assert all(path.isascii() for path in sites["en"])


def test_anchors_are_ascii_and_the_same_in_every_language(sites: Mapping[str, Site]) -> None:
    english, hindi = (dict(pages(sites[language])) for language in ("en", "hi"))
    for path, page in english.items():
        assert page.ids == hindi[path].ids, path
        assert all(id.isascii() for id in page.ids), path
        assert len(page.ids) == len(set(page.ids)), path


def test_nothing_is_fetched_from_elsewhere(sites: Mapping[str, Site]) -> None:
    for path, page in pages(sites["en"]):
        for tag, attributes in page.tags:
            fetched = attributes.get("src", "") if tag != "link" else attributes.get("href", "")
            assert not urlsplit(fetched).netloc, f"{path}: {tag} {fetched}"


def test_every_inner_link_arrives(sites: Mapping[str, Site]) -> None:
    ids = {path: set(page.ids) for path, page in pages(sites["en"])}
    for path, page in pages(sites["en"]):
        for tag, attributes in page.tags:
            target = urlsplit(attributes.get("href", "") or attributes.get("src", ""))
            if target.scheme or target.netloc or not (target.path or target.fragment) or "download" in attributes:
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.path)) if target.path else path
            if place.startswith("../"):
                place = place.removeprefix("../").partition("/")[2]  # the same page of another language
            assert place in sites["en"], f"{path}: {tag} {attributes}"
            if target.fragment and place in ids and not target.fragment.startswith("__"):
                assert target.fragment in ids[place], f"{path}: {attributes}"


def test_the_language_switch_stays_on_the_page(sites: Mapping[str, Site]) -> None:
    for path, page in pages(sites["en"]):
        switch = [attributes for tag, attributes in page.tags if tag == "a" and attributes.get("hreflang")]
        assert [link["lang"] for link in switch] == ["en", "hi"]
        for link in switch:
            place = posixpath.normpath(posixpath.join("handbook/en", posixpath.dirname(path), link["href"]))
            assert place == f"handbook/{link['lang']}/{path}"


def test_nothing_needless_is_handed_over(sites: Mapping[str, Site]) -> None:
    for path, text in sites["en"].items():
        assert not path.endswith((".map", ".gz", ".xml", "404.html")), path
        assert "/lunr/" not in path
        assert "sourceMappingURL" not in text, path


def test_pages_say_their_language(sites: Mapping[str, Site]) -> None:
    for language, site in sites.items():
        for path, page in pages(site):
            assert dict(page.tags)["html"]["lang"] == language, path


def test_both_search_indexes_hold_the_same(sites: Mapping[str, Site]) -> None:
    for site in sites.values():
        index = json.loads(site["search/search_index.json"])
        assert site["search/search_index.js"] == f"var __index = {site['search/search_index.json']}"
        assert index["config"]["pipeline"] == []
        found = [entry["location"].partition("#")[0] for entry in index["docs"]]
        assert list(dict.fromkeys(found))[:3] == ["index.html", "courses/one-day.html", "run/one-day.html"]
        assert set(found) == {path for path in site if path.endswith(".html")}


def test_a_segment_is_found_by_itself_and_without_the_names_of_its_blocks(sites: Mapping[str, Site]) -> None:
    docs = json.loads(sites["en"]["search/search_index.json"])["docs"]
    entry = next(doc for doc in docs if doc["location"] == "sessions/empathy/listening.html#stop-talking")
    assert "often stops because of us" in re.sub(r"<[^>]+>", "", entry["text"])
    assert "Watch for" not in entry["text"]


def test_the_author_s_html_is_clean_on_the_page(sites: Mapping[str, Site]) -> None:
    assert "<img" in sites["en"]["sessions/empathy/listening.html"]
    assert ' style="' not in sites["en"]["sessions/empathy/listening.html"].partition("<article")[2].partition("</article")[0]


@pytest.mark.parametrize("language", ["hi", "mr"])
def test_our_words_for_material_are_words_that_material_has(repository: Path, language: str) -> None:
    import material  # noqa: PLC0415 - only here

    theme = Path(str(material.__file__)).parent / "templates/partials/languages/en.html"
    known = set(MATERIAL_WORD.findall(theme.read_text(encoding="utf-8")))
    ours = repository / f"site/overrides/partials/languages/{language}.html"
    found = MATERIAL_WORD.findall(ours.read_text(encoding="utf-8"))
    assert "search.result.other" in found
    assert set(found) <= known
