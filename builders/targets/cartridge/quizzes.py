"""The quizzes of a cartridge: a publication comes in, what is asked together goes out, each piece ready to be written."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.blocks import Reference
from builders.model.curriculum import Curriculum
from builders.model.modules import Session
from builders.model.publications import Publication, Test
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.targets.cartridge.questions import CartridgeItem, converted
from builders.targets.packaging.wording import Wording, owner_of
from builders.targets.player.recall import recall_questions
from builders.targets.player.visible import visible_references


@dataclass(frozen=True, slots=True)
class Quiz:
    """``id`` is unique in the cartridge. ``owner`` is the id of the session, piece of practice or test it belongs to, ``test``
    the test where it is one. ``items`` is never empty."""

    id: str
    owner: str
    title: str
    items: tuple[CartridgeItem, ...]
    test: Test | None = None

    @property
    def questions(self) -> frozenset[str]:
        """The ids of the questions that it asks."""
        return frozenset(item.question.id for item in self.items)


def quizzes(publication: Publication, curriculum: Curriculum, wording: Wording) -> tuple[Quiz, ...]:
    """A quiz for every session and piece of practice that asks something, in order, then one for every test. What is asked
    in several sessions is in the first one's quiz."""
    found = []
    met: set[str] = set()
    for part in (*publication.sessions, *publication.practice):
        questions = [question for question in _asked(part, curriculum, wording) if question.id not in met]
        met.update(question.id for question in questions)
        if items := _items(questions, wording):
            title = wording.words["questions-on"].format(title=wording.plain(part.title))
            found.append(Quiz(f"quiz-{part.id}", part.id, title, items))
    for test in publication.tests:
        if items := _items(test.questions, wording):
            found.append(Quiz(f"quiz-{test.id}", test.id, wording.words[test.id], items, test))
    return tuple(found)


def bank(publication: Publication, curriculum: Curriculum) -> tuple[Question, ...]:
    """Every question of the modules that the publication draws on."""
    parts = (*publication.sessions, *publication.practice)
    owners = [part.id.partition(".")[0] for part in parts]
    owners += [owner_of(question) for test in publication.tests for question in test.questions]
    modules = (module for module in curriculum.modules if module.id in owners)
    return tuple(question for module in modules for question in module.questions)


def _items(questions: list[Question] | tuple[Question, ...], wording: Wording) -> tuple[CartridgeItem, ...]:
    return tuple(item for question in questions for item in converted(question, wording))


def _asked(part: Session | Scenario | Sop, curriculum: Curriculum, wording: Wording) -> list[Question]:
    """The questions in the text, and after each procedure those that recall it."""
    if isinstance(part, Scenario):
        return []
    if isinstance(part, Sop):
        return list(recall_questions(part, wording.words, curriculum.language))
    asked: dict[str, Question] = {}
    for reference in (each for segment in part.segments for each in visible_references(segment.blocks)):
        asked |= {question.id: question for question in _referred(reference, curriculum, wording)}
    return list(asked.values())


def _referred(reference: Reference, curriculum: Curriculum, wording: Wording) -> tuple[Question, ...]:
    if reference.kind == "question":
        question = curriculum.question(reference.target)
        return (question,) if question else ()
    sop = curriculum.sop(reference.target) if reference.kind == "sop" else None
    return recall_questions(sop, wording.words, curriculum.language) if sop else ()
