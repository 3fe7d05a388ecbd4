"""What is asked after a procedure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.questions import Question
from builders.model.sops import Sop, Step
from builders.model.text import Text
from builders.reading.curriculum import Reading
from builders.rendering.words import words
from builders.targets.player.questions import options_of, right_answer
from builders.targets.player.recall import recall_questions


def _asked(sop: Sop, language: str = "en") -> dict[str, Question]:
    return {question.id: question for question in recall_questions(sop, words("player", language), language)}


def _speaking(sop: Sop, says: dict[str, str]) -> Sop:
    """The procedure with these words and no others."""
    steps = tuple(replace(step, say=Text(says[step.id], "en", step.at) if step.id in says else None) for step in sop.steps)
    return replace(sop, steps=steps)


def _long(sop: Sop, count: int) -> Sop:
    """A straight procedure of so many steps, each with words of its own."""

    def step(number: int) -> Step:
        title = Text(f"Step {number}", "en", sop.at)
        return replace(sop.steps[0], id=f"s{number}", title=title, say=Text(f"Words {number}", "en", sop.at), next=f"s{number + 1}")

    return replace(sop, steps=tuple(step(number) for number in range(count)))


def test_the_exact_words_of_a_step_among_those_of_other_steps(module: Module) -> None:
    question = _asked(module.sops[0])["kit.order.recall-words-dark"]
    assert question.kind == "choice"
    assert question.stem.value == "“Dark?”: what do you say at this step?"
    said = {choice.text.value: choice for choice in question.choices}
    assert set(said) == {step.say.value for step in module.sops[0].steps if step.say}
    assert [words for words, choice in said.items() if choice.correct] == ["Can you see the door from where you stand?"]
    assert right_answer(question) == options_of(question)["words-dark"]
    assert str(said["I am opening the bag."].feedback) == "This is what you say at the step “Open the bag”."


def test_words_are_asked_for_in_their_own_language(editions: dict[str, Curriculum]) -> None:
    asked = {code: _asked(each.modules[0].sops[0], code)["kit.order.recall-words-dark"] for code, each in editions.items()}
    assert asked["mr"].stem.value == "“अंधार आहे का?”: या पायरीवर तुम्ही काय बोलता?"
    assert (asked["hi"].stem.language, asked["hi"].stem.value) == ("en", asked["en"].stem.value)  # the procedure is not translated
    orders = [[choice.id for choice in question.choices] for question in asked.values()]
    assert orders[0] == orders[1] == orders[2]


@pytest.mark.parametrize("says", [{}, {"open": "A", "tie": "B"}, {"open": "A", "dark": "A", "tie": "B"}])
def test_too_few_words_to_tell_apart(module: Module, says: dict[str, str]) -> None:
    assert list(_asked(_speaking(module.sops[0], says))) == ["kit.order.recall-order", "kit.order.recall-never"]


def test_the_same_words_at_another_step_are_no_wrong_answer(module: Module) -> None:
    sop = _speaking(module.sops[0], {"open": "A", "dark": "B", "light": "A", "tie": "C"})
    question = next(each for each in _asked(sop).values() if "recall-words" in each.id)
    said = [choice.text.value for choice in question.choices]
    assert sorted(said) == sorted(set(said))
    assert sum(choice.correct for choice in question.choices) == 1


@pytest.mark.parametrize(("steps", "asked"), [(3, ["s1"]), (4, ["s2"]), (5, ["s1", "s3"]), (10, ["s2", "s7"]), (30, ["s7", "s22"])])
def test_two_questions_at_most_about_different_parts(module: Module, steps: int, asked: list[str]) -> None:
    found = [question for question in _asked(_long(module.sops[0], steps)).values() if "recall-words" in question.id]
    assert [question.id.removeprefix("kit.order.recall-words-") for question in found] == asked
    assert all(3 <= len(question.choices) <= 4 for question in found)


def test_what_must_never_happen_has_one_feedback_for_all(module: Module) -> None:
    never = _asked(module.sops[0])["kit.order.recall-never"]
    assert [choice.feedback for choice in never.choices] == [None] * len(never.choices)
    assert [outcome for outcome, _ in never.feedback] == ["correct", "incorrect"]


def test_no_answer_shows_by_its_place(reading: Reading) -> None:
    sops = [sop for module in reading.editions["en"].modules for sop in module.sops]
    questions = [question for sop in sops for question in _asked(sop).values() if question.choices]
    assert len(questions) > 5
    for question in questions:
        right = [choice.correct for choice in question.choices]
        if question.kind == "multiple":
            assert right != sorted(right, reverse=True), question.id
    firsts = [question.choices[0].correct for question in questions if question.kind == "choice"]
    assert True in firsts
    assert False in firsts


def test_every_answer_of_our_own_procedures_is_the_authors(reading: Reading) -> None:
    for curriculum in reading.editions.values():
        for sop in (sop for module in curriculum.modules for sop in module.sops):
            written = {text.value for step in sop.steps for text in (step.title, step.say) if text}
            written |= {text.value for text in sop.recall_never}
            answers = {choice.text.value for question in _asked(sop, curriculum.language).values() for choice in question.choices}
            assert answers <= written
            assert any("recall-words" in id for id in _asked(sop, curriculum.language))
