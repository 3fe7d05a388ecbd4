"""Every document of the repository's own curriculum: pages, fonts, tags, words, and the same bytes twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from builders.model.courses import ActivitySlot, Course
from builders.model.curriculum import Curriculum
from builders.model.sops import Sop
from builders.model.timetable import timetable
from builders.reading.curriculum import Reading
from builders.targets import printables

LANGUAGES = ("en", "hi", "mr")
Make = Callable[[Curriculum], bytes]
COURSE = "two-day"


def _course(curriculum: Curriculum, id: str = COURSE) -> Course:
    return next(course for course in curriculum.courses if course.id == id)


def _plan(curriculum: Curriculum) -> bytes:
    session = curriculum.session("empathy.listening")
    assert session
    return printables.session_plan(session, course=_course(curriculum), curriculum=curriculum)


def _day(curriculum: Curriculum) -> bytes:
    course = _course(curriculum)
    return printables.day_sheet(timetable(course, curriculum)[0], course=course, curriculum=curriculum)


def _day_plan(curriculum: Curriculum) -> bytes:
    course = _course(curriculum)
    return printables.day_plan(timetable(course, curriculum)[0], course=course, curriculum=curriculum)


def _scenario(curriculum: Curriculum) -> Any:
    scenario = curriculum.scenario("empathy.angry-complainant")
    assert scenario
    return scenario


def _sop(curriculum: Curriculum) -> Sop:
    sop = curriculum.sop("sops.zero-fir")
    assert sop
    return sop


def _chart(curriculum: Curriculum) -> bytes:
    return printables.sop_chart(_sop(curriculum), curriculum=curriculum)


DOCUMENTS: dict[str, tuple[Make, int]] = {
    "plan": (_plan, 0),
    "day": (_day, 1),
    "day plan": (_day_plan, 0),
    "workbook": (lambda edition: printables.workbook(_course(edition), curriculum=edition), 0),
    "cards": (lambda edition: printables.role_cards(_scenario(edition), curriculum=edition), 1),
    "debrief": (lambda edition: printables.debrief_sheet(_scenario(edition), curriculum=edition), 0),
    "chart": (_chart, 1),
    "procedure": (lambda edition: printables.sop_sheet(_sop(edition), curriculum=edition), 0),
    "steps": (lambda edition: printables.step_cards(_sop(edition), curriculum=edition), 1),
    "paper": (lambda edition: printables.question_paper(_course(edition), "pre-test", "B", curriculum=edition), 0),
    "key": (lambda edition: printables.answer_key(_course(edition), "pre-test", curriculum=edition), 0),
    "feedback": (lambda edition: printables.feedback_form(_course(edition), curriculum=edition), 1),
    "attendance": (lambda edition: printables.attendance_sheet(_course(edition), curriculum=edition), 2),
    "certificate": (lambda edition: printables.certificate(_course(edition), curriculum=edition), 1),
}
"""Every document with the pages it promises, 0 where it promises none."""

TITLES = {
    "plan": ("Listeningunderpressure", "दबावमेंभीसुनना", "ताणातहीनीटऐकणे"),
    "day": ("Bringonthisday", "इसदिनसाथलाएँ", "यादिवशीसोबतआणा"),
    "day plan": ("Dayplan", "दिनकीयोजना", "दिवसाचाआराखडा"),
    "workbook": ("Participant'sworkbook", "प्रतिभागीकीकार्यपुस्तिका", "सहभागीचीकार्यपुस्तिका"),
    "cards": ("Observer", "शिकायतकर्ता", "निरीक्षक"),
    "debrief": ("Debriefsheet", "चर्चापत्रक", "चर्चापत्रक"),
    "chart": ("Standardoperatingprocedure", "मानककार्यविधि", "मानककार्यपद्धती"),
    "procedure": ("Standardoperatingprocedure", "मानककार्यविधि", "मानककार्यपद्धती"),
    "steps": ("Stepcards", "चरणकार्ड", "पायरीकार्डे"),
    "paper": ("formB", "प्रश्नपत्रB", "प्रश्नपत्रिकाB"),
    "key": ("Answerkey", "उत्तरकुंजी", "उत्तरसूची"),
    "feedback": ("Yourviewofthecourse", "पाठ्यक्रमपरआपकीराय", "अभ्यासक्रमाबद्दलतुमचेमत"),
    "attendance": ("Signature,morning", "हस्ताक्षर,सुबह", "स्वाक्षरी,सकाळ"),
    "certificate": ("Certificateofparticipation", "सहभागिताप्रमाणपत्र", "सहभागप्रमाणपत्र"),
}


def test_every_document_is_tested() -> None:
    made = {name for name in printables.__all__ if name.islower()} - {"fingerprint", "printable", "tests_of"}
    assert len(made) == len(DOCUMENTS) == len(TITLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str, language: str, reading: Reading, opened: Callable[[bytes], Any]) -> None:
    make, pages = DOCUMENTS[name]
    sheet = opened(make(reading.editions[language]))
    assert TITLES[name][LANGUAGES.index(language)] in sheet.words  # conjuncts and vowel signs survive being copied
    assert sheet.facts["Tagged"] == "yes"
    assert sheet.pages == pages if pages else sheet.pages > 1
    assert sheet.fonts
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in sheet.fonts), "embedded, subset, with a map to Unicode"
    assert ("A3" if name == "chart" else "A4") in sheet.facts["Page size"]
    assert "CreationDate" not in sheet.facts


_ELSEWHERE = """
import sys
from hashlib import sha256
from pathlib import Path
from builders.reading.curriculum import read
from builders.targets import printables
edition = read(Path(sys.argv[1])).editions["hi"]
course = next(course for course in edition.courses if course.id == sys.argv[2])
for sheet in (
    printables.workbook(course, curriculum=edition),
    printables.answer_key(course, "pre-test", curriculum=edition),
    printables.sop_chart(edition.sop("sops.zero-fir"), curriculum=edition),
):
    print(sha256(sheet).hexdigest())
