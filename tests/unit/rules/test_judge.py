"""All rules together: nothing twice, nothing that is only a consequence, no state."""

from __future__ import annotations

import pytest

from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.reading.curriculum import Reading
from builders.rules import dependable, judge

EVERY = tuple(Finding(Location("curriculum/a.yaml", 1, 1), code, "fault") for code in CODES if code[0] not in "FSL")


def test_rules_have_no_memory(reading: Reading) -> None:
    first = judge(reading.editions)
    backwards = dict(reversed(reading.editions.items()))
    assert judge(backwards) == first == tuple(sorted(first))


def test_nothing_is_said_twice(reading: Reading) -> None:
    found = judge(reading.editions)
    assert len({(finding.at, finding.code, finding.message) for finding in found}) == len(found)


def test_every_finding_names_a_line_of_a_file(reading: Reading) -> None:
    for finding in judge(reading.editions):
        assert 1 <= finding.at.line <= len(reading.files.lines(finding.at.file)), finding


def test_no_editions_no_findings() -> None:
    assert judge({}) == ()


def test_all_stay_where_every_file_is_sound() -> None:
    assert dependable(EVERY, shape_errors=False, unreadable=False) == EVERY


@pytest.mark.parametrize(
    ("unreadable", "gone", "stay"),
    [
        (False, ("T001", "T008", "O001", "O003", "Q005"), ("R001", "R003", "C001", "C002", "Q006", "D001")),
        (True, ("R001", "R011", "T003", "O002", "Q005", "Q006", "C001", "C002"),
         ("D001", "R010", "R012", "A001", "M012", "Q003", "Q004", "B001", "B005", "P001", "P006", "C003")),
    ],
)  # fmt: skip
def test_what_may_be_a_consequence_is_dropped(unreadable: bool, gone: tuple[str, ...], stay: tuple[str, ...]) -> None:
    left = {finding.code for finding in dependable(EVERY, shape_errors=True, unreadable=unreadable)}
    assert not left & set(gone)
    assert set(stay) <= left
