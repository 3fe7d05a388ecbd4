"""A procedure is shown at a glance and told step by step in native tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pptx.util import Pt

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
    return [slide for slide in slides[2:-1] if slide.slide_layout.name != "sources"]


def test_about_at_a_glance_steps_and_never(workshop: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in walked(workshop)]
    assert titles == ["Zero FIR – in brief", "Zero FIR – at a glance", "Zero FIR – step by step", "Never"]


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


def test_a_step_leads_to_where_it_is_told(workshop: Any) -> None:
    slides = walked(workshop)
    targets = {
        shape.click_action.target_slide.shapes.title.text_frame.text
        for shape in slides[1].shapes
        if shape.has_text_frame and shape.click_action.target_slide
    }
    assert targets == {"Zero FIR – step by step"}


def test_the_table_has_step_actor_action_and_limit(workshop: Any) -> None:
    (table,) = (shape.table for shape in walked(workshop)[2].shapes if shape.has_table)
    rows = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["No.", "Step and who", "What is done", "Within"]
    assert rows[1] == ["1", "Receive her\vDuty officer", "Offer a seat.", "5 min"]
    assert rows[3][0] == "Decision: Is it cognizable?   Yes\u00a0→\u00a04\u00a0·\u00a0No\u00a0→\u00a03"
    assert table.first_row


def test_the_exact_words_and_what_never_to_do_are_in_the_notes(workshop: Any, notes: WORDS) -> None:
    told = notes(walked(workshop)[2])
    assert "Say exactly: Please sit." in told
    assert "Never: Do not send her away." in told
    assert "Record: General diary" in told


def test_what_the_department_fills_is_marked(workshop: Any, words: WORDS) -> None:
    assert "approved by: ______ (Department to fill)" in words(walked(workshop)[0])


@pytest.mark.parametrize("length", [10, 60, 400])
def test_many_and_long_steps_take_more_pages_and_stay_readable(workshop: Any, length: int) -> None:
    action = " ".join(f"Do thing {at}." for at in range(length))
    steps = "".join(f"  - {{id: s{at}, title: Step {at}, actor: Officer, action: {action}}}\n" for at in range(9))
    slides = walked(workshop, steps)
    tables = [shape for slide in slides for shape in slide.shapes if shape.has_table][1:]
    told = " ".join(row.cells[2].text_frame.text for shape in tables for row in list(shape.table.rows)[1:])
    assert told.count(f"Do thing {length - 1}.") == 9
    sizes = {
        run.font.size for shape in tables for cell in shape.table.iter_cells() for p in cell.text_frame.paragraphs for run in p.runs
    }
    assert all(size is not None and size >= Pt(14) for size in sizes)
    assert all(shape.top + shape.height <= Pt(500) for shape in tables)
