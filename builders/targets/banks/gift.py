"""The GIFT text format (docs.moodle.org, "GIFT format"): a module comes in, one UTF-8 text goes out.

Questions are separated by blank lines, so each is written without any. All prose is ``[html]``, with GIFT's own signs escaped.
A comment before a question carries its id and tags, which Moodle reads since 3.7 and others pass over.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.questions import Question
from builders.targets.banks.naming import by_objective, category, tags
from builders.targets.packaging.answers import mixed_items, number, percent, rating_steps, shares
from builders.targets.packaging.wording import NOTHING, Html, Wording, owner_of

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n", "\r": ""})
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml"}
_RATING_NOTE = "// No answer of the next question is right or wrong, so each gives the full mark: set its mark to 0 in the quiz."


def gift(module: Module, curriculum: Curriculum) -> bytes:
    """A module's item bank in the language of ``curriculum``. An ``order`` question asks for the place of each line."""
    wording = Wording(curriculum, area="banks")
    parts = []
    for objective, questions in by_objective(module).items():
        parts.append(f"$CATEGORY: {category(module, wording, objective)}")
        parts += [_question(question, wording) for question in questions]
    return ("\n\n".join(parts) + "\n").encode()


def _question(question: Question, wording: Wording) -> str:
    labels = "".join((f"[id:{question.id}]", *(f" [tag:{tag}]" for tag in tags(question))))
    title = escaped(wording.name(question))
    stem, answers = _KINDS[question.kind](question, wording)
    lines = [f"// {labels}", f"::{title}::{_html(wording.stem(question) + stem)}{{{answers[0]}", *answers[1:], "}"]
    return "\n".join([_RATING_NOTE, *lines] if question.kind == "rating" else lines)


_Parts = tuple[Html, list[str]]
"""What stands below the stem, and the lines between the braces, the first of them right behind the opening one."""


def _choice(question: Question, wording: Wording) -> _Parts:
    owner = owner_of(question)
    worth = shares(question) if question.kind == "multiple" else {}
    lines = []
    for choice in question.choices:
        sign = f"~%{percent(worth[choice.id])}%" if worth else ("=" if choice.correct else "~")
        feedback = wording.block(choice.feedback, owner=owner)
        lines.append(f"\t{sign}{_html(wording.inline(choice.text, owner=owner))}{_after('#', feedback)}")
    return NOTHING, ["", *lines, *_everybody(_hint(question, wording))]


def _true_false(question: Question, wording: Wording) -> _Parts:
    """The first feedback is for a wrong answer, the second for a right one."""
    outcomes = ("if-false", "if-true") if question.answer else ("if-true", "if-false")
    wrong, right = (wording.block(question.feedback_for(outcome), owner=owner_of(question)) for outcome in outcomes)
    said = f"#{_html(wrong)}#{_html(right)}" if wrong or right else ""
    return NOTHING, [("TRUE" if question.answer else "FALSE") + said, *_everybody(_hint(question, wording))]


def _match(question: Question, wording: Wording) -> _Parts:
    owner = owner_of(question)
    pairs = ((wording.inline(pair.left, owner=owner), wording.plain(pair.right)) for pair in question.pairs)
    return NOTHING, ["", *_pairs(pairs), *_everybody(_hint(question, wording), _outcomes(question, wording))]


def _order(question: Question, wording: Wording) -> _Parts:
    owner = owner_of(question)
    places = {item.id: str(place) for place, item in enumerate(question.items, start=1)}
    pairs = ((wording.inline(item.text, owner=owner), places[item.id]) for item in mixed_items(question))
    below = Html(f"<p>{wording.word('order-as-places')}</p>")
    return below, ["", *_pairs(pairs), *_everybody(_hint(question, wording), _outcomes(question, wording))]


def _pairs(pairs: Iterable[tuple[Html, str]]) -> list[str]:
    return [f"\t={_html(left)} -> {escaped(right)}" for left, right in pairs]


def _number(question: Question, wording: Wording) -> _Parts:
    owner = owner_of(question)
    right = wording.block(question.feedback_for("correct"), owner=owner)
    wrong = wording.block(question.feedback_for("incorrect"), owner=owner)
    value = f"{number(float(question.answer or 0))}:{number(question.tolerance)}"
    lines = ["#", f"\t=%100%{value}{_after('#', right)}", *([f"\t~{_after('#', wrong)}"] if wrong else [])]
    unit = wording.plain(question.unit) if question.unit else ""
    below = Html(f"<p>{wording.word('answer-in', unit=unit)}</p>") if unit else NOTHING
    return below, [*lines, *_everybody(_hint(question, wording))]


def _rating(question: Question, wording: Wording) -> _Parts:
    """With one ``=`` among shares of 100 %, Moodle reads one answer to choose, each worth everything."""
    steps = [_html(wording.step(step, question)) for step in rating_steps(question)]
    lines = [f"\t{'=' if at == 0 else '~%100%'}{step}" for at, step in enumerate(steps)]
    return NOTHING, ["", *lines, *_everybody(wording.block(question.feedback_for("any"), owner=owner_of(question)))]


_KINDS: dict[str, Callable[[Question, Wording], _Parts]] = {
    "choice": _choice,
    "multiple": _choice,
    "true-false": _true_false,
    "match": _match,
    "order": _order,
    "number": _number,
    "rating": _rating,
}


def _hint(question: Question, wording: Wording) -> Html:
    """GIFT has no hints, so the hint is part of what is said afterwards."""
    html = wording.block(question.hint, owner=owner_of(question))
    return Html(f"<p>{wording.word('hint')}</p>") + html if html else NOTHING


def _outcomes(question: Question, wording: Wording) -> Html:
    """A matching question has one feedback for everybody: both cases are named in it."""
    said = NOTHING
    for outcome, key in (("correct", "if-right"), ("incorrect", "if-wrong")):
        html = wording.block(question.feedback_for(outcome), owner=owner_of(question))
        said += Html(f"<p>{wording.word(key)}</p>") + html if html else NOTHING
    return said


def _everybody(*parts: Html) -> list[str]:
    """The general feedback, the last thing before the closing brace."""
    said = sum(parts, NOTHING)
    return [f"\t####{_html(said)}"] if said else []


def _after(sign: str, html: Html) -> str:
    return f"{sign}{_html(html)}" if html else ""


def _html(html: Html) -> str:
    """Even an empty text says that it is HTML: an author's text that begins with a bracket is no format."""
    return f"[html]{escaped(html.placed(_inlined))}"


def _inlined(path: str, data: bytes) -> str:
    """GIFT has no files: the picture itself stands in the address."""
    kind = _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def escaped(text: str) -> str:
    """With a backslash before every sign that GIFT reads as its own; line breaks as ``\\n``, since a blank line ends a question."""
    return re.sub(r"[ \t]+\n", "\n", text).strip().translate(_SIGNS)
