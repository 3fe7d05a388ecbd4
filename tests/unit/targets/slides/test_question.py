"""Questions are put to the room without the answer; the answer has a slide of its own and stands in the notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

WORDS = Callable[[Any], str]

CHOICE = """    kind: choice
    choices:
      - {id: wait, text: Wait for her, correct: true, feedback: Silence helps.}
      - {id: read, text: Read it back, feedback: That comes later.}
"""
MULTIPLE = """    kind: multiple
    choices:
      - {id: a, text: A chair, correct: true, feedback: Yes.}
      - {id: b, text: A form, feedback: Too early.}
      - {id: c, text: A name, correct: true, feedback: Yes again.}
"""
TRUE_FALSE = """    kind: true-false
    answer: false
    feedback: {if-true: It does not., if-false: Right you are.}
"""
MATCH = """    kind: match
    pairs:
      - {id: p1, left: First, right: Eins}
      - {id: p2, left: Second, right: Zwei}
      - {id: p3, left: Third, right: Drei}
    feedback: {correct: Well matched., incorrect: Look again.}
"""
ORDER = """    kind: order
    items:
      - {id: i1, text: Look}
      - {id: i2, text: Listen}
      - {id: i3, text: Link}
    feedback: {correct: Well ordered., incorrect: Look again.}
"""
NUMBER = """    kind: number
    answer: 60
    tolerance: 5
    unit: minutes
    feedback: {correct: The golden hour., incorrect: Less.}
"""
RATING = """    kind: rating
    scale: {low: Not at all, high: Very, steps: 5}
    feedback: {any: Talk about it.}
"""
KINDS = {
    "choice": CHOICE,
    "multiple": MULTIPLE,
    "true-false": TRUE_FALSE,
    "match": MATCH,
    "order": ORDER,
    "number": NUMBER,
    "rating": RATING,
}


def asked(workshop: Any, kind: str, stem: str = "What now?") -> list[Any]:
    questions = (
        f"questions:\n  - id: m.q\n    objective: m.hear\n    level: apply\n    use: [check]\n    stem: {stem}\n{KINDS[kind]}"
    )
    segment = "## A {#a minutes=60 depth=core}\n\n:: question m.q\n"
    slides: list[Any] = workshop.slides(segment, files={"modules/m/questions.yaml": questions})[2:-1]
    return slides


@pytest.mark.parametrize(
    ("kind", "choices", "answer", "hidden"),
    [
        ("choice", ("A\tWait for her", "B\tRead it back"), ("A\tWait for her", "Silence helps."), "Silence"),
        ("multiple", ("A\tA chair", "B\tA form", "C\tA name"), ("A\tA chair", "C\tA name", "Yes again."), "Yes"),
        ("true-false", ("A\tTrue", "B\tFalse"), ("B\tFalse", "Right you are."), "Right"),
        ("number", ("minutes",), ("60, give or take 5 minutes", "The golden hour."), "60"),
        ("match", ("First", "Eins"), ("Eins", "Well matched."), "Well"),
        ("order", ("Look", "Listen", "Link"), ("Look", "Listen", "Link", "Well ordered."), "Well"),
    ],
)
def test_a_poll_and_its_answer(
    workshop: Any, words: WORDS, notes: WORDS, kind: str, choices: tuple[str, ...], answer: tuple[str, ...], hidden: str
) -> None:
    poll, told = asked(workshop, kind)
    assert (poll.slide_layout.name, told.slide_layout.name) == ("Question", "Answer")
    assert poll.shapes.title.text_frame.text == "Question 1"
    assert "What now?" in words(poll)
    assert all(choice in words(poll) for choice in choices)
    assert hidden not in words(poll)
    assert all(part in words(told) for part in answer)
    assert "Answer" in notes(poll)


@pytest.mark.parametrize(
    ("kind", "feedback"),
    [
        ("choice", ("A: Silence helps.", "B: That comes later.")),
        ("true-false", ("A: It does not.", "B: Right you are.")),
        ("number", ("If right: The golden hour.", "If not right: Less.")),
        ("rating", ("Afterwards: Talk about it.",)),
    ],
)
def test_the_notes_of_the_poll_have_all_feedback(workshop: Any, notes: WORDS, kind: str, feedback: tuple[str, ...]) -> None:
    assert all(line in notes(asked(workshop, kind)[0]).splitlines() for line in feedback)


def test_a_rating_has_no_answer(workshop: Any, words: WORDS) -> None:
    (poll,) = asked(workshop, "rating")
    assert {"1", "2", "3", "4", "5", "Not at all", "Very"} <= set(words(poll).splitlines())


def test_what_is_matched_or_ordered_is_mixed_and_the_answer_gives_the_same_letters(workshop: Any, words: WORDS) -> None:
    poll, told = asked(workshop, "match")
    (shown,) = (
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows] for shape in poll.shapes if shape.has_table
    )
    (right,) = (
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows] for shape in told.shapes if shape.has_table
    )
    assert [row[3] for row in shown] != ["Eins", "Zwei", "Drei"]
    assert {row[2]: row[3] for row in shown} == {row[2]: row[3] for row in right}
    assert [(row[1], row[3]) for row in right] == [("First", "Eins"), ("Second", "Zwei"), ("Third", "Drei")]

    poll, told = asked(workshop, "order")
    mixed = [line for line in words(poll).splitlines() if "\t" in line]
    ordered = [line for line in words(told).splitlines() if "\t" in line]
    assert sorted(mixed) == sorted(ordered)
    assert [line.split("\t")[1] for line in ordered] == ["Look", "Listen", "Link"]
    assert mixed != ordered


def test_a_long_stem_has_a_page_of_its_own(workshop: Any, words: WORDS) -> None:
    stem = " ".join(f"The case has a part {at} that takes a whole sentence to tell." for at in range(30))
    slides = asked(workshop, "choice", stem)
    polls = [slide for slide in slides if slide.shapes.title.text_frame.text.startswith("Question 1\u00a0(")]
    *stems, choices = map(words, polls)
    assert all(sentence.strip() in "\n".join(stems) for sentence in stem.split(".") if sentence)
    assert "A\tWait for her" in choices
    assert "part 0" not in choices
