"""How a bank is filed: a module or a question comes in, its category or its tags go out.

Both are made from ids, so an import of a later version finds the same categories.
"""

from __future__ import annotations

from builders.model.modules import Module
from builders.model.questions import Question
from builders.targets.packaging.wording import Wording


def category(module: Module, wording: Wording, objective: str = "") -> str:
    """Moodle's path of a category in the course's bank. Each language has its own, since an id can stand once in a category;
    the source language has the plain name."""
    edition = wording.curriculum
    own = module.id if edition.language == edition.source_language else f"{module.id}-{edition.language}"
    return "/".join(part for part in ("$course$", "top", own, objective) if part)


def tags(question: Question) -> tuple[str, ...]:
    """Level and use: what a teacher filters by."""
    return (f"level-{question.level}", *(f"use-{use}" for use in question.use))


def by_objective(module: Module) -> dict[str, tuple[Question, ...]]:
    """The questions of a module by the objective that they assess, both in the author's order."""
    objectives = [*(objective.id for objective in module.objectives), *(question.objective for question in module.questions)]
    grouped = {id: tuple(question for question in module.questions if question.objective == id) for id in dict.fromkeys(objectives)}
    return {id: questions for id, questions in grouped.items() if questions}