"""


def test_same_bytes_in_another_process(reading: Reading, repository: Path, tmp_path: Path) -> None:
    """Typst remembers what it has set, so a second time in one process would prove little."""
    edition = reading.editions["hi"]
    here = [sha256(DOCUMENTS[name][0](edition)).hexdigest() for name in ("workbook", "key", "chart")]
    elsewhere = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, str(repository), COURSE],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONHASHSEED": "7",
            "TZ": "Pacific/Auckland",
            "PYTHONPATH": str(repository),
            "SOURCE_DATE_EPOCH": "86400",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert elsewhere.stdout.split() == here


def test_every_day_fits_one_page(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["mr"]
    for course in edition.courses:
        for day in timetable(course, edition):
            assert opened(printables.day_sheet(day, course=course, curriculum=edition)).pages == 1


def test_every_chart_and_feedback_form_fits_one_page(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["mr"]
    charts = [printables.sop_chart(sop, curriculum=edition) for module in edition.modules for sop in module.sops]
    forms = [printables.feedback_form(course, curriculum=edition) for course in edition.courses]
    assert [opened(sheet).pages for sheet in (*charts, *forms)] == [1] * (len(charts) + len(forms))


def test_what_is_not_translated_is_marked(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    assert "अभीअनुवादनहींहुआ" in opened(_chart(reading.editions["hi"])).words
    assert "अभीअनुवादनहींहुआ" not in opened(_plan(reading.editions["hi"])).words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_says_what_goes_wrong_and_what_helps(language: str, reading: Reading, opened: Callable[[bytes], Any]) -> None:
    session = reading.editions[language].session("empathy.listening")
    assert session
    words = opened(_plan(reading.editions[language])).words
    for item in session.difficulties:
        assert {text.language for text in (item.when, item.do)} == {language}
        assert words.index("".join(item.when.value.split())) < words.index("".join(item.do.value.split())[:30])


def test_unverified_sources_are_marked(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    words = opened(_plan(reading.editions["en"])).words
    assert "[1†]" in words
    assert "†Sourcenotyetverified" in words


def test_the_fullest_day_fits_one_page(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    """Three days in one: 80 rows and more."""
    edition = reading.editions["hi"]
    course = next(course for course in edition.courses if course.id == "five-day")
    days = timetable(course, edition)
    full = replace(days[0], slots=(*days[0].slots, *days[1].slots, *days[2].slots))
    sheet = opened(printables.day_sheet(full, course=course, curriculum=edition))
    assert sheet.pages == 1
    for slot in full.slots:
        if slot.session:
            assert "".join(slot.session.title.value.split()) in sheet.words


def test_long_role_cards_stay_on_their_cards(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["en"]
    scenario = _scenario(edition)
    long = replace(scenario.roles[0], card=replace(scenario.roles[0].card, value="He waits and looks at the door. " * 90))
    sheet = opened(printables.role_cards(replace(scenario, roles=(long, *scenario.roles[1:])), curriculum=edition))
    assert sheet.pages == 1
    assert sheet.words.count("Hewaitsandlooksatthedoor.") == 90


def test_without_roles_there_are_no_cards(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["en"]
    sheet = opened(printables.role_cards(replace(_scenario(edition), roles=()), curriculum=edition))
    assert sheet.pages == 1


def test_the_day_plan_tells_what_has_no_session(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["en"]
    words = opened(_day_plan(edition)).words
    day = timetable(_course(edition), edition)[0]
    activities = [slot.slot for slot in day.slots if isinstance(slot.slot, ActivitySlot)]
    assert activities
    assert all("".join(slot.title.value.split()) in words for slot in activities)
    assert all("".join(text.value.split()) in words for slot in activities for text in slot.materials)
    assert not any("".join(slot.session.title.value.split()) in words for slot in day.slots if slot.session)


def test_step_cards_do_not_give_the_order_away(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    """Titles alone, none numbered, and not in the order of the procedure."""
    edition = reading.editions["en"]
    sop = _sop(edition)
    words = opened(printables.step_cards(sop, curriculum=edition)).words
    places = [words.index("".join(step.title.value.split())) for step in sop.steps]
    assert places != sorted(places)
    assert not any("".join(step.action.value.split()) in words for step in sop.steps)
    asked = [step.decision.question.value for step in sop.steps if step.decision]
    assert all(word in words for question in asked for word in question.split())  # cards stand beside each other: their lines mix
    assert words.count("Decision") == len(asked)


def test_the_procedure_sheet_says_all_of_every_step(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    edition = reading.editions["en"]
    sop = _sop(edition)
    words = opened(printables.sop_sheet(sop, curriculum=edition)).words
    for step in sop.steps:
        told = [step.actor, step.substitute, step.trigger, step.say, step.hand_over, step.escalation, step.never]
        assert all("".join(text.value.split())[:40] in words for text in told if text), step.id


def test_the_run_of_show_names_what_is_in_the_hand(reading: Reading, opened: Callable[[bytes], Any]) -> None:
    assert "Groupsof3·10min·Rolecards" in opened(_day(reading.editions["en"])).words
