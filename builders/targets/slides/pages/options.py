"""What there is to choose from, as the room sees it: a question comes in, lettered options with verdict and feedback go out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from builders.model.questions import Item, Pair, Question
from builders.targets.slides.page import Line, Words
from builders.targets.slides.pages.cards import HANG, LETTERS
from builders.targets.slides.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Option:
    """An answer with its letter. ``feedback`` is empty where the question has one for all."""

    letter: str
    words: Line
    right: bool
    feedback: Line | None

    @property
    def line(self) -> Line:
        """The answer as the room sees it, with its letter."""
        return hanging(self.letter, self.words)


def hanging(letter: str, line: Line) -> Line:
    """A line with its letter in the margin."""
    return replace(line, runs=(Words(f"{letter}\t", bold=True), *line.runs), hang=HANG)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


def options(write: Writer, question: Question) -> tuple[Option, ...]:
    """For choice, multiple and true-false in the author's order, which is the handbook's; for order questions mixed; empty for
    the others."""
    match question.kind:
        case "choice" | "multiple":
            return tuple(
                Option(
                    LETTERS[at], write.line(choice.text), choice.correct, write.line(choice.feedback) if choice.feedback else None
                )
                for at, choice in enumerate(question.choices)
            )
        case "true-false":
            return tuple(_verdict(write, question, at, value) for at, value in enumerate((True, False)))
        case "order":
            return tuple(
                Option(LETTERS[at], write.line(item.text), False, None)
                for at, item in enumerate(mixed(question.id, question.items))
            )
        case _:
            return ()


def right_letters(question: Question) -> dict[str, str]:
    """For a match or order question, the letter under which the room sees each pair's right side or each item, by its id."""
    things: Sequence[Pair | Item] = question.pairs or question.items
    return {thing.id: LETTERS[at] for at, thing in enumerate(mixed(question.id, things))}


def mixed(seed: str, things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    """Things in an order that does not give the answer away and is the same in every build and language."""
    given = tuple(things)
    order = sorted(given, key=lambda thing: hashlib.sha256(f"{seed} {thing.id}".encode()).digest())
    return tuple(order) if tuple(order) != given else (*given[1:], given[0])


def _verdict(write: Writer, question: Question, at: int, value: bool) -> Option:
    name = "true" if value else "false"
    feedback = question.feedback_for(f"if-{name}")
    return Option(LETTERS[at], write.say(name), question.answer is value, write.line(feedback) if feedback else None)
