"""What makes of the site an app, and what makes the search find other spellings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from builders.model.artefacts import OutputFile
from builders.targets.handbook.runner.app import service_worker
from builders.targets.handbook.runner.spellings import with_spellings

Site = Mapping[str, str]


def listed(worker: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(worker.partition("const FILES = ")[2].partition(";\n")[0])
    return found


def test_the_worker_copies_every_file_but_the_one_for_folders(sites: Mapping[str, Site]) -> None:
    for site in sites.values():
        left_out = {"service-worker.js", "search/search_index.js"}
        assert set(listed(site["service-worker.js"])) == set(site) - left_out


def test_another_byte_is_another_version() -> None:
    one, other = (service_worker([OutputFile("a.html", data)]).data.decode() for data in (b"one", b"other"))
    assert re.findall('VERSION = "(.*)"', one) != re.findall('VERSION = "(.*)"', other)
    assert one.partition("\n")[2].partition("\n")[2] == other.partition("\n")[2].partition("\n")[2]


def test_the_manifest_names_the_edition(sites: Mapping[str, Site]) -> None:
    for language, site in sites.items():
        manifest = json.loads(site["handbook.webmanifest"])
        assert manifest["lang"] == language
        assert manifest["start_url"] in site
        assert manifest["icons"][0]["src"] in site


@pytest.mark.parametrize(
    ("words", "tags"),
    [("ज़मानत और ज़मानत", ["जमानत"]), ("पढ़ना", ["पढना"]), ("कागज", []), ("plain words", [])],
)
def test_words_with_nukta_are_found_without(words: str, tags: list[str]) -> None:
    found = with_spellings({"location": "a.html", "title": "", "text": words})
    assert found.get("tags", []) == tags


def test_a_letter_with_nukta_is_written_in_one_way() -> None:
    assert with_spellings({"text": "\u095bरूर"})["text"] == "\u091c\u093cरूर"
