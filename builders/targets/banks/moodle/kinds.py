"""What is special about each kind of question in Moodle XML: a question comes in, Moodle's type and elements go out.

The names of types and elements are those that Moodle's importer reads (question/format/xml/format.php, and for ordering
question/type/ordering/questiontype.php).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builders.model.questions import Question
from builders.model.text import Text
from builders.targets.banks.moodle.markup import element, formatted, value
from builders.targets.packaging.answers import number, percent, rating_steps, shares
from builders.targets.packaging.wording import NOTHING, Html, Wording, owner_of


@dataclass(frozen=True, slots=True)
class Special:
    """``type`` is Moodle's; ``elements`` are the XML that only this type has. ``after_stem`` stands below what is asked,
    ``general`` is the feedback that everybody gets, ``mark`` what the question is worth. ``parts`` says that hints may tell
    how much was right."""

    type: str
    elements: str
    after_stem: Html = NOTHING
    general: Html = NOTHING
    mark: int = 1
    parts: bool = False


def special(question: Question, wording: Wording) -> Special:
    """The kind's own part. Raises KeyError for an unknown kind."""
    return _KINDS[question.kind](question, wording)


def _choice(question: Question, wording: Wording) -> Special:
    owner = owner_of(question)
    worth = shares(question) if question.kind == "multiple" else {each.id: float(each.correct) for each in question.choices}
    answers = (
        _answer(
            worth[choice.id],
            wording.inline(choice.text, owner=owner),
            wording.block(choice.feedback, owner=owner),
        )
        for choice in question.choices
    )
    single = question.kind == "choice"
    return Special("multichoice", _choices(answers, single=single, shuffled=True), parts=not single)


def _choices(answers: Iterator[str], *, single: bool, shuffled: bool) -> str:
    return "".join(
        (
            value("single", "true" if single else "false"),
            value("shuffleanswers", "true" if shuffled else "false"),
            value("answernumbering", "abc" if shuffled else "none"),
            value("showstandardinstruction", "1"),
            *answers,
        )
    )


def _answer(worth: float, html: Html, feedback: Html = NOTHING) -> str:
    return formatted("answer", html, inside=formatted("feedback", feedback), fraction=percent(worth))


def _true_false(question: Question, wording: Wording) -> Special:
    def answer(words: str) -> str:
        feedback = wording.block(question.feedback_for(f"if-{words}"), owner=owner_of(question))
        right = (words == "true") is bool(question.answer)
        return element("answer", value("text", words), formatted("feedback", feedback), fraction="100" if right else "0")

    return Special("truefalse", answer("true") + answer("false"))


def _match(question: Question, wording: Wording) -> Special:
    subquestions = (
        formatted(
            "subquestion",
            wording.inline(pair.left, owner=owner_of(question)),
            inside=element("answer", value("text", wording.plain(pair.right))),
        )
        for pair in question.pairs
    )
    elements = value("shuffleanswers", "true") + _outcomes(question, wording) + "".join(subquestions)
    return Special("matching", elements, parts=True)


def _order(question: Question, wording: Wording) -> Special:
    owner = owner_of(question)
    settings = (
        value("layouttype", "VERTICAL"),
        value("selecttype", "ALL"),
        value("selectcount", str(len(question.items))),
        value("gradingtype", "ALL_OR_NOTHING"),
        value("showgrading", "HIDE"),
        value("numberingstyle", "none"),
    )
    answers = (
        formatted("answer", wording.inline(item.text, owner=owner), fraction=str(place))
        for place, item in enumerate(question.items, start=1)
    )
    return Special("ordering", "".join((*settings, _outcomes(question, wording), *answers)))


def _number(question: Question, wording: Wording) -> Special:
    owner = owner_of(question)

    def answer(words: str, worth: int, feedback: Text | None, tolerance: float) -> str:
        return element(
            "answer",
            value("text", words),
            formatted("feedback", wording.block(feedback, owner=owner)),
            value("tolerance", number(tolerance)),
            fraction=str(worth),
        )

    elements = answer(number(float(question.answer or 0)), 100, question.feedback_for("correct"), question.tolerance)
    if wrong := question.feedback_for("incorrect"):
        elements += answer("*", 0, wrong, 0)
    if question.unit is None:
        return Special("numerical", elements + value("showunits", "3"))
    unit = wording.plain(question.unit)
    units = element("units", element("unit", value("multiplier", "1"), value("unit_name", unit)))
    # The unit may be typed and need not be (unitgradingtype 0, showunits 0): the number decides.
    elements += units + value("unitgradingtype", "0") + value("showunits", "0") + value("unitsleft", "0")
    return Special("numerical", elements, after_stem=Html(f"<p>{wording.word('answer-in', unit=unit)}</p>"))


def _rating(question: Question, wording: Wording) -> Special:
    """No answer is right or wrong: each gets the full mark, and the mark is 0."""
    owner = owner_of(question)
    answers = (_answer(1, wording.step(step, question)) for step in rating_steps(question))
    elements = _choices(answers, single=True, shuffled=False)
    return Special("multichoice", elements, general=wording.block(question.feedback_for("any"), owner=owner), mark=0)


def _outcomes(question: Question, wording: Wording) -> str:
    """What is said to a right answer and to any other."""
    right = wording.block(question.feedback_for("correct"), owner=owner_of(question))
    wrong = wording.block(question.feedback_for("incorrect"), owner=owner_of(question))
    said = (("correctfeedback", right), ("partiallycorrectfeedback", wrong), ("incorrectfeedback", wrong))
    return "".join(formatted(name, html) for name, html in said)


_KINDS: dict[str, Callable[[Question, Wording], Special]] = {
    "choice": _choice,
    "multiple": _choice,
    "true-false": _true_false,
    "match": _match,
    "order": _order,
    "number": _number,
    "rating": _rating,
}
