"""A scenario can be played from its slides: every choice leads to the slide of what follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WORDS = Callable[[Any], str]

SCENARIO = """title: The man at the counter
summary: A loud complainant.
role: You are the duty officer.
minutes: 15
objectives: [m.hear]
mastery: 60
roles:
  - {id: officer, title: Duty officer, card: You have had a long shift.}
start: counter
nodes:
  - id: later
    scene: He tells his story.
    choices:
      - {id: write, text: Write it down, consequence: He nods., score: {m.hear: 1}, next: trust}
      - {id: sigh, text: Sigh, next: gone}
  - id: counter
    scene: A man hits the counter.
    speaker: Complainant
    says: Nobody listens!
    choices:
      - {id: sit, text: Offer a chair, consequence: He sits down., feedback: A place is respect., score: {m.hear: 2}, next: later}
      - {id: shout, text: Shout back, next: gone}
endings:
  - {id: trust, grade: good, title: He trusts you, text: He comes again.}
  - {id: gone, grade: poor, title: He leaves, text: He never comes again.}
debrief: [What made him sit down?]
"""


def played(workshop: Any) -> dict[str, Any]:
    """The scenario's slides by title."""
    segment = "## A {#a minutes=60 depth=core}\n\n:: scenario m.angry\n"
    slides = workshop.slides(segment, files={"modules/m/scenarios/angry.yaml": SCENARIO})[2:-1]
    return {slide.shapes.title.text_frame.text: slide for slide in slides}


def test_role_moments_endings_and_debrief_have_slides_the_start_first(workshop: Any) -> None:
    assert list(played(workshop)) == [
        "The man at the counter",
        "The man at the counter – scene 1",
        "The man at the counter – scene 2",
        "He trusts you",
        "He leaves",
        "The man at the counter – all ways",
        "Looking back",
    ]


def test_choices_lead_to_what_follows(workshop: Any) -> None:
    slides = played(workshop)
    links = {
        (title, shape.text_frame.text): shape.click_action.target_slide.shapes.title.text_frame.text
        for title, slide in slides.items()
        for shape in slide.shapes
        if "all ways" not in title and shape.has_text_frame and shape.click_action.target_slide is not None
    }
    first, second = "The man at the counter – scene 1", "The man at the counter – scene 2"
    assert links == {
        (first, "A\tOffer a chair"): second,
        (first, "B\tShout back"): "He leaves",
        (second, "A\tWrite it down"): "He trusts you",
        (second, "B\tSigh"): "He leaves",
        ("He trusts you", "Back to the beginning"): first,
        ("He leaves", "Back to the beginning"): first,
    }


def test_a_moment_shows_what_is_seen_and_said(workshop: Any, words: WORDS) -> None:
    shown = words(played(workshop)["The man at the counter – scene 1"])
    assert all(part in shown for part in ("A man hits the counter.", "Complainant", "Nobody listens!"))


def test_what_follows_is_told_in_the_notes_alone(workshop: Any, words: WORDS, notes: WORDS) -> None:
    slide = played(workshop)["The man at the counter – scene 1"]
    assert "A: He sits down. (goes on: scene 2)" in notes(slide)
    assert "A place is respect." in notes(slide)
    assert "B: goes on: He leaves" in notes(slide)
    assert "He sits down." not in words(slide)
    assert "A place is respect." not in words(slide)


def test_role_cards_are_for_the_trainer(workshop: Any, words: WORDS, notes: WORDS) -> None:
    slide = played(workshop)["The man at the counter"]
    assert "You have had a long shift." in notes(slide)
    assert "You have had a long shift." not in words(slide)
    assert "You are the duty officer." in words(slide)


def test_an_ending_says_how_good_it_is_in_words(workshop: Any, words: WORDS) -> None:
    assert "A good end" in words(played(workshop)["He trusts you"])
    assert "This went wrong" in words(played(workshop)["He leaves"])
