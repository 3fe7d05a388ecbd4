"""What stands on the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from builders.model.curriculum import Curriculum
from builders.model.text import texts_in
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of
from builders.targets.handbook.pages.flow import drawn, spine
from builders.targets.handbook.pages.navigation import Entry, navigation

SESSION = "sessions/empathy/listening.md"


def in_order(page: str, *words: str) -> None:
    """Each of the words stands behind the one before it."""
    position = 0
    for each in words:
        found = page.find(each, position)
        assert found >= 0, f"{each!r} is missing, or stands too early"
        position = found + len(each)


def at(time: str) -> str:
    return f'<time datetime="{time}">{time}</time>'


def test_every_kind_of_page_is_there(markdown: Mapping[str, str]) -> None:
    assert list(markdown) == [
        "index.md",
        "courses/one-day.md",
        "run/one-day.md",
        "tests/one-day/pre-test.md",
        "tests/one-day/pre-test-key.md",
        "tests/one-day/post-test.md",
        "tests/one-day/post-test-key.md",
        "modules/empathy/index.md",
        "sessions/empathy/listening.md",
        "sessions/empathy/first-words.md",
        "questions/empathy.md",
        "sops/empathy/receiving.md",
        "scenarios/empathy/counter.md",
        "using.md",
        "coverage/objectives.md",
        "coverage/competencies.md",
        "coverage/courses.md",
        "glossary.md",
        "sources.md",
        "downloads.md",
    ]


def test_the_navigation_names_every_page_once(small: Mapping[str, Curriculum], markdown: Mapping[str, str]) -> None:
    def paths(entries: tuple[Entry, ...]) -> list[str]:
        return [path for entry in entries for path in ([entry.path] if entry.path else paths(entry.children))]

    assert paths(navigation(edition_of(small["en"], ()))) == list(markdown)


def test_a_session_is_taught_from_its_page(markdown: Mapping[str, str]) -> None:
    in_order(
        markdown[SESSION],
        "# Listening {#page_top}",
        "Why people stop talking, and what helps.",
        "75 min core, 90 min with the extended segments",
        "## Objectives",
        "Name two reasons why a complainant stops talking.",
        "## When it is taught",
        '<time datetime="09:45" data-course="one-day" data-day="1" data-start="09:30">09:45</time> to ',
        "## To show, print and hand out",
        ">Slides</a>",
        "## Materials to bring",
        "Flip chart",
        "## Before the session",
        "Set the chairs in a horseshoe.",
        '## Why people stop talking <span class="minutes">30 min</span>',
        "Core",
        ">Say<",
        "often stops because of **us**",
        ">Show<",
        "- They expect not to be believed",
        ">Say to this slide<",
        "Ask first, show the list afterwards.",
        ">Watch for<",
        "Collect three reasons on the flip chart.",
        ">Check<",
        "She stops and looks at the people behind her.",
        "Move with her to the two chairs",
        "Follow her eyes.",
        "<summary>Answer and feedback</summary>",
        "A · Right",
        "Now nobody else hears her.",
        "B · Not right",
        "## Two chairs",
        ">Remember<",
        ">Do<",
        "In pairs",
        "20 min",
        "Timer",
        "One speaks for three minutes.",
        ">Debrief<",
        "<summary>Online",
        ">Watch<",
        "department to fill",
        "She is offered a seat first",
        "## On the telephone",
        "Extended",
        "## Sources",
        "A study of first conversations",
    )


def test_a_session_leads_to_its_scenario_and_its_procedure(markdown: Mapping[str, str]) -> None:
    page = markdown["sessions/empathy/first-words.md"]
    in_order(page, ">Play<", "(../../scenarios/empathy/counter.md)", ">Walk through<", "(../../sops/empathy/receiving.md)")


def test_a_course_runs_on_the_clock(markdown: Mapping[str, str]) -> None:
    in_order(
        markdown["courses/one-day.md"],
        "8 to 20 participants",
        "## Day 1: Listening first {#day-1}",
        f"{at('09:30')} to {at('12:30')}",
        'data-day="1" data-start="09:30"',
        f"{at('09:30')}–{at('09:45')}",
        f"{at('09:45')}–{at('11:00')}",
        f"{at('09:45')} [Why people stop talking](../sessions/empathy/listening.md#stop-talking) · 30 min",
        f"{at('10:15')} [Two chairs]",
        f"{at('11:00')}–{at('11:15')}",
        "Tea break",
        f"{at('11:15')}–{at('12:15')}",
        f"{at('12:15')}–{at('12:30')}",
        "### At the end of the day participants can",
        "Name two reasons why a complainant stops talking.",
        "### Bring on this day",
        "Name cards",
        "Flip chart",
        "Timer",
        "### Room and groups",
        f"| {at('10:15')} | In pairs |",
        "### Print for this day",
        "(../run/one-day.md#day-1)",
        "(../tests/one-day/pre-test.md)",
        "(../scenarios/empathy/counter.md#page_role-cards)",
        "(../sops/empathy/receiving.md#page_flow)",
        "### Opening and pre-test",
        "Who are we?",
        "## Tests",
        "3 questions from: [Empathy at the desk]",
        "70 % needed to pass",
    )


def test_a_core_course_leaves_out_extended_segments(markdown: Mapping[str, str]) -> None:
    assert "On the telephone" not in markdown["courses/one-day.md"]


def test_a_module_lists_its_questions_with_answers(markdown: Mapping[str, str]) -> None:
    page = markdown["modules/empathy/index.md"]
    in_order(page, "1.0.0", "Draft", "4 questions, 70 % needed to pass", "## Sessions", "## Procedures", "## Questions")
    page = markdown["questions/empathy.md"]
    for answer in (
        "A · Right",
        "C · Not right",
        '<span class="verdict correct">False</span>',
        "To “True”: No. You give back what you heard.",
        "Facts → You came at eight",
        "The right order:",
        '<span class="verdict correct">3 minutes</span>',
        "Scale of 5 steps from “Not at all” to “Very”",
    ):
        assert answer in page


def test_what_is_to_be_ordered_is_not_put_in_its_order(markdown: Mapping[str, str]) -> None:
    put = markdown["questions/empathy.md"].partition("Put these in the right order")[2].partition("<details")[0]
    in_order(put, "Check", "Facts", "Feeling")


def test_a_procedure_has_a_header_a_clock_and_a_flow(markdown: Mapping[str, str]) -> None:
    in_order(
        markdown["sops/empathy/receiving.md"],
        "## The procedure",
        '**Approved by** | <span class="field">______ (department to fill)</span>',
        "60 min",
        "General diary",
        "## Steps on the clock",
        "| 1 | 5 min | [Greet, offer a seat](#step_greet) | Duty officer |",
        "## The flow",
        'data-figure="flow"',
        '<li class="flow-decision flow-main" value="2"',
        "Yes → [3](#step_help)",
        "No → [4](#step_write)",
        "## Each step",
        "### 1. Greet, offer a seat",
        "Please sit.",
        "### 4. Write it down",
        ">Never<",
        "Do not ask why she comes so late.",
        "Ask her to come back tomorrow",
    )


def test_an_approved_procedure_names_who_approved_it(changed: Callable[..., Mapping[str, Curriculum]]) -> None:
    edition = changed("modules/empathy/sops/receiving.yaml", 'approved-by: ""', "approved-by: The director")["en"]
    page = all_pages(edition_of(edition, ()))["sops/empathy/receiving.md"]
    assert "**Approved by** | The director" in page


def test_the_flow_follows_the_longest_way(small: Mapping[str, Curriculum]) -> None:
    sop = small["en"].sop("empathy.receiving")
    assert sop is not None
    assert spine(sop) == {"greet", "urgent", "help", "write"}
    greet, urgent, help, write = sop.steps
    assert urgent.decision is not None
    short = replace(sop, steps=(greet, urgent, replace(help, next="end"), write, replace(write, id="file", title=greet.title)))
    short = replace(short, steps=(*short.steps[:3], replace(write, next="file"), short.steps[4]))
    main = spine(short)
    assert main == {"greet", "urgent", "write", "file"}
    assert [step.id for step in drawn(short, main)] == ["greet", "urgent", "help", "write", "file"]


def test_a_way_back_does_not_draw_for_ever(small: Mapping[str, Curriculum]) -> None:
    sop = small["en"].sop("empathy.receiving")
    assert sop is not None
    looped = replace(sop, steps=(*sop.steps[:3], replace(sop.steps[3], next="greet")))
    assert [step.id for step in drawn(looped, spine(looped))] == ["greet", "urgent", "help", "write"]


def test_a_scenario_is_played_from_its_page(markdown: Mapping[str, str]) -> None:
    in_order(
        markdown["scenarios/empathy/counter.md"],
        "You are the duty officer.",
        "10 min",
        "### Duty officer",
        "Nobody has listened so far.",
        "## Map",
        'data-figure="map"',
        "[Scene 1](#scene_arrival)",
        "→ [Scene 3](#scene_story)",
        "→ Poor ending: [He leaves](#ending_away)",
        "### Scene 1 {#scene_arrival}",
        "This is the third time!",
        "Points: 2",
        "What happens: He sits down.",
        "### He is heard {#ending_heard}",
        "When did his voice change?",
    )


def test_the_glossary_has_an_anchor_for_every_term(markdown: Mapping[str, str]) -> None:
    in_order(markdown["glossary.md"], "## Complainant {#complainant}", "Somebody who comes", 'हिन्दी: <span lang="hi">शिकायतकर्ता')


def test_sources_name_the_pages_that_cite_them(markdown: Mapping[str, str]) -> None:
    in_order(markdown["sources.md"], 'id="source_listening-study"', "Source verified", "Cited on: [Listening]")


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("sessions/empathy/listening.md", "../../../../decks/en/one-day/empathy.listening.pptx"),
        ("courses/one-day.md", "../../../decks/en/one-day/day-1.pptx"),
        ("modules/empathy/index.md", "../../../../lms/scorm12/empathy-1.0.0-en-scorm12.zip"),
        ("downloads.md", "../../decks/en/one-day/day-1.pptx"),
        ("downloads.md", "../../decks/en/one-day/empathy.listening.pptx"),
        ("downloads.md", "../../lms/scorm12/empathy-1.0.0-en-scorm12.zip"),
    ],
)
def test_downloads_are_linked_from_where_they_are_needed(markdown: Mapping[str, str], page: str, address: str) -> None:
    assert f'<a class="download" href="{address}" download="">' in markdown[page]


def test_no_download_of_another_language_is_offered(markdown: Mapping[str, str]) -> None:
    assert not [page for page, text in markdown.items() if "decks/hi" in text]


def test_a_handbook_without_downloads_says_so(small: Mapping[str, Curriculum]) -> None:
    pages = all_pages(edition_of(small["en"], ()))
    assert "built without decks and packages" in pages["downloads.md"]
    assert not [page for page, text in pages.items() if 'class="download"' in text]


def test_a_segment_without_a_translation_bears_one_sign(changed: Callable[..., Mapping[str, Curriculum]]) -> None:
    edition = changed("modules/empathy/first-words.hi.md")["hi"]
    page = all_pages(edition_of(edition, ()))["sessions/empathy/first-words.md"]
    segments = page.split("<section")[1:]
    assert len(segments) == 2
    for segment in segments:
        assert segment.count("अभी अनुवाद नहीं हुआ") == 1
    assert '<span lang="en">Reflect back</span>' in page


def test_a_translated_page_bears_no_sign(small: Mapping[str, Curriculum]) -> None:
    pages = all_pages(edition_of(small["hi"], ()))
    assert "अभी अनुवाद नहीं हुआ" not in pages["sessions/empathy/listening.md"]


def test_all_words_of_a_node_are_found(small: Mapping[str, Curriculum]) -> None:
    session = small["en"].session("empathy.listening")
    assert {"Collect three reasons on the flip chart.", "Timer", "Flip chart"} <= {text.value for text in texts_in(session)}
