"""Each kind of question as a QTI interaction: a question comes in, its declarations and its interaction go out.

An answer is right or wrong as a whole, as in our player.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from builders.model.questions import Question
from builders.targets.banks.qti21.parts import RESPONSE, holding
from builders.targets.packaging.answers import mixed_items, mixed_partners, number, partners, rating_steps
from builders.targets.packaging.wording import Html, Wording, owner_of


@dataclass(frozen=True, slots=True)
class Asked:
    """``interaction`` stands below the stem. The response has ``cardinality`` and ``base`` type and the ``right`` value or
    values, none where nothing is right or wrong. ``tolerance`` is how far off a number may be, None where answers are
    compared as they are. ``says`` are the pieces of feedback by identifier; with ``by_choice`` the identifier is the answer
    itself, otherwise ``correct``, ``incorrect`` or ``any``."""

    interaction: Element
    cardinality: str
    base: str
    right: tuple[str, ...]
    says: tuple[tuple[str, Html], ...]
    by_choice: bool = False
    tolerance: float | None = None


def asked(question: Question, wording: Wording) -> Asked:
    """The kind's own part. Raises KeyError for an unknown kind."""
    return _KINDS[question.kind](question, wording)


def _choice(question: Question, wording: Wording) -> Asked:
    owner = owner_of(question)
    several = question.kind == "multiple"
    choices = ((choice.id, wording.inline(choice.text, owner=owner)) for choice in question.choices)
    return Asked(
        _choices(choices, most=0 if several else 1, shuffled=True),
        "multiple" if several else "single",
        "identifier",
        tuple(choice.id for choice in question.choices if choice.correct),
        _present((choice.id, wording.block(choice.feedback, owner=owner)) for choice in question.choices),
        by_choice=True,
    )


def _true_false(question: Question, wording: Wording) -> Asked:
    owner = owner_of(question)
    choices = ((value, Html(wording.word(value))) for value in ("true", "false"))
    said = ((value, wording.block(question.feedback_for(f"if-{value}"), owner=owner)) for value in ("true", "false"))
    return Asked(
        _choices(choices, most=1, shuffled=False),
        "single",
        "identifier",
        ("true" if question.answer else "false",),
        _present(said),
        by_choice=True,
    )


def _choices(choices: Iterable[tuple[str, Html]], *, most: int, shuffled: bool) -> Element:
    """``most`` is 0 where any number may be chosen."""
    interaction = Element(
        "choiceInteraction",
        responseIdentifier=RESPONSE,
        shuffle="true" if shuffled else "false",
        maxChoices=str(most),
    )
    for identifier, html in choices:
        holding(interaction, "simpleChoice", html, identifier=identifier)
    return interaction


def _match(question: Question, wording: Wording) -> Asked:
    owner = owner_of(question)
    partner = partners(question)
    interaction = Element(
        "matchInteraction",
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxAssociations=str(len(question.pairs)),
    )
    lefts = SubElement(interaction, "simpleMatchSet")
    for pair in question.pairs:
        left = wording.inline(pair.left, owner=owner)
        holding(lefts, "simpleAssociableChoice", left, identifier=f"left-{pair.id}", matchMax="1")
    rights = SubElement(interaction, "simpleMatchSet")
    for pair in mixed_partners(question):
        right = wording.inline(pair.right, owner=owner)
        often = str(list(partner.values()).count(pair.id))
        holding(rights, "simpleAssociableChoice", right, identifier=f"right-{pair.id}", matchMax=often)
    joined = tuple(f"left-{pair.id} right-{partner[pair.id]}" for pair in question.pairs)
    return Asked(interaction, "multiple", "directedPair", joined, _outcomes(question, wording))


def _order(question: Question, wording: Wording) -> Asked:
    interaction = Element("orderInteraction", responseIdentifier=RESPONSE, shuffle="true", orientation="vertical")
    for item in mixed_items(question):
        holding(interaction, "simpleChoice", wording.inline(item.text, owner=owner_of(question)), identifier=item.id)
    right = tuple(item.id for item in question.items)
    return Asked(interaction, "ordered", "identifier", right, _outcomes(question, wording))


def _number(question: Question, wording: Wording) -> Asked:
    paragraph = Element("p")
    entry = SubElement(paragraph, "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="12")
    if question.unit:
        entry.tail = f" {wording.plain(question.unit)}"
    right = (number(float(question.answer or 0)),)
    return Asked(paragraph, "single", "float", right, _outcomes(question, wording), tolerance=question.tolerance)


def _rating(question: Question, wording: Wording) -> Asked:
    """Steps to choose from, not a slider: every system has them, and every keyboard reaches them."""
    steps = ((f"step-{step}", wording.step(step, question)) for step in rating_steps(question))
    said = _present([("any", wording.block(question.feedback_for("any"), owner=owner_of(question)))])
    return Asked(_choices(steps, most=1, shuffled=False), "single", "identifier", (), said)


_KINDS: dict[str, Callable[[Question, Wording], Asked]] = {
    "choice": _choice,
    "multiple": _choice,
    "true-false": _true_false,
    "match": _match,
    "order": _order,
    "number": _number,
    "rating": _rating,
}


def _outcomes(question: Question, wording: Wording) -> tuple[tuple[str, Html], ...]:
    owner = owner_of(question)
    outcomes = ("correct", "incorrect")
    return _present((outcome, wording.block(question.feedback_for(outcome), owner=owner)) for outcome in outcomes)


def _present(said: Iterable[tuple[str, Html]]) -> tuple[tuple[str, Html], ...]:
    return tuple((identifier, html) for identifier, html in said if html)
