"""Sizes as people read them, and the interface words of every language."""

from __future__ import annotations

import re
import tomllib

import pytest

from builders.rendering.words import FOLDER, words
from builders.targets.catalogue.items import size

_BRACES = re.compile(r"{\w+}")


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "1 kB"),
        (499, "1 kB"),
        (1_499, "1 kB"),
        (84_200, "84 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (12_345_678, "12.3 MB"),
    ],
)
def test_sizes(count: int, shown: str) -> None:
    assert size(count, words("catalogue", "en")) == shown


@pytest.mark.parametrize("language", ["hi", "mr"])
def test_words_are_complete(language: str) -> None:
    english, other = (tomllib.loads((FOLDER / f"catalogue.{code}.toml").read_text(encoding="utf-8")) for code in ("en", language))
    assert list(other) == list(english)
    for key, value in english.items():
        assert sorted(_BRACES.findall(other[key])) == sorted(_BRACES.findall(value)), key
