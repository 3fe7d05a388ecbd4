"""Q005: a test is to have more questions than there are to draw from."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.courses import Course
from builders.model.curriculum import Curriculum


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """The test cannot be made as long as the file says.

    Example, where nine questions have the use `final`::

        assessment: {items: 10}
    """
    for module in curriculum.modules:
        there = sum("final" in question.use and question.graded for question in module.questions)
        if module.assessment_items > there:
            message = f"module `{module.id}` draws {module.assessment_items} questions of use `final` from {there}"
            yield Finding(module.at, "Q005", message)
    for course in curriculum.courses:
        yield from _in_course(course, curriculum)


def _in_course(course: Course, curriculum: Curriculum) -> Iterator[Finding]:
    for use, test in (("pre-test", course.pre_test), ("post-test", course.post_test)):
        modules = [module for id in test.modules if (module := curriculum.module(id))] if test else []
        if test is None or len(modules) < len(test.modules):
            continue  # of a module that does not exist nobody knows how many it would have
        there = sum(use in question.use and question.graded for module in modules for question in module.questions)
        if test.items > there:
            message = f"the {use} of course `{course.id}` draws {test.items} questions of use `{use}` from {there}"
            yield Finding(course.at, "Q005", message)
