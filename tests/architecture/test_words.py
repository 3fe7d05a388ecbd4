"""Interface words: every language has every word of every area, with the same places to fill."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builders.rendering.words import FOLDER, words

AREAS = sorted({path.name.partition(".")[0] for path in FOLDER.glob("*.toml")})
LANGUAGES = ("hi", "mr")


def _load(area: str, language: str) -> dict[str, str]:
    loaded: dict[str, str] = tomllib.loads(Path(FOLDER / f"{area}.{language}.toml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_no_word_is_missing_or_left_over(area: str, language: str) -> None:
    assert set(_load(area, language)) == set(_load(area, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_places_to_fill_are_the_same(area: str, language: str) -> None:
    english = _load(area, "en")
    for key, value in _load(area, language).items():
        assert set(re.findall(r"\{\w+\}", value)) == set(re.findall(r"\{\w+\}", english[key])), key
        assert value.strip(), key


def test_areas_share_the_common_words() -> None:
    assert AREAS, "no words at all"
    for area in AREAS:
        assert words(area, "hi")["break-lunch"] == _load("common", "hi")["break-lunch"]


def test_an_unknown_language_gets_english() -> None:
    assert words("common", "xx") == _load("common", "en")
