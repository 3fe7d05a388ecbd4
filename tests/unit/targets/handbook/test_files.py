"""Files beside the handbook: what the build makes is offered where it is needed, and nothing that it does not make."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from builders.model.artefacts import (
    PARTICIPANT,
    PDFS,
    Artefact,
    Kind,
    calendar,
    course_deck,
    day_deck,
    notes_pdf,
    package,
    printable,
    session_deck,
    slides_pdf,
    take_along,
)
from builders.model.curriculum import Curriculum
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of

COURSE = "one-day"
SESSION = session_deck("en", COURSE, "empathy.first-words", "1.0.0")
PLAYED = "empathy.counter"
WALKED = "empathy.receiving"


def of_course(item: str, *, day: int = 0, session: str = "") -> Artefact:
    return printable("en", f"{item}.pdf", item=item, course=COURSE, day=day, session=session)


def of_module(item: str, subject: str) -> Artefact:
    return printable("en", f"{item}.pdf", item=item, module="empathy", subject=subject)


MADE = (
    SESSION,
    slides_pdf(SESSION),
    notes_pdf(SESSION),
    session_deck("en", COURSE, "empathy.first-words", "1.0.0", PARTICIPANT),
    day_deck("en", COURSE, 1),
    course_deck("en", COURSE, "1.0.0"),
    take_along("en", COURSE, "1.0.0"),
    package(Kind.WEB, ("en",), "1.0.0", module="empathy"),
    calendar("en", COURSE, ("2027-01-11",)),
    of_course("session-plan", session="empathy.first-words"),
    of_course("day-sheet", day=1),
    *map(of_course, ("workbook", "attendance-sheet", "feedback-form", "certificate", "timetable")),
    *map(of_course, ("pre-test-a", "pre-test-b", "pre-test-key", "post-test-a", "post-test-b", "post-test-key")),
    of_module("role-cards", PLAYED),
    of_module("debrief-sheet", PLAYED),
    of_module("sop-chart", WALKED),
    of_module("sop-sheet", WALKED),
    of_module("step-cards", WALKED),
)


@pytest.fixture(scope="module")
def offered(small: Mapping[str, Curriculum]) -> Mapping[str, list[str]]:
    """The files that each page offers, by their paths below the output folder."""
    pages = all_pages(edition_of(small["en"], MADE))
    return {page: re.findall(r'href="(?:\.\./)+([^"]+)" download', text) for page, text in pages.items()}


def test_a_session_offers_its_slides_its_plan_and_the_sheets_of_what_it_plays(offered: Mapping[str, list[str]]) -> None:
    assert offered["sessions/empathy/first-words.md"] == [
        "decks/en/one-day/empathy.first-words.pptx",
        "decks/en/one-day/empathy.first-words.pdf",
        "decks/en/one-day/empathy.first-words.notes.pdf",
        "printables/en/one-day/session-plan.pdf",
        "printables/en/one-day/workbook.pdf",
        "printables/en/empathy/role-cards.pdf",
        "printables/en/empathy/debrief-sheet.pdf",
        "printables/en/empathy/sop-chart.pdf",
        "printables/en/empathy/sop-sheet.pdf",
        "printables/en/empathy/step-cards.pdf",
        "lms/web/empathy-1.0.0-en-web.zip",
    ]


def test_a_course_offers_what_each_day_needs(offered: Mapping[str, list[str]]) -> None:
    found = offered["courses/one-day.md"]
    assert found[:4] == [
        "take-along/one-day-1.0.0-en-take-along.zip",
        "decks/en/one-day/course-one-day.pptx",
        "printables/en/one-day/timetable.pdf",
        "calendar/en/one-day.ics",
    ]
    papers = {artefact.path for artefact in MADE if artefact.item and artefact.item != "timetable"}
    assert set(found[4:]) == papers | {"decks/en/one-day/day-1.pptx"}
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("sops/empathy/receiving.md", ["sop-chart", "sop-sheet", "step-cards"]),
        ("scenarios/empathy/counter.md", ["role-cards", "debrief-sheet"]),
        ("tests/one-day/pre-test.md", ["pre-test-a", "pre-test-b"]),
        ("tests/one-day/post-test-key.md", ["post-test-key"]),
        ("run/one-day.md", ["day-sheet"]),
    ],
)
def test_a_page_offers_what_is_printed_from_it(offered: Mapping[str, list[str]], page: str, files: list[str]) -> None:
    assert [path.rpartition("/")[2].removesuffix(".pdf") for path in offered[page]] == files


def test_the_page_of_downloads_offers_everything(offered: Mapping[str, list[str]]) -> None:
    beside_its_deck = {artefact.path for artefact in MADE if artefact.kind in PDFS}
    assert set(offered["downloads.md"]) == {artefact.path for artefact in MADE if not artefact.audience} - beside_its_deck


def test_without_files_the_sheets_in_the_handbook_are_left(small: Mapping[str, Curriculum]) -> None:
    page = all_pages(edition_of(small["en"], ()))["sessions/empathy/first-words.md"]
    assert "download" not in page
    for sheet in ("#page_role-cards", "#page_debrief-questions", "#page_flow"):
        assert sheet in page


def test_participants_are_offered_their_slides_and_the_web_edition_alone(small: Mapping[str, Curriculum]) -> None:
    pages = "\n".join(all_pages(edition_of(small["en"], MADE, "participant")).values())
    assert set(re.findall(r'href="(?:\.\./)+([^"]+)" download', pages)) == {
        "decks/en/one-day/empathy.first-words-participants.pptx",
        "lms/web/empathy-1.0.0-en-web.zip",
    }
    assert "#page_role-cards" not in pages
