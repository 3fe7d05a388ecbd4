"""A module's questions: a module comes in, a page with every question, its answer and the statistics of the bank goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builders.model import places
from builders.model.modules import Module
from builders.model.questions import Question
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.asked import asked
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.writer import Writer

_USES = ("check", "pre-test", "post-test", "final")


def questions_page(edition: Edition, module: Module) -> Writer:
    write = Writer(edition, places.questions(module.id), module=module.id)
    write.add(
        write.heading(1, f"{write.word('questions')}: {write.inline(module.title)}", "page_top"),
        write.word("questions-lead"),
        write.section("statistics", *_statistics(write, module)),
        write.section("questions", *(_question(write, module, question) for question in module.questions)),
        source_list(write),
    )
    return write


def _statistics(write: Writer, module: Module) -> Iterable[str]:
    """How many questions there are for each objective, of each level and of each kind, and where they are asked."""
    questions = module.questions
    levels = Counter(question.level for question in questions)
    kinds = Counter(question.kind for question in questions)
    yield _table(write, "question-objective", ((write.inline(each.text), _about(questions, each.id)) for each in module.objectives))
    yield _table(write, "question-level", ((write.word(f"level-{level}"), _of(questions, level=level)) for level in sorted(levels)))
    yield _table(write, "question-kind", ((write.word(f"kind-{kind}"), _of(questions, kind=kind)) for kind in sorted(kinds)))


def _about(questions: Iterable[Question], objective: str) -> list[Question]:
    return [question for question in questions if question.objective == objective]


def _of(questions: Iterable[Question], *, level: str = "", kind: str = "") -> list[Question]:
    return [each for each in questions if level in ("", each.level) and kind in ("", each.kind)]


def _table(write: Writer, key: str, rows: Iterable[tuple[str, list[Question]]]) -> str:
    """A row for each group of questions: how many there are, and how many of them each use may ask."""
    head = (write.word(key), write.word("total"), *(write.word(f"use-{use}") for use in _USES))
    body = ((name, str(len(found)), *(str(sum(use in each.use for each in found)) for use in _USES)) for name, found in rows)
    return markup.box("statistics", markup.table(head, body, right=frozenset(range(1, 6))))


def _question(write: Writer, module: Module, question: Question) -> str:
    objectives = {objective.id: objective.text for objective in module.objectives}
    about = [
        f"{write.word('question-level')}: {write.word(f'level-{question.level}')}",
        f"{write.word('question-use')}: {', '.join(write.word(f'use-{use}') for use in question.use)}",
    ]
    if question.objective in objectives:
        about.insert(0, f"{write.word('question-objective')}: {write.inline(objectives[question.objective])}")
    return markup.box(
        "block block-check",
        write.mark(question),
        asked(write, question),
        markup.span("about", " · ".join(about)),
        id=f"question_{question.id.rpartition('.')[2]}",
    )
