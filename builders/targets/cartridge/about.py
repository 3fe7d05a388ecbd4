"""The page for teachers: quizzes and bank come in, what a cartridge changes and leaves out goes out, as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from builders.model.publications import Publication
from builders.model.questions import Question
from builders.targets.cartridge.questions import TRUE_FALSE, converted
from builders.targets.cartridge.quizzes import Quiz
from builders.targets.packaging.wording import Wording
from builders.targets.player.markup import plain, tag


def about(publication: Publication, quizzes: Sequence[Quiz], bank: Sequence[Question], wording: Wording) -> str:
    """A fragment without a heading. It names questions by id and stem and no answers."""
    intro = tag("p", wording.word("about-intro", version=publication.version))
    left = [tag("li", plain(wording.name(question))) for question in bank if not converted(question, wording)]
    facts = [*_tests(quizzes, wording), *_changes(bank, wording)]
    listed = tag("ul", *(tag("li", fact) for fact in facts))
    return intro + listed + (tag("p", wording.word("about-left-out")) + tag("ul", *left) if left else "")


def _tests(quizzes: Sequence[Quiz], wording: Wording) -> list[str]:
    said = []
    for quiz in quizzes:
        test = quiz.test
        if test and test.mastery is not None:
            said.append(wording.word("about-pass", quiz=quiz.title, mastery=test.mastery, attempts=test.attempts))
        if test and test.drawn < len(test.questions):
            said.append(wording.word("about-drawn", quiz=quiz.title, n=test.drawn, of=len(test.questions)))
    return said


def _changes(bank: Sequence[Question], wording: Wording) -> list[str]:
    kinds = {question.kind for question in bank if converted(question, wording)}
    two = any(
        item.profile == TRUE_FALSE for question in bank if question.kind != "true-false" for item in converted(question, wording)
    )
    changes = (
        ("about-bank", bool(kinds)),
        ("about-match", "match" in kinds),
        ("about-order", "order" in kinds),
        ("about-two", two),
        ("about-number", "number" in kinds),
    )
    return [wording.word(key) for key, changed in changes if changed]
