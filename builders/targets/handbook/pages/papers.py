"""The papers of a course's tests: a course comes in, pages to print and hand out, and their answer keys, go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from builders.model import places
from builders.model.assessment import draw
from builders.model.courses import Course, CourseTest
from builders.model.questions import Question
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.asked import asked, put
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import on_paper
from builders.targets.handbook.pages.writer import Writer

Use = Literal["pre-test", "post-test"]


def tests_of(course: Course) -> tuple[tuple[Use, CourseTest], ...]:
    """The tests that a course has."""
    tests: tuple[tuple[Use, CourseTest | None], ...] = (("pre-test", course.pre_test), ("post-test", course.post_test))
    return tuple((use, test) for use, test in tests if test)


def papers(edition: Edition, course: Course) -> Iterator[Writer]:
    """A paper without any answer and a key with all of them, for each test."""
    for use, test in tests_of(course):
        questions = draw(test, use, edition.curriculum)
        yield _paper(edition, course, use, questions)
        yield _key(edition, course, use, questions)


def _paper(edition: Edition, course: Course, use: Use, questions: tuple[Question, ...]) -> Writer:
    write = Writer(edition, places.paper(course.id, use))
    write.add(
        _title(write, course, use),
        write.mark(tuple(_shown(question) for question in questions)),
        on_paper(write, f"{use}-a", f"{use}-b", course=course.id),
        write.word("paper-code"),
        write.word("paper-lead", n=len(questions)),
        *(
            markup.box("paper-question", _number(write, n), write.prose(question.stem), put(write, question))
            for n, question in enumerate(questions, start=1)
        ),
    )
    return write


def _key(edition: Edition, course: Course, use: Use, questions: tuple[Question, ...]) -> Writer:
    write = Writer(edition, places.paper_key(course.id, use))
    write.add(
        _title(write, course, f"{use}-key"),
        write.mark(questions),
        write.link(write.word("paper-of-key"), places.paper(course.id, use)),
        on_paper(write, f"{use}-key", course=course.id),
        *(
            markup.box("paper-question", _number(write, n, question), asked(write, question))
            for n, question in enumerate(questions, start=1)
        ),
        source_list(write),
    )
    return write


def _title(write: Writer, course: Course, key: str) -> str:
    return write.heading(1, f"{write.word(key)}: {write.inline(course.title)}", "page_top")


def _number(write: Writer, n: int, question: Question | None = None) -> str:
    objective = ""
    if question is not None:
        found = next(
            (item for module in write.edition.curriculum.modules for item in module.objectives if item.id == question.objective),
            None,
        )
        objective = f" · {write.inline(found.text)}" if found else ""
    return f"**{write.word('paper-question', n=n)}**{objective}"


def _shown(question: Question) -> tuple[object, ...]:
    """The words of a question that a paper shows."""
    choices = tuple(choice.text for choice in question.choices)
    return (question.stem, choices, question.pairs, question.items)
