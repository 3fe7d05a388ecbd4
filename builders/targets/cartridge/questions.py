"""What a cartridge can ask: a question of the bank comes in, items of the QTI 1.2 profile of Common Cartridge go out.

The profile knows multiple choice of three and more, multiple response, true or false, and filling a blank. So:

- two answers to choose from: is the first one right, true or false;
- match: a multiple choice for each line, which count together as much as any other question;
- order: a choice among four orders;
- number: a blank with every number within the tolerance listed as a right answer, as long as these are few;
- rating, and a number with too many right answers: left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from builders.model.questions import Item, Question
from builders.model.text import Text
from builders.targets.packaging.answers import mixed, mixed_partners, number, partners
from builders.targets.packaging.wording import NOTHING, Html, Wording, owner_of

MULTIPLE_CHOICE = "cc.multiple_choice.v0p1"
MULTIPLE_RESPONSE = "cc.multiple_response.v0p1"
TRUE_FALSE = "cc.true_false.v0p1"
BLANK = "cc.fib.v0p1"

_FEWEST_CHOICES = 3  # rule 4d of the profile's Schematron rules
_MOST_NUMBERS = 41
_ORDERS = 4
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


@dataclass(frozen=True, slots=True)
class CartridgeItem:
    """``id`` is unique in a cartridge, ``question`` what it was made from, ``part`` of how many items it is one. ``labels``
    are id and words of what can be chosen; ``right`` are the ids of the right ones, or the texts that count as right. ``said``
    is the feedback by label, ``praise`` and ``correction`` that for a right and for any other text."""

    id: str
    question: Question
    profile: str
    stem: Html
    right: tuple[str, ...]
    labels: tuple[tuple[str, Html], ...] = ()
    said: tuple[tuple[str, Html], ...] = ()
    praise: Html = NOTHING
    correction: Html = NOTHING
    hint: Html = NOTHING
    parts: int = 1


def converted(question: Question, wording: Wording) -> tuple[CartridgeItem, ...]:
    """The items of a question, none where the profile cannot ask it. Raises KeyError for an unknown kind."""
    items = tuple(_KINDS[question.kind](question, wording))
    hint = wording.block(question.hint, owner=owner_of(question))
    return tuple(replace(item, hint=hint, parts=len(items)) for item in items)


def _choice(question: Question, wording: Wording) -> Iterator[CartridgeItem]:
    owner = owner_of(question)
    labels = tuple((choice.id, wording.inline(choice.text, owner=owner)) for choice in question.choices)
    said = tuple((choice.id, wording.block(choice.feedback, owner=owner)) for choice in question.choices if choice.feedback)
    right = tuple(choice.id for choice in question.choices if choice.correct)
    if question.kind == "multiple":
        yield CartridgeItem(question.id, question, MULTIPLE_RESPONSE, wording.stem(question), right, labels, said)
    else:
        yield _one_of(CartridgeItem(question.id, question, MULTIPLE_CHOICE, wording.stem(question), right, labels, said), wording)


def _one_of(item: CartridgeItem, wording: Wording) -> CartridgeItem:
    """As it is, or as true or false where there are only two answers: then the statement is that the first one is right."""
    if len(item.labels) >= _FEWEST_CHOICES:
        return item
    (first, one), (second, other) = item.labels
    given = Html(f"<p>{wording.word('two-answers')}</p><ol><li>") + one + Html("</li><li>") + other + Html("</li></ol>")
    answers = {first: "true", second: "false"}
    return replace(
        item,
        profile=TRUE_FALSE,
        stem=item.stem + given + Html(f"<p>{wording.word('first-is-right')}</p>"),
        right=tuple(answers[id] for id in item.right),
        labels=_true_and_false(wording),
        said=tuple((answers[id], html) for id, html in item.said),
    )


def _true_false(question: Question, wording: Wording) -> Iterator[CartridgeItem]:
    said = ((word, wording.block(question.feedback_for(f"if-{word}"), owner=owner_of(question))) for word in ("true", "false"))
    yield CartridgeItem(
        question.id,
        question,
        TRUE_FALSE,
        wording.stem(question),
        ("true" if question.answer else "false",),
        _true_and_false(wording),
        tuple((word, html) for word, html in said if html),
    )


def _true_and_false(wording: Wording) -> tuple[tuple[str, Html], ...]:
    """Moodle takes these ids and no others."""
    return tuple((word, Html(wording.word(word))) for word in ("true", "false"))


def _match(question: Question, wording: Wording) -> Iterator[CartridgeItem]:
    """Nothing where all lines have the same partner."""
    owner = owner_of(question)
    labels = tuple((pair.id, wording.inline(pair.right, owner=owner)) for pair in mixed_partners(question))
    partner = partners(question)
    for pair in question.pairs if len(labels) > 1 else ():
        stem = wording.stem(question) + Html("<p><strong>") + wording.inline(pair.left, owner=owner) + Html("</strong></p>")
        right = partner[pair.id]
        item = CartridgeItem(f"{question.id}.{pair.id}", question, MULTIPLE_CHOICE, stem, (right,), labels)
        yield _one_of(replace(item, said=_by_label(item, wording)), wording)


def _order(question: Question, wording: Wording) -> Iterator[CartridgeItem]:
    orders = tuple((f"order-{at}", items) for at, items in enumerate(_orders(question)))
    shown = mixed(orders, (id for id, _ in orders), salt=question.id)
    labels = tuple((id, _listed(items, question, wording)) for id, items in shown)
    stem = wording.stem(question) + Html(f"<p>{wording.word('which-order')}</p>")
    item = CartridgeItem(question.id, question, MULTIPLE_CHOICE, stem, ("order-0",), labels)
    yield replace(item, said=_by_label(item, wording))


def _orders(question: Question) -> list[tuple[Item, ...]]:
    """The right order and three wrong ones: two neighbours changed places, or the first one came last, or all is reversed."""
    right = question.items
    wrong = [(*right[:at], right[at + 1], right[at], *right[at + 2 :]) for at in range(len(right) - 1)]
    wrong = list(dict.fromkeys([*wrong, (*right[1:], right[0]), right[::-1]]))
    names = ("".join(f"{item.id}." for item in items) for items in wrong)
    return [right, *mixed(wrong, names, salt=question.id)[: _ORDERS - 1]]


def _listed(items: tuple[Item, ...], question: Question, wording: Wording) -> Html:
    listed = Html("<ol>")
    for item in items:
        listed += Html("<li>") + wording.inline(item.text, owner=owner_of(question)) + Html("</li>")
    return listed + Html("</ol>")


def _by_label(item: CartridgeItem, wording: Wording) -> tuple[tuple[str, Html], ...]:
    """Feedback for a right and for a wrong answer, said to each label."""
    owner = owner_of(item.question)
    outcomes = {
        True: wording.block(item.question.feedback_for("correct"), owner=owner),
        False: wording.block(item.question.feedback_for("incorrect"), owner=owner),
    }
    return tuple((id, outcomes[id in item.right]) for id, _ in item.labels if outcomes[id in item.right])


def _number(question: Question, wording: Wording) -> Iterator[CartridgeItem]:
    accepted = accepted_numbers(question, devanagari=wording.language.script == "Deva")
    if not accepted:
        return
    owner = owner_of(question)
    unit = Html(f"<p>{wording.word('answer-in', unit=wording.plain(question.unit))}</p>") if question.unit else NOTHING

    def said(outcome: str) -> Html:
        text: Text | None = question.feedback_for(outcome)
        return wording.block(text, owner=owner)

    yield CartridgeItem(
        question.id,
        question,
        BLANK,
        wording.stem(question) + unit,
        accepted,
        praise=said("correct"),
        correction=said("incorrect"),
    )


def accepted_numbers(question: Question, *, devanagari: bool) -> tuple[str, ...]:
    """Every number within the tolerance, in steps of the finest decimal that answer or tolerance has, as people write them;
    none where there would be too many."""
    answer, tolerance = Decimal(number(float(question.answer or 0))), Decimal(number(question.tolerance))
    places = max(_places(answer), _places(tolerance))
    step = Decimal(1).scaleb(-places)
    steps = int(tolerance / step)
    if 2 * steps + 1 > _MOST_NUMBERS:
        return ()
    values = [answer + step * at for at in range(-steps, steps + 1)]
    written = [form for value in values for form in (number(float(value)), f"{value:.{places}f}")]
    if devanagari:
        written += [form.translate(_DEVANAGARI) for form in written]
    return tuple(dict.fromkeys(written))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rating(_question: Question, _wording: Wording) -> Iterator[CartridgeItem]:
    """Every answer is as good as any other, and the profile knows no question without a mark."""
    yield from ()


_KINDS: dict[str, Callable[[Question, Wording], Iterator[CartridgeItem]]] = {
    "choice": _choice,
    "multiple": _choice,
    "true-false": _true_false,
    "match": _match,
    "order": _order,
    "number": _number,
    "rating": _rating,
}
