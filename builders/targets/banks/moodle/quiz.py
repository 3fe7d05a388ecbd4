"""The Moodle XML document: a module comes in, a category and its questions for each objective go out."""

from __future__ import annotations

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.questions import Question
from builders.targets.banks.moodle.kinds import special
from builders.targets.banks.moodle.markup import element, formatted, named, value
from builders.targets.banks.naming import by_objective, category, tags
from builders.targets.packaging.wording import Html, Wording, owner_of

_ORDERING = (
    "<!-- The questions of the type ordering need Moodle 4.4 or newer, or the plug-in of that name. An older Moodle refuses the\n"
    '     file unless "Stop on error" is set to No; then it leaves those questions out. The GIFT file of the same bank has them\n'
    "     as matching questions. -->\n"
)


def moodle_xml(module: Module, curriculum: Curriculum) -> bytes:
    """A module's item bank in the language of ``curriculum``, as UTF-8. Import it into the question bank of a course, with
    the categories taken from the file."""
    wording = Wording(curriculum, area="banks")
    objectives = {objective.id: objective.text for objective in module.objectives}
    parts = [_category(category(module, wording), wording.block(module.title, owner=module.id), module.id)]
    for id, questions in by_objective(module).items():
        parts.append(_category(category(module, wording, id), wording.block(objectives.get(id), owner=module.id), id))
        parts += [_question(question, wording) for question in questions]
    note = _ORDERING if any(question.kind == "order" for question in module.questions) else ""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + note + element("quiz", "\n", *parts)).encode()


def _category(path: str, description: Html, id: str) -> str:
    info = formatted("info", description)
    return element("question", named("category", path), info, value("idnumber", id), type="category")


def _question(question: Question, wording: Wording) -> str:
    own = special(question, wording)
    return element(
        "question",
        named("name", wording.name(question)),
        formatted("questiontext", wording.stem(question) + own.after_stem),
        formatted("generalfeedback", own.general),
        value("defaultgrade", str(own.mark)),
        value("penalty", "0.3333333"),
        value("hidden", "0"),
        value("idnumber", question.id),
        own.elements,
        _hint(question, wording, parts=own.parts),
        element("tags", *(named("tag", tag) for tag in tags(question))),
        type=own.type,
    )


def _hint(question: Question, wording: Wording, *, parts: bool) -> str:
    """Given after a first wrong answer where the quiz allows several tries."""
    if not question.hint:
        return ""
    html = wording.block(question.hint, owner=owner_of(question))
    return formatted("hint", html, inside="<shownumcorrect/>\n" if parts else "")
