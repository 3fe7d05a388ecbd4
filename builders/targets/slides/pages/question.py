"""A question from the item bank: it comes in, a poll page and a page with the answer go out; the notes tell all feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.questions import Question, Scale
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import Box, Card, Grid, Holder, Line, Page
from builders.targets.slides.pages.answer import PAIR_SHARES, PAIR_SIZES, answer_notes, answer_pages
from builders.targets.slides.pages.cards import LETTERS, Wording, cards
from builders.targets.slides.pages.options import mixed, options
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer

_STEM = (26, 24, 22, 20, 18)
_CHOICES = (24, 22, 20, 18)


def question_pages(write: Writer, question: Question, number: int) -> tuple[Page, ...]:
    """``number`` counts the questions of the deck."""
    how = write.say(f"how-{question.kind}")
    title = write.say("question", n=number)
    poll = write.series(title, _poll(write, question), shown=(question,), notes=answer_notes(write, question), kicker=how)
    return (*poll, *answer_pages(write, question, number))


def _poll(write: Writer, question: Question) -> list[tuple[str, Sequence[Box]]]:
    """Stem and answers on one page, on two where they do not fit."""
    area = write.stage("question")
    stem = write.lines(question.stem)
    for size in _STEM:
        lines = write.setter.at(stem, size)
        high = write.setter.height(heavy(lines), area.w) + 4
        below = area.below(high + 14)
        answers = _answers(write, question, below) if below.h > 60 else None
        if answers is not None:
            return [("question", (Holder(1, lines, area.tall(high)), *answers))]
    stems = write.setter.parts(stem, area.tall(area.h * 0.85), _STEM)  # the layout sets them bold, hence wider
    return [*(("question", (Holder(1, part, area),)) for part in stems), *_alone(write, question, area)]


def _alone(write: Writer, question: Question, area: Frame) -> list[tuple[str, Sequence[Box]]]:
    """The answers without the stem; as text over several pages where even that is too little room for cards."""
    answers = _answers(write, question, area)
    if answers is not None:
        return [("question", answers)]
    if question.kind == "match":
        return [("question", (grid,)) for grid in _table(write, question, area)]
    lines = [option.line for option in options(write, question)]
    return [
        ("question", [Card("Answers", area, part, anchor="t", inset=(0, 0))]) for part in write.setter.parts(lines, area, (20, 18))
    ]


def _answers(write: Writer, question: Question, area: Frame) -> Sequence[Box] | None:
    """What the room chooses from, ``None`` where it does not fit."""
    match question.kind:
        case "match":
            return _pairs(write, question, area)
        case "number":
            return _blank(write, question, area)
        case "rating":
            return _scale(write, question.scale, area) if question.scale else ()
        case _:
            wordings = [Wording(option.letter, (option.line,)) for option in options(write, question)]
            return cards(wordings, area, write.setter, _CHOICES)


def heavy(lines: Sequence[Line]) -> tuple[Line, ...]:
    """As the layout sets the stem: bold, hence wider."""
    return tuple(replace(line, runs=tuple(replace(run, bold=True) for run in line.runs)) for line in lines)


def _pairs(write: Writer, question: Question, area: Frame) -> Sequence[Box] | None:
    found = _table(write, question, area)
    return found if len(found) == 1 and found[0].frame.h <= area.h else None


def _table(write: Writer, question: Question, area: Frame) -> tuple[Grid, ...]:
    """Numbers on the left, letters on the right."""
    others = mixed(question.id, question.pairs)
    rows = tuple(
        (write.plain(str(at), bold=True), write.line(pair.left), write.plain(LETTERS[at - 1], bold=True), write.line(other.right))
        for at, (pair, other) in enumerate(zip(question.pairs, others, strict=True), start=1)
    )
    name = write.word("how-match")
    return grids(Sheet((), rows), area, write.setter, description=name, idx=-1, sizes=PAIR_SIZES, shares=PAIR_SHARES)


def _blank(write: Writer, question: Question, area: Frame) -> Sequence[Box]:
    unit = write.line(question.unit, before="_______   ") if question.unit else write.plain("_______")
    line = replace(unit, size=32, align="ctr")
    return (Card("Number", replace(area, h=min(area.h, 96)), (line,), "roundRect", fill="accent1/10", adjust=(12_000,)),)


def _scale(write: Writer, scale: Scale, area: Frame) -> Sequence[Box]:
    """The steps side by side, what their ends mean beneath."""
    strip = area.tall(72)
    steps = [
        Card(f"Step {at}", frame, (replace(write.plain(str(at), bold=True, size=28), align="ctr"),), "roundRect", fill="accent1/10")
        for at, frame in enumerate(strip.columns(scale.steps, 12), start=1)
    ]
    left, right = area.below(84).columns(2, 24)
    low = replace(write.line(scale.low), size=20)
    high = replace(write.line(scale.high), size=20, align="r")
    ends = [Card("Low", left, (low,), anchor="t", inset=(0, 0)), Card("High", right, (high,), anchor="t", inset=(0, 0))]
    return [*steps, *ends]
