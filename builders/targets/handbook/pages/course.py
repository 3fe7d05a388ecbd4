"""The page of a course: a course and its clock come in, Markdown with a timetable for every day goes out."""

from __future__ import annotations

from builders.model import places
from builders.model.courses import Course, CourseTest
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.day import day_section
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import whole_course
from builders.targets.handbook.pages.papers import Use, tests_of
from builders.targets.handbook.pages.writer import Writer


def course_page(edition: Edition, course: Course) -> Writer:
    write = Writer(edition, places.course(course.id))
    run = write.link(f"**{write.word('run-of-show')}**", places.run(course.id)) if write.for_trainers else ""
    write.add(
        write.title(course.title),
        write.mark(course.title, course.summary, course.audience),
        write.prose(course.summary),
        _facts(write, course),
        f"{run}: {write.word('run-lead')}" if run else "",
        *(day_section(write, course, day) for day in edition.days[course.id]),
        write.section("assessment", _tests(write, course)),
        source_list(write),
    )
    return write


def _facts(write: Writer, course: Course) -> str:
    size = write.word("participants", least=course.participants[0], most=course.participants[1]) if course.participants else ""
    return markup.facts(
        [
            (write.word("audience"), write.inline(course.audience)),
            (write.word("depth"), write.word(f"depth-{course.depth}")),
            (write.word("length"), write.edition.count("days", len(course.days))),
            (write.word("group-size"), size),
            (write.word("downloads"), "<br>".join(whole_course(write, course))),
        ]
    )


def _tests(write: Writer, course: Course) -> str:
    return markup.facts((write.word(use), _test(write, course, use, test)) for use, test in tests_of(course))


def _test(write: Writer, course: Course, use: Use, test: CourseTest) -> str:
    found = [module for id in test.modules if (module := write.edition.curriculum.module(id))]
    modules = ", ".join(write.link(write.inline(module.title), places.module(module.id)) for module in found)
    mastery = write.word("test-mastery", n=test.mastery) if test.mastery else ""
    items = write.word("test-items", n=test.items, modules=modules)
    return "<br>".join(part for part in (items, mastery, papers_of(write, course, use)) if part)


def papers_of(write: Writer, course: Course, use: Use) -> str:
    """Links to a test's paper and its answer key; nothing for participants."""
    if not write.for_trainers:
        return ""
    paper = write.link(write.word("paper"), places.paper(course.id, use))
    key = write.link(write.word("paper-key"), places.paper_key(course.id, use))
    return f"{paper} · {key}"
