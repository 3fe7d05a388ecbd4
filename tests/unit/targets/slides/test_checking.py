"""What an author is told about slides that do not come out as they were meant."""

from __future__ import annotations

from typing import Any

import pytest

from builders.targets.slides.checking import findings

LONG = "This point has so many words that it takes more than two rows of the page even at the smallest size of type that we allow"
TABLE = "| Name | One | Two |\n| --- | --- | --- |\n| A | 1 | 2 |\n| B | 3 | 4 |\n"


def told(workshop: Any, body: str, options: str = "", title: str = "The title") -> list[tuple[str, str]]:
    segment = f"## A {{#a minutes=60 depth=core}}\n\n::: slide{options}\n### {title}\n\n{body}\n:::\n"
    curriculum = workshop.curriculum(segment)
    return [(finding.code, finding.message) for finding in findings(curriculum)]


@pytest.mark.parametrize(
    "body",
    [
        "- one\n- two\n",
        "",
        TABLE,
        "".join(f"- {LONG}\n" for _ in range(5)),
        "::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::\n",
    ],
)
def test_a_slide_with_room_is_not_mentioned(workshop: Any, body: str) -> None:
    assert told(workshop, body) == []


def test_too_many_lines_are_counted(workshop: Any) -> None:
    ((code, fewer),) = told(workshop, "".join(f"- {LONG}\n" for _ in range(9)))
    ((_, more),) = told(workshop, "".join(f"- {LONG}\n" for _ in range(14)))
    assert code == "V001"
    assert fewer.startswith("“The title” has ")
    assert "lines too many: it becomes 2 slides" in fewer
    assert int(more.split(" has ")[1].split()[0]) >= int(fewer.split(" has ")[1].split()[0]) + 10


def test_a_table_with_too_many_rows_is_told(workshop: Any) -> None:
    rows = "".join(f"| {at} | {'many words about it ' * 4} |\n" for at in range(12))
    ((code, message),) = told(workshop, f"| No. | What |\n| --- | --- |\n{rows}")
    assert (code, "lines too many" in message) == ("V001", True)


def test_a_title_that_must_be_cut_is_told(workshop: Any) -> None:
    ((code, message),) = told(workshop, "- a\n", title="This title goes on and on " * 15)
    assert code == "V001"
    assert "the title" in message


def test_parts_that_cannot_stand_together_are_told(workshop: Any) -> None:
    ((code, message),) = told(workshop, "Words.\n\n::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::\n")
    assert code == "V001"
    assert "do not stand on one slide together: it becomes 2 slides" in message


@pytest.mark.parametrize(
    ("layout", "body", "shown"),
    [
        ("grid", "- one\n- two\n", "bullets"),
        ("process", "Only words.\n", "bullets"),
        ("process", "".join(f"1. Step {at}\n" for at in range(9)), "bullets"),
        ("bar-chart", "| A | B |\n| --- | --- |\n| one | many |\n", "table"),
        ("line-chart", "- 1\n- 2\n", "bullets"),
        ("comparison", "- one\n", "bullets"),
        ("full-picture", "- one\n", "bullets"),
    ],
)
def test_a_layout_that_does_not_suit_the_content_is_told(workshop: Any, layout: str, body: str, shown: str) -> None:
    ((code, message),) = told(workshop, body, f" {{layout={layout}}}")
    assert code == "V002"
    assert f"`layout={layout}` wants" in message
    assert message.endswith(f"is shown as `{shown}`")


@pytest.mark.parametrize(
    ("layout", "body"),
    [("grid", TABLE), ("process", "1. One\n2. Two\n"), ("bar-chart", TABLE), ("line-chart", TABLE), ("timetable", TABLE)],
)
def test_a_layout_that_suits_is_not_mentioned(workshop: Any, layout: str, body: str) -> None:
    assert told(workshop, body, f" {{layout={layout}}}") == []


def test_the_repository_s_own_slides_all_fit(reading: Any) -> None:
    assert [finding for edition in reading.editions.values() for finding in findings(edition)] == []
