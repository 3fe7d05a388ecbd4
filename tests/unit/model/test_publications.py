"""What a learner takes in one go."""

from __future__ import annotations

from dataclasses import replace

from builders.model.courses import CourseTest
from builders.model.curriculum import Curriculum
from builders.model.publications import of_course, of_module, parts
from builders.reading.curriculum import Reading


def _english(reading: Reading) -> Curriculum:
    return reading.editions["en"]


def test_a_module_is_whole(reading: Reading) -> None:
    for module in _english(reading).modules:
        whole = of_module(module)
        assert whole.sessions == module.sessions
        assert [test.id for test in whole.tests] == ["assessment"]
        assert whole.final is not None
        assert whole.final.drawn == module.assessment_items
        assert {question.id for question in whole.final.questions} == {each.id for each in module.questions if "final" in each.use}


def test_a_course_is_what_its_timetable_teaches_in_that_order(reading: Reading) -> None:
    curriculum = _english(reading)
    course = next(course for course in curriculum.courses if course.id == "two-day")
    whole = of_course(course, curriculum)
    slots = [slot.session for day in course.days for slot in day.slots if hasattr(slot, "session")]
    assert [session.id for session in whole.sessions] == list(dict.fromkeys(slots))
    assert {segment.depth for session in whole.sessions for segment in session.segments} == {"core"}
    assert whole.minutes == sum(segment.minutes for session in whole.sessions for segment in session.segments)
    five = next(course for course in curriculum.courses if course.id == "five-day")
    assert of_course(five, curriculum).minutes > whole.minutes


def test_a_course_stands_between_its_tests_and_only_the_last_decides(reading: Reading) -> None:
    curriculum = _english(reading)
    for course in curriculum.courses:
        before, after = of_course(course, curriculum).tests
        assert (before.id, before.mastery, before.attempts) == ("pre-test", None, 1)
        assert course.post_test
        assert (after.id, after.mastery, after.attempts) == ("post-test", course.post_test.mastery, 3)
        assert before.drawn == 15 <= len(before.questions)
        assert all("post-test" in question.use and question.graded for question in after.questions)


def test_a_test_asks_no_more_than_its_banks_hold(reading: Reading) -> None:
    curriculum = _english(reading)
    course = replace(curriculum.courses[0], post_test=CourseTest(9999, ("empathy",), 70), pre_test=None)
    (test,) = of_course(course, curriculum).tests
    assert test.drawn == len(test.questions) > 0


def test_parts_hold_everything_once(reading: Reading) -> None:
    curriculum = _english(reading)
    for whole in (*map(of_module, curriculum.modules), *(of_course(course, curriculum) for course in curriculum.courses)):
        cut = parts(whole)
        assert [session for part in cut for session in part.sessions] == list(whole.sessions)
        assert [item for part in cut for item in part.practice] == list(whole.practice)
        assert [test for part in cut for test in part.tests] == list(whole.tests)
        ids = [part.id for part in cut]
        assert len(set(ids)) == len(ids)
        assert all(id.startswith(f"{whole.id}.") for id in ids)
        assert cut[-1].final == whole.final


def test_a_test_by_itself_knows_which_session_to_read_again(reading: Reading) -> None:
    curriculum = _english(reading)
    whole = of_module(curriculum.modules[0])
    elsewhere = parts(whole)[-1].elsewhere
    assert {objective for objective, _ in elsewhere} == {id for session in whole.sessions for id in session.objectives}
