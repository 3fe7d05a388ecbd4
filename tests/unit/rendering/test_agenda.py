"""The parts of a course activity."""

from __future__ import annotations

import pytest

from builders.diagnostics.location import Location
from builders.model.text import Text
from builders.rendering.agenda import agenda


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("- **0–10 Welcome.** Say who you are.\n- **10-30 Pre-test.** In silence.", ((0, 10, "Welcome"), (10, 30, "Pre-test"))),
        ("- **0–5** Close the windows. Then wait.", ((0, 5, "Close the windows"),)),
        ("- **0–10 स्वागत।** अपना परिचय दें।", ((0, 10, "स्वागत"),)),
        ("- Welcome everybody.\n\n**0–10 Not in a list.**", ()),
        ("", ()),
    ],
)
def test_items_that_begin_with_their_minutes(written: str, parts: tuple[tuple[int, int, str], ...]) -> None:
    assert agenda(Text(written, "en", Location("x.yaml"))) == parts


def test_nothing_comes_of_nothing() -> None:
    assert agenda(None) == ()
