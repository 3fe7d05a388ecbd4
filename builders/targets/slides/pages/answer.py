"""The answer to a question: the question comes in, pages that show it and lines of feedback for the notes go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.questions import Question
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Box, Holder, Line, Page, Words
from builders.targets.slides.pages.cards import Wording, bottom, cards
from builders.targets.slides.pages.options import hanging, options, right_letters
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_GREEN = "accent4/15"
_STEM = (22, 20, 18)

PAIR_SHARES = (6, 42, 6, 46)
"""The columns of a match question: number, left side, letter, right side."""

PAIR_SIZES = (22, 20, 18)


def answer_pages(write: Writer, question: Question, number: int) -> tuple[Page, ...]:
    """Nothing for a rating, which has no right answer, and nothing for participants."""
    if not question.graded or write.for_participants:
        return ()
    title = write.say("answer", n=number)
    kicker = write.say("right-answers" if question.kind == "multiple" else "right-answer")
    return write.series(title, _shown(write, question), shown=(question,), notes=answer_notes(write, question), kicker=kicker)


def answer_notes(write: Writer, question: Question) -> tuple[Line, ...]:
    """The right answer, the feedback to each answer, the hint."""
    right = [line for card in _right(write, question) for line in card]
    lines = [write.label("notes-answer"), *(_plain(line) for line in right)]
    told = [line for option in options(write, question) if option.feedback for line in (_told(option.letter, option.feedback),)]
    general = question.feedback if question.kind != "true-false" else ()
    told += [write.line(text, before=f"{write.word(f'feedback-{outcome}')}: ", kind=BULLET) for outcome, text in general]
    if told:
        lines += [write.label("notes-feedback"), *told]
    if question.hint:
        lines += [write.label("hint"), write.line(question.hint)]
    return tuple(lines) if question.graded else tuple(lines[2:])


def _plain(line: Line) -> Line:
    """A line as a bullet of the notes, its letter in the text."""
    return replace(line, runs=tuple(replace(run, text=run.text.replace("\t", ": ")) for run in line.runs), kind=BULLET, hang=0)


def _told(letter: str, feedback: Line) -> Line:
    return replace(feedback, runs=(Words(f"{letter}: ", bold=True), *feedback.runs), kind=BULLET)


def _shown(write: Writer, question: Question) -> list[tuple[str, Sequence[Box]]]:
    """The stem once more, the right answer, why it is right; on several pages where they do not fit on one."""
    area = write.stage("answer")
    stem = write.lines(question.stem)
    why = _why(write, question)
    for size in _STEM:
        lines = write.setter.at(stem, size)
        high = write.setter.height(lines, area.w) + 4
        below = area.below(high + 12)
        boxes = _answer(write, question, why, below) if below.h > 80 else None
        if boxes is not None:
            return [("answer", (Holder(1, lines, area.tall(high)), *boxes))]
    whole = _answer(write, question, why, area)
    if whole is not None:
        return [("answer", whole)]
    told = [line for card in _right(write, question) for line in card]
    return [("answer", (Holder(2, part, area),)) for part in write.setter.parts([*told, *why], area, (20, 18))]


def _answer(write: Writer, question: Question, why: Sequence[Line], area: Frame) -> Sequence[Box] | None:
    """The right answer with its reasons under it, ``None`` where they do not fit."""
    if question.kind == "match":
        return _matched(write, question, why, area)
    name = write.word("right-answer")
    wordings = [Wording(name, lines, fill=_GREEN, outline="accent4") for lines in _right(write, question)]
    for size in (26, 24, 22, 20, 18):
        least = write.setter.height(write.setter.at(why, max(size - 2, 18)), area.w) + 18 if why else 0
        found = cards(wordings, area.tall(area.h - least), write.setter, (size,)) if area.h - least > 30 else None
        if found is not None:
            return (*found, *_reasons(write, why, area.below(bottom(found, area) - area.y + 16)))
    return None


def _reasons(write: Writer, why: Sequence[Line], area: Frame) -> tuple[Box, ...]:
    if not why:
        return ()
    lines = write.setter.shrunk(why, area, (24, 22, 20, 18)) or write.setter.at(why, 18, airy=0.2)
    return (Holder(2, lines, area),)


def _matched(write: Writer, question: Question, why: Sequence[Line], area: Frame) -> Sequence[Box] | None:
    letters = right_letters(question)
    rows = tuple(
        (write.plain(str(at), bold=True), write.line(pair.left), write.plain(letters[pair.id], bold=True), write.line(pair.right))
        for at, pair in enumerate(question.pairs, start=1)
    )
    least = write.setter.height(write.setter.at(why, 18), area.w) + 16 if why else 0
    room = area.tall(area.h - least)
    found = grids(
        Sheet((), rows), room, write.setter, description=write.word("right-answer"), idx=-1, sizes=PAIR_SIZES, shares=PAIR_SHARES
    )
    if len(found) > 1 or found[0].frame.h > room.h:
        return None
    return (*found, *_reasons(write, why, area.below(found[0].frame.h + 16)))


def _right(write: Writer, question: Question) -> list[tuple[Line, ...]]:
    """The right answer: what is right by itself, each with its lines."""
    match question.kind:
        case "match":
            letters = right_letters(question)
            return [
                (write.line(pair.right, before=f"{at} – {letters[pair.id]}: "),) for at, pair in enumerate(question.pairs, start=1)
            ]
        case "order":
            letters = right_letters(question)
            return [tuple(hanging(letters[item.id], write.line(item.text)) for item in question.items)]
        case "number":
            return [(_number(write, question),)]
        case "rating":
            return [(write.say("no-right-answer"),)]
        case _:
            return [(option.line,) for option in options(write, question) if option.right]


def _number(write: Writer, question: Question) -> Line:
    value = f"{float(question.answer or 0):g}"
    if question.tolerance:
        value = write.word("give-or-take", n=value, more=f"{question.tolerance:g}")
    return write.line(question.unit, before=f"{value} ") if question.unit else write.plain(value, bold=True)


def _why(write: Writer, question: Question) -> tuple[Line, ...]:
    """The feedback to the right answer."""
    if question.kind in {"match", "order", "number"}:
        feedback = question.feedback_for("correct")
        return (write.line(feedback),) if feedback else ()
    told = [option for option in options(write, question) if option.right and option.feedback]
    if len(told) == 1 and told[0].feedback:
        return (told[0].feedback,)
    return tuple(_told(option.letter, option.feedback) for option in told if option.feedback)
