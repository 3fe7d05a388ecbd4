"""A course's tests draw evenly and always the same."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from builders.model.assessment import draw
from builders.model.courses import CourseTest


@pytest.mark.parametrize("use", ["pre-test", "post-test"])
def test_items_are_spread_over_modules_and_objectives(reading: Any, use: str) -> None:
    edition = reading.editions["en"]
    for course in edition.courses:
        test = course.pre_test if use == "pre-test" else course.post_test
        drawn = draw(test, use, edition)
        assert len(drawn) == test.items == len({question.id for question in drawn})
        assert all(use in question.use for question in drawn)
        counts = Counter(question.id.partition(".")[0] for question in drawn)
        assert max(counts.values()) - min(counts.values()) <= 1, counts


def test_the_same_items_in_every_edition(reading: Any) -> None:
    test = CourseTest(15, ("empathy", "sops"), 0)
    assert len({tuple(question.id for question in draw(test, "pre-test", edition)) for edition in reading.editions.values()}) == 1


def test_fewer_where_the_bank_holds_fewer(reading: Any) -> None:
    assert 0 < len(draw(CourseTest(500, ("empathy",), 0), "pre-test", reading.editions["en"])) < 500
