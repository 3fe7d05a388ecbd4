"""Sizes as people read them."""

from __future__ import annotations

import pytest

from builders.rendering.words import words
from builders.targets.catalogue.items import size


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
