"""O003: a course teaches an objective that no test can ask for."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.courses import Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.rules.views.items import objectives, questions

FINAL_USES = frozenset({"post-test", "final"})


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """What is only asked before or in between shows nothing of what was reached at the end.

    Example: all questions of an objective have `use: [check, pre-test]`. One that has no question at all is O002.
    """
    asked = {question.objective for question in questions(curriculum) if question.graded}
    at_the_end = {question.objective for question in questions(curriculum) if question.graded and FINAL_USES & {*question.use}}
    taught = {course.id: _taught(course, curriculum) for course in curriculum.courses}
    for objective in objectives(curriculum):
        courses = [f"`{id}`" for id, ids in taught.items() if objective.id in ids]
        if courses and objective.id in asked and objective.id not in at_the_end:
            message = (
                f"no question of use `post-test` or `final` has the objective `{objective.id}`, taught in {', '.join(courses)}"
            )
            yield Finding(objective.at, "O003", message)


def _taught(course: Course, curriculum: Curriculum) -> set[str]:
    slots = (slot for day in course.days for slot in day.slots if isinstance(slot, SessionSlot))
    return {id for slot in slots if (session := curriculum.session(slot.session)) for id in session.objectives}
