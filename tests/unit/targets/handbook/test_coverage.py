"""The matrices, the question pages and the run of show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from builders.model.courses import ActivitySlot
from builders.model.timetable import timetable
from builders.reading.curriculum import Reading
from builders.rendering.agenda import agenda
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of


@pytest.fixture(scope="module")
def pages(reading: Reading) -> Mapping[str, str]:
    return all_pages(edition_of(reading.editions["en"], ()))


def rows(page: str) -> list[list[str]]:
    """The cells of all table rows."""
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in page.splitlines() if line.startswith("| ")]


def test_every_objective_has_its_sessions_slides_and_questions(reading: Reading, pages: Mapping[str, str]) -> None:
    edition = reading.editions["en"]
    found = {row[0]: row for row in rows(pages["coverage/objectives.md"])}
    for module in edition.modules:
        for objective in module.objectives:
            row = found[objective.text.value]
            sessions = [session for session in module.sessions if objective.id in session.objectives]
            assert all(f"(../sessions/{session.id.replace('.', '/')}.md)" in row[1] for session in sessions)
            asked = sum(question.objective == objective.id for question in module.questions)
            assert row[3].startswith(f"[{asked}](../questions/{module.id}.md#question_") if asked else row[3] == "–"


def test_every_competency_names_its_modules(reading: Reading, pages: Mapping[str, str]) -> None:
    edition = reading.editions["en"]
    found = {row[0]: row for row in rows(pages["coverage/competencies.md"])}
    assert edition.competencies
    for competency in edition.competencies:
        linked = found[competency.title.value][2].count("](../modules/")
        assert linked == sum(competency.id in module.competencies for module in edition.modules)


def test_the_two_day_course_is_laid_beside_the_five_days(reading: Reading, pages: Mapping[str, str]) -> None:
    edition = reading.editions["en"]
    taught = {
        course.id: {(slot.session.id, each.segment.id): each.segment.minutes
                    for day in timetable(course, edition) for slot in day.slots if slot.session for each in slot.segments}
        for course in edition.courses
    }  # fmt: skip
    missing = taught["five-day"].keys() - taught["two-day"].keys()
    page = pages["coverage/courses.md"]
    assert missing
    assert len(rows(page)) - 2 == len(missing)
    minutes = sum(taught["five-day"][key] for key in missing)
    assert f"leaves out {minutes} of the {sum(taught['five-day'].values())} minutes" in page


def test_a_bank_is_counted(reading: Reading, pages: Mapping[str, str]) -> None:
    for module in reading.editions["en"].modules:
        page = pages[f"questions/{module.id}.md"]
        counts = {row[0]: row[1:] for row in rows(page.partition("## Questions")[0])}
        for objective in module.objectives:
            about = [question for question in module.questions if question.objective == objective.id]
            expected = [
                len(about),
                *(sum(use in each.use for each in about) for use in ("check", "pre-test", "post-test", "final")),
            ]
            assert counts[objective.text.value] == [str(number) for number in expected]
        levels = {question.level for question in module.questions}
        assert sum(int(counts[level][0]) for level in levels) == len(module.questions)


def test_the_run_of_show_has_every_minute_of_every_day(reading: Reading, pages: Mapping[str, str]) -> None:
    edition = reading.editions["en"]
    for course in edition.courses:
        page = pages[f"run/{course.id}.md"]
        days = timetable(course, edition)
        assert page.count('<section class="sheet"') == len(days)
        slots = [slot for day in days for slot in day.slots]
        parts = [part for slot in slots if isinstance(slot.slot, ActivitySlot) for part in agenda(slot.slot.text)]
        expected = sum(1 + len(slot.segments) for slot in slots) + len(parts)
        assert parts, course.id
        assert len([row for row in rows(page) if row[0].startswith(("<time", '<span class="within"'))]) == expected
