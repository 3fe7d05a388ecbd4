"""Whether a version was raised by enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Change, Comparison, Topic, Verdict, Weight
from builders.comparison.versions import advice

WORDS = Change(Topic.PAGE, "kit.a", "reads otherwise", Weight.TEXT)
MORE = Change(Topic.PAGE, "kit.b", "is new", Weight.STRUCTURE)
LESS = Change(Topic.PAGE, "kit.c", "is gone", Weight.RECORDS, Verdict.CARE, "It is dropped.")
RAISED = Change(Topic.TEST, "assessment", "the pass mark is raised", Weight.STRUCTURE, Verdict.NEW, "Not passed.")
CODE = Change(Topic.PLAYER, "", "draws questions in another way", Weight.RECORDS, Verdict.CARE, "Drawn anew.")


@pytest.mark.parametrize(
    ("changes", "needed", "enough", "too_little"),
    [
        ([WORDS], "1.2.1", ["1.2.1", "1.3.0", "2.0.0", "1.2.10"], ["1.2.0"]),
        ([WORDS, MORE], "1.3.0", ["1.3.0", "1.10.0", "2.0.0"], ["1.2.0", "1.2.9"]),
        ([WORDS, MORE, LESS], "2.0.0", ["2.0.0", "10.0.0"], ["1.2.0", "1.9.9"]),
        ([RAISED], "2.0.0", ["2.0.0"], ["1.3.0"]),
    ],
)
def test_the_number_that_has_to_change(changes: list[Change], needed: str, enough: list[str], too_little: list[str]) -> None:
    assert {advice("1.2.0", version, changes).needed for version in (*enough, *too_little)} == {needed}
    assert all(advice("1.2.0", version, changes).enough for version in enough)
    assert not any(advice("1.2.0", version, changes).enough for version in too_little)


def test_the_program_is_not_the_authors(edition: Any) -> None:
    assert edition.modules[0].version == "1.2.0"
    assert advice("1.2.0", "1.2.0", [CODE]).enough
    assert advice("1.2.0", "1.2.0", []).needed == ""


@pytest.mark.parametrize("version", ["", "1.2", "1.2.0-rc1", "first"])
def test_a_version_of_another_form_is_not_judged(version: str) -> None:
    assert advice(version, "1.0.0", [LESS]) == advice("1.0.0", version, [LESS])
    assert advice(version, "1.0.0", [LESS]).enough


def test_the_wrong_way_round() -> None:
    said = advice("1.10.0", "1.9.0", [WORDS])
    assert not said.enough
    assert said.why == "1.9.0 is older than 1.10.0: are the two the wrong way round?"


def test_in_a_package(changed: Callable[..., Comparison]) -> None:
    comparison = changed(lambda module: replace(module, mastery=90, version="1.3.0"))
    assert (comparison.advice.needed, comparison.advice.enough) == ("2.0.0", False)
    assert comparison.advice.why == "learners' records no longer fit"
