"""A question as a form: a question of the item bank comes in, HTML and what the script needs to judge it go out.

The form shows no right answer. Feedback lies in ``template`` elements, which browsers neither show nor read aloud.
"""

from __future__ import annotations

from collections.abc import Callable

from builders.model.questions import Choice, Item, Pair, Question
from builders.model.text import Text
from builders.targets.player.edition import Edition
from builders.targets.player.keys import OPTION_WIDTH, short_keys
from builders.targets.player.markup import tag

Options = dict[str, str]
"""Keys of a question's choices, items or pairs, by id, in the author's order."""


def options_of(question: Question) -> Options:
    """The keys of what can be chosen."""
    parts: tuple[Choice | Item | Pair, ...] = (*question.choices, *question.items, *question.pairs)
    ids = [part.id for part in parts]
    keys = short_keys(ids, width=OPTION_WIDTH)
    return {id: keys[id] for id in ids}


def render_question(question: Question, edition: Edition, *, place: str, owner: str = "", marked: bool = False) -> str:
    """A form. ``place`` is ``check`` or ``final`` and keeps the ids of a question asked in both apart.

    ``marked`` says that the page already tells that it is not translated.
    """
    name = f"{place}-{question.id}"
    sign = "" if marked else edition.sign(*_texts(question))
    body = _BODIES[question.kind](question, edition, name, owner)
    return tag(
        "form",
        sign,
        tag("p", edition.word("question"), class_="kicker"),
        tag("div", edition.block(question.stem, owner=owner), class_="stem", id=f"{name}-stem"),
        tag("p", edition.word(f"how-{question.kind}"), class_="how", id=f"{name}-how"),
        body,
        _hint(question, edition, owner),
        tag("div", role="status", class_="verdict"),
        _feedback(question, edition, owner),
        class_="question",
        id=name,
        data_question=edition.keys.questions[question.id],
        aria_labelledby=f"{name}-stem",
    )


def _texts(question: Question) -> tuple[Text, ...]:
    return (
        question.stem,
        *(choice.text for choice in question.choices),
        *(item.text for item in question.items),
        *(text for pair in question.pairs for text in (pair.left, pair.right)),
        *(text for _, text in question.feedback),
    )


def _choices(question: Question, edition: Edition, name: str, owner: str) -> str:
    kind = "radio" if question.kind == "choice" else "checkbox"
    keys = options_of(question)
    rows = [_choice(kind, name, keys[choice.id], edition.inline(choice.text, owner=owner)) for choice in question.choices]
    return _group(name, *rows, radio=kind == "radio")


def _true_false(_question: Question, edition: Edition, name: str, _owner: str) -> str:
    return _group(name, *(_choice("radio", name, value, edition.word(word)) for value, word in (("t", "true"), ("f", "false"))))


def _choice(kind: str, name: str, value: str, html: str) -> str:
    return tag("label", tag("input", type=kind, name=name, value=value), tag("span", html), class_="choice")


def _group(name: str, *rows: str, radio: bool = True) -> str:
    role = "radiogroup" if radio else "group"
    return tag("div", *rows, class_="choices", role=role, aria_labelledby=f"{name}-stem", aria_describedby=f"{name}-how")


def _match(question: Question, edition: Edition, name: str, owner: str) -> str:
    keys = options_of(question)
    # Sorted by key: an order that does not tell which belongs to which, and is the same in every build.
    rights = sorted(question.pairs, key=lambda pair: keys[pair.id])
    options = "".join(
        tag("option", edition.label(pair.right), value=keys[pair.id], lang=edition.lang(pair.right)) for pair in rights
    )
    rows = []
    for pair in question.pairs:
        label = f"{name}-{keys[pair.id]}"
        left = tag("label", edition.inline(pair.left, owner=owner), for_=label)
        first = tag("option", edition.word("choose"), value="-")
        rows.append(tag("div", left, tag("select", first, options, id=label, name=keys[pair.id]), class_="pair"))
    return tag("div", *rows, class_="pairs")


def _order(question: Question, edition: Edition, name: str, owner: str) -> str:
    keys = options_of(question)
    shown = sorted(question.items, key=lambda item: keys[item.id])
    if shown == list(question.items):
        shown.append(shown.pop(0))
    rows = [tag("li", tag("span", edition.inline(item.text, owner=owner), class_="item"), data_key=keys[item.id]) for item in shown]
    return tag("ol", *rows, class_="sequence", aria_labelledby=f"{name}-stem")


def _number(question: Question, edition: Edition, name: str, owner: str) -> str:
    box = tag(
        "input", type="text", inputmode="decimal", autocomplete="off", maxlength=12, name=name, aria_labelledby=f"{name}-stem"
    )
    unit = tag("span", edition.inline(question.unit, owner=owner), class_="unit") if question.unit else ""
    return tag("div", box, unit, class_="number")


def _rating(question: Question, edition: Edition, name: str, owner: str) -> str:
    if question.scale is None:
        return ""
    steps = [_choice("radio", name, str(step), str(step)) for step in range(1, question.scale.steps + 1)]
    low = tag("span", edition.inline(question.scale.low, owner=owner), class_="end")
    high = tag("span", edition.inline(question.scale.high, owner=owner), class_="end")
    return tag("div", low, _group(name, *steps), high, class_="rating")


_BODIES: dict[str, Callable[[Question, Edition, str, str], str]] = {
    "choice": _choices,
    "multiple": _choices,
    "true-false": _true_false,
    "match": _match,
    "order": _order,
    "number": _number,
    "rating": _rating,
}


def _hint(question: Question, edition: Edition, owner: str) -> str:
    if not question.hint:
        return ""
    return tag("details", tag("summary", edition.word("hint")), edition.block(question.hint, owner=owner), class_="hint")


_OUTCOMES = {"if-true": "t", "if-false": "f"}


def _feedback(question: Question, edition: Edition, owner: str) -> str:
    keys = options_of(question)
    texts = [(keys[choice.id], choice.feedback) for choice in question.choices if choice.feedback]
    texts += [(_OUTCOMES.get(outcome, outcome), text) for outcome, text in question.feedback]
    return "".join(tag("template", edition.block(text, "feedback", owner=owner), data_for=key) for key, text in texts)


def question_data(question: Question, edition: Edition) -> dict[str, object]:
    """What the script needs: the id, how to judge, how to report.

    A test is drawn over objectives and, within each, over levels. ``options`` pairs keys with ids, in the author's order.
    ``right`` is the answer as it is saved: keys one after the other for choice, multiple, order and match (left and right
    in turn), ``t`` or ``f``, a number, or empty for rating.
    """
    options = options_of(question)
    data: dict[str, object] = {
        "id": question.id,
        "kind": question.kind,
        "objective": question.objective,
        "level": question.level,
        "title": edition.description(question.stem),
        "options": [[key, id] for id, key in options.items()],
        "right": right_answer(question),
    }
    return data | ({"tolerance": question.tolerance} if question.kind == "number" else {})


def right_answer(question: Question) -> str:
    """The right answer as it is saved."""
    keys = options_of(question)
    match question.kind:
        case "choice" | "multiple":
            return "".join(keys[choice.id] for choice in question.choices if choice.correct)
        case "true-false":
            return "t" if question.answer else "f"
        case "match":
            return "".join(keys[pair.id] * 2 for pair in question.pairs)
        case "order":
            return "".join(keys[item.id] for item in question.items)
        case "number":
            return f"{question.answer:.12g}" if question.answer is not None else ""
        case _:
            return ""
