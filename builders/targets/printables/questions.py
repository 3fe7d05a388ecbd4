"""Questions on paper: a question comes in, what is printed without its answer, or its answer for the trainer, goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from builders.model.questions import Choice, Item, Pair, Question
from builders.model.text import Text
from builders.targets.printables.typesetting.source import NOTHING, call, joined, string
from builders.targets.printables.writer import Writer

T = TypeVar("T")
Order = Sequence[int]
"""The positions of the author's choices in the order in which they are printed; empty for the author's own."""

LETTERS = "ABCDEFGH"


def put(write: Writer, question: Question, *, order: Order = (), stem: bool = True) -> str:
    """The question with what there is to choose from and room to answer, without any answer."""
    return joined([write.prose(question.stem) if stem else NOTHING, _room(write, question, order)])


def choices_of(question: Question, order: Order = ()) -> tuple[Choice, ...]:
    return tuple(question.choices[at] for at in order or range(len(question.choices)))


def right_answer(write: Writer, question: Question, order: Order = ()) -> str:
    """The right answer in few words, with the letters of the paper that ``order`` printed; no code."""
    match question.kind:
        case "choice" | "multiple":
            return ", ".join(LETTERS[at] for at, choice in enumerate(choices_of(question, order)) if choice.correct)
        case "true-false":
            return write.say("true" if question.answer else "false")
        case "match":
            rights = [pair.right.value for pair in _shuffled_pairs(question)]
            return " ".join(f"{n}{LETTERS[rights.index(pair.right.value)]}" for n, pair in enumerate(question.pairs, start=1))
        case "order":
            mixed = [item.id for item in _shuffled_items(question)]
            return " → ".join(LETTERS[mixed.index(item.id)] for item in question.items)
        case "rating":
            return write.say("rating-none")
        case _:
            unit = f" {write.plain(question.unit)}" if question.unit else ""
            more = write.say("give-or-take", n=f"{question.tolerance:g}") if question.tolerance else ""
            return f"{float(question.answer or 0):g}{unit}{more}"


def answered(write: Writer, question: Question, *, order: Order = ()) -> str:
    """The answer with all feedback, for the trainer."""
    told = [
        call("judged", "dot" if choice.correct else "ring", string(LETTERS[at]), write.inline(choice.feedback))
        for at, choice in enumerate(choices_of(question, order))
        if choice.feedback
    ]
    told += [
        joined([call("strong", string(f"{write.say(f'feedback-{outcome}')}: ")), write.inline(text)])
        for outcome, text in question.feedback
    ]
    answer = call("p", call("strong", string(f"{write.say('answer')}: {right_answer(write, question, order)}")))
    return call("nested", NOTHING, joined([answer, *(call("lone", line) for line in told)]))


def _room(write: Writer, question: Question, order: Order) -> str:
    match question.kind:
        case "choice" | "multiple":
            several = question.kind == "multiple"
            choices = [write.inline(choice.text) for choice in choices_of(question, order)]
            lettered = call("lettered", "square()" if several else "ring", *choices)
            return joined([write.ours("fine", "choose-all") if several else NOTHING, lettered])
        case "true-false":
            return call("lone", call("ways", write.word("true"), write.word("false")))
        case "match":
            left = write.listed("numbers", [pair.left for pair in question.pairs])
            right = write.listed("letters", [pair.right for pair in _shuffled_pairs(question)])
            where = call("lone", string("     ".join(f"{n} ____" for n in range(1, len(question.pairs) + 1))))
            return joined([write.ours("fine", "match-lead"), call("beside", left, right), where])
        case "order":
            items = write.listed("letters", [item.text for item in _shuffled_items(question)])
            where = call("lone", string("  →  ".join("____" for _ in question.items)))
            return joined([write.ours("fine", "order-lead"), items, where])
        case "rating":
            return _scale(write, question)
        case _:
            unit = joined([string(" "), write.inline(question.unit)]) if question.unit else NOTHING
            return call("lone", joined([string("______________"), unit]))


def _scale(write: Writer, question: Question) -> str:
    scale = question.scale
    if scale is None:
        return NOTHING
    low, high = write.inline(scale.low), write.inline(scale.high)
    steps = (string(str(n)) for n in range(1, scale.steps + 1))
    return call("lone", joined([low, "h(1.2em)", *(joined(["ring", "h(0.2em)", step, "h(1em)"]) for step in steps), high]))


def _mixed(items: Sequence[T], words: Callable[[T], Text]) -> list[T]:
    """An order that does not give the answer away and is the same in every build: that of the words, moved on by one where it
    happens to be the right one."""
    mixed = sorted(items, key=lambda item: words(item).value)
    return [*mixed[1:], *mixed[:1]] if mixed == list(items) else mixed


def _shuffled_pairs(question: Question) -> list[Pair]:
    return _mixed(question.pairs, lambda pair: pair.right)


def _shuffled_items(question: Question) -> list[Item]:
    return _mixed(question.items, lambda item: item.text)
