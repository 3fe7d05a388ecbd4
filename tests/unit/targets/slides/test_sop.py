"""A procedure is shown at a glance and told step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.targets.slides.looks import look_of
from builders.targets.slides.page import Card
from builders.targets.slides.pages.citing import numbered
from builders.targets.slides.pages.editions import Edition
from builders.targets.slides.pages.flow import flow_pages
from builders.targets.slides.pages.writer import Writer

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
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    return slides[2 : titles.index("One thing for your next shift")]


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


LONG = """  - {id: listen, title: Listen and find out whether it is listed, actor: Officer, action: Listen., within: 15 min,
     decision: {question: Is it?, yes: write, no: help}}
  - {id: help, title: Help, actor: Officer, action: Help.}
  - {id: write, title: Write, actor: Officer, action: Write., next: end}
"""


@pytest.mark.parametrize("wide", [864, 648, 480])
def test_words_stay_whole_and_inside_of_the_cards_at_a_glance(workshop: Any, wide: float) -> None:
    """On a page of 4:3 as well: then fewer cards stand beside each other."""
    curriculum = workshop.curriculum("", files={"modules/m/sops/zero.yaml": sop(LONG)})
    look = look_of(curriculum.theme)
    flow = look.layouts["flow"]
    holders = tuple(replace(holder, frame=replace(holder.frame, w=wide)) if holder.idx == 1 else holder for holder in flow.holders)
    narrow = replace(look, layouts={**look.layouts, "flow": replace(flow, holders=holders)})
    procedure = curriculum.modules[0].sops[0]
    write = Writer(curriculum, numbered(curriculum.sources), curriculum.title, curriculum.modules[0], look=narrow)
    numbers = {step.id: at for at, step in enumerate(procedure.steps, start=1)}
    cards = [box for page in flow_pages(write, procedure, numbers) for box in page.boxes if isinstance(box, Card)]
    assert len(cards) == 3
    for card in cards:
        corner = (0.7071 if card.shape == "plaque" else 0.2929) * card.adjust[0] / 100_000 * min(card.frame.w, card.frame.h)
        across = card.frame.w - 2 * (card.inset[0] + corner)
        assert all(write.setter.widest(line, line.size) <= across for line in card.lines), card.name
        assert write.setter.height(card.lines, across) <= card.frame.h - 2 * (card.inset[1] + corner), card.name


AFTER = "## A {#a minutes=60 depth=core}\n\n:: sop m.zero\n\n::: slide\n### After\n- point\n:::\n"


def test_the_notes_say_how_to_pass_the_walk(workshop: Any, notes: WORDS) -> None:
    """The number to type is that of the first slide after the walk."""
    slides = workshop.slides(AFTER, files={"modules/m/sops/zero.yaml": sop()})
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    first, after = titles.index("Zero FIR – in brief") + 1, titles.index("After") + 1
    hints = [(at, notes(slide)) for at, slide in enumerate(slides, start=1) if "belong together" in notes(slide)]
    ((at, hint),) = hints
    assert at == first
    assert f"Slides {first} to {after - 1} belong together." in hint
    assert f"type {after} and press Enter" in hint


def test_participants_get_no_way_past(workshop: Any, notes: WORDS) -> None:
    files = {"modules/m/sops/zero.yaml": sop()}
    for slide in workshop.slides(AFTER, files=files, edition=Edition.PARTICIPANTS):
        assert not slide.has_notes_slide or "belong together" not in notes(slide)
