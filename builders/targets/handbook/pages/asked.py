"""A question as it is put to the room, with the answer and the feedback folded under it: a question comes in, Markdown
goes out."""

from __future__ import annotations

from html import escape

from builders.model.questions import Question
from builders.model.text import Text
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.writer import Writer


def asked(write: Writer, question: Question) -> str:
    """The stem, what there is to choose from, the hint, and for trainers the folded answer."""
    hint = f"{write.word('hint')}: {write.inline(question.hint)}" if question.hint else ""
    return markup.stacked(write.prose(question.stem), put(write, question), hint, _answer(write, question))


def _answer(write: Writer, question: Question) -> str:
    if not write.for_trainers:
        return ""
    summary = escape(write.word("answer"))
    return markup.folded("answer for-trainer", summary, _answered(write, question), _feedback(write, question))


def put(write: Writer, question: Question) -> str:
    """What there is to choose from, without any answer."""
    match question.kind:
        case "choice" | "multiple":
            return _put_choices(write, question)
        case "true-false":
            return write.word("true-or-false")
        case "match":
            return _put_match(write, question)
        case "order":
            return _put_order(write, question)
        case "rating":
            return _put_rating(write, question)
        case _:  # a number is asked for by the stem alone
            return ""


def _answered(write: Writer, question: Question) -> str:
    """The right answer; with the feedback where every choice has its own."""
    match question.kind:
        case "choice" | "multiple":
            return _answer_choices(write, question)
        case "true-false":
            return markup.span("verdict correct", write.word("true" if question.answer else "false"))
        case "match":
            return _answer_match(write, question)
        case "order":
            return _answer_order(write, question)
        case "rating":
            return write.word("rating-none")
        case _:
            return _answer_number(write, question)


def _letter(position: int) -> str:
    return "ABCDEFGH"[position]


def _put_choices(write: Writer, question: Question) -> str:
    more = write.word("choose-all") if question.kind == "multiple" else ""
    return markup.stacked(
        more, markup.box("choices", markup.listed((write.item(choice.text) for choice in question.choices), numbered=True))
    )


def _answer_choices(write: Writer, question: Question) -> str:
    def answer(position: int) -> str:
        choice = question.choices[position]
        kind = "correct" if choice.correct else "incorrect"
        verdict = markup.span(f"verdict {kind}", f"{_letter(position)} · {write.word(kind)}")
        return f"{verdict} {write.inline(choice.feedback)}"

    return markup.listed(answer(position) for position in range(len(question.choices)))


def _put_match(write: Writer, question: Question) -> str:
    left = markup.listed(write.item(pair.left) for pair in question.pairs)
    right = markup.listed(write.item(text) for text in _shuffled([pair.right for pair in question.pairs]))
    return markup.box(
        "columns",
        markup.box("column", f"{write.word('match-lead')}:", left),
        markup.box("column", f"{write.word('match-with')}:", right),
    )


def _answer_match(write: Writer, question: Question) -> str:
    return markup.listed(f"{write.inline(pair.left)} → {write.inline(pair.right)}" for pair in question.pairs)


def _put_order(write: Writer, question: Question) -> str:
    items = markup.listed(write.item(text) for text in _shuffled([item.text for item in question.items]))
    return markup.stacked(f"{write.word('order-lead')}:", items)


def _answer_order(write: Writer, question: Question) -> str:
    items = markup.listed((write.item(item.text) for item in question.items), numbered=True)
    return markup.stacked(f"{write.word('order-answer')}:", items)


def _answer_number(write: Writer, question: Question) -> str:
    unit = f" {write.inline(question.unit)}" if question.unit else ""
    answer = f"{float(question.answer or 0):g}"
    if question.tolerance:
        words = write.word("number-tolerance", answer=answer, tolerance=f"{question.tolerance:g}")
    else:
        words = write.word("number-answer", answer=answer)
    return markup.span("verdict correct", words + unit)


def _put_rating(write: Writer, question: Question) -> str:
    scale = question.scale
    if scale is None:
        return ""
    return write.word("rating-scale", steps=scale.steps, low=write.inline(scale.low), high=write.inline(scale.high))


def _feedback(write: Writer, question: Question) -> str:
    return markup.listed(f"{write.word(f'feedback-{outcome}')}: {write.inline(text)}" for outcome, text in question.feedback)


def _shuffled(texts: list[Text]) -> list[Text]:
    """An order that does not give the answer away and is the same in every build: that of the words."""
    return sorted(texts, key=lambda text: text.value)
