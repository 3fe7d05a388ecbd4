"""What formats that judge answers by themselves need of a question: orders that tell nothing, partners, shares, numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

from builders.model.questions import Item, Pair, Question

T = TypeVar("T")


def mixed(things: Iterable[T], names: Iterable[str], *, salt: str) -> tuple[T, ...]:
    """In an order that follows from their names alone: it tells nothing, and every build and edition has the same."""
    named = sorted(zip(names, things, strict=True), key=lambda each: hashlib.sha256(f"{salt}:{each[0]}".encode()).digest())
    return tuple(thing for _, thing in named)


def mixed_items(question: Question) -> tuple[Item, ...]:
    """The items of an ``order`` question, never in their right order: some systems show them as they stand."""
    shown = mixed(question.items, (item.id for item in question.items), salt=question.id)
    return (*shown[1:], shown[0]) if shown == question.items else shown


def mixed_partners(question: Question) -> tuple[Pair, ...]:
    """One pair for every right side of a ``match`` question that is worded for itself, in an order that tells nothing."""
    firsts = set(partners(question).values())
    pairs = [pair for pair in question.pairs if pair.id in firsts]
    return mixed(pairs, (pair.id for pair in pairs), salt=question.id)


def partners(question: Question) -> dict[str, str]:
    """For the id of each pair the id of the first pair with the same words on its right: nobody can tell such two apart."""
    first: dict[str, str] = {}
    for pair in question.pairs:
        first.setdefault(pair.right.value.strip(), pair.id)
    return {pair.id: first[pair.right.value.strip()] for pair in question.pairs}


def number(value: float) -> str:
    """A number with a point and as few digits as it takes: ``12.5``, ``24``."""
    return f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"


def percent(share: float) -> str:
    """A share of one in per cent with the five decimals that Moodle compares: ``33.33333``, ``-50``, ``0``."""
    return f"{share * 100:.5f}".rstrip("0").rstrip(".")


def shares(question: Question) -> dict[str, float]:
    """What ticking each choice of a ``multiple`` question is worth: the right ones share 1 between them, the wrong ones
    take as much away, so that ticking everything is worth nothing."""
    right = sum(choice.correct for choice in question.choices)
    wrong = len(question.choices) - right
    return {choice.id: 1 / right if choice.correct else -1 / wrong for choice in question.choices}


def rating_steps(question: Question) -> Sequence[int]:
    """The steps of a ``rating`` question, from 1."""
    return range(1, question.scale.steps + 1) if question.scale else range(0)
