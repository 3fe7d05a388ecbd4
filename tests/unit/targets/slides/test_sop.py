"""A procedure is shown at a glance and told step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

WORDS = Callable[[Any], str]

STEPS = """  - {id: receive, title: Receive her, actor: Duty officer, action: Offer a seat., say: Please sit., within: 5 min,
     record: gd, never: Do not send her away.}
  - {id: decide, title: Cognizable?, actor: Officer in charge, action: Read the facts.,
     decision: {question: Is it cognizable?, yes: register, no: refer}}
  - {id: refer, title: Refer, actor: Officer in charge, action: Write down where to go., next: end}
  - {id: register, title: Register, actor: Officer in charge, action: Register at once., within: 2 h, next: end}
"""


def sop(steps: str = STEPS) -> str:
    return f"""title: Zero FIR
version: 1.0.0
status: draft
approved-by: ""
review-by: ""
jurisdiction: India
purpose: Nobody is sent away.
scope: All stations.
who: [Duty officer, Officer in charge]
clock: {{starts: When she comes, limit: 2 h}}
legal-basis: By law [@law].
records:
  - {{id: gd, name: General diary}}
steps:
{steps}recall:
  never: [Ask her to come back tomorrow]
"""


def walked(workshop: Any, steps: str = STEPS) -> list[Any]:
    slides: list[Any] = workshop.slides(
        "## A {#a minutes=60 depth=core}\n\n:: sop m.zero\n", files={"modules/m/sops/zero.yaml": sop(steps)}
    )
    return [slide for slide in slides[2:-1] if slide.slide_layout.name != "Sources"]


def test_about_at_a_glance_steps_and_never(workshop: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in walked(workshop)]
    assert titles == [
        "Zero FIR – in brief",
        "Zero FIR – at a glance",
        "1  Receive her",
        "2  Cognizable?",
        "3  Refer",
        "4  Register",
        "Never",
    ]


def test_the_glance_shows_every_step_its_limit_and_where_decisions_lead(workshop: Any) -> None:
    glance = walked(workshop)[1]
    cards = [shape.text_frame.text for shape in glance.shapes if shape.has_text_frame and shape.click_action.target_slide]
    unbroken = "Yes → 4 · No → 3".replace(" ", "\u00a0")
    assert cards == [
        "1  Receive her\nwithin 5 min",
        f"2  Cognizable?\n{unbroken}",
        "3  Refer\n→\u00a0End",
        "4  Register\nwithin 2 h\n→\u00a0End",
    ]


def targets(slide: Any) -> dict[str, str]:
    """Where a click on each shape leads."""
    return {
        shape.text_frame.text.splitlines()[0]: shape.click_action.target_slide.shapes.title.text_frame.text
        for shape in slide.shapes
        if shape.has_text_frame and shape.click_action.target_slide
    }


def test_a_step_leads_to_where_it_is_told(workshop: Any) -> None:
    found = targets(walked(workshop)[1])
    assert found == {name: name for name in ("1  Receive her", "2  Cognizable?", "3  Refer", "4  Register")}


def test_a_step_tells_what_who_how_soon_and_the_exact_words(workshop: Any, words: WORDS) -> None:
    shown = words(walked(workshop)[2]).splitlines()
    assert {"Offer a seat.", "1/4", "Duty officer", "within 5 min", "Say exactly: Please sit."} <= set(shown)


def test_a_decision_has_a_button_for_each_answer(workshop: Any, words: WORDS) -> None:
    slide = walked(workshop)[3]
    assert "Is it cognizable?" in words(slide)
    assert targets(slide) == {"Yes → 4": "4  Register", "No → 3": "3  Refer"}


def test_a_step_that_ends_the_procedure_says_so(workshop: Any, words: WORDS) -> None:
    assert "Next → End" in words(walked(workshop)[4])
    assert "Next" not in words(walked(workshop)[2])


def test_sentences_are_points_of_their_own(workshop: Any, words: WORDS) -> None:
    action = "Ask her. Do not wait (e.g. for a form) as per No. 5. Write it down."
    slide = walked(workshop, STEPS.replace("Offer a seat.", f'"{action}"'))[2]
    assert {"Ask her.", "Do not wait (e.g. for a form) as per No. 5.", "Write it down."} <= set(words(slide).splitlines())


def test_the_exact_words_and_what_never_to_do_are_in_the_notes(workshop: Any, notes: WORDS) -> None:
    told = notes(walked(workshop)[2])
    assert "Say exactly: Please sit." in told
    assert "Never: Do not send her away." in told
    assert "Record: General diary" in told


def test_what_the_department_fills_is_marked(workshop: Any, words: WORDS) -> None:
    assert "approved by: ______ (Department to fill)" in words(walked(workshop)[0])


@pytest.mark.parametrize("length", [10, 60, 400])
def test_many_and_long_steps_take_more_pages_and_lose_nothing(workshop: Any, words: WORDS, misplaced: Any, length: int) -> None:
    action = " ".join(f"Do thing {at}." for at in range(length))
    steps = "".join(f"  - {{id: s{at}, title: Step {at}, actor: Officer, action: {action}}}\n" for at in range(9))
    slides = walked(workshop, steps)
    shown = " ".join(map(words, slides))
    assert shown.count(f"Do thing {length - 1}.") == 9
    assert misplaced(slides) == []
