"""A procedure step by step: its steps come in, a page for each goes out: who, what, how long, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builders.model.sops import END, Sop, Step
from builders.rendering.paragraphs import BULLET, TEXT
from builders.targets.slides.breaking import sentences
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import JUMP, Box, Card, Holder, Line, Page
from builders.targets.slides.pages.flow import duration, place_of, step_key
from builders.targets.slides.pages.writer import Writer

_SIZES = (24, 22, 20, 18)
_PANEL = (20, 18)
_GAP = 14
_BUTTON = 44
_LEAST = 120  # points that the words of a step keep, whatever stands under them


def step_pages(write: Writer, sop: Sop, numbers: Mapping[str, int]) -> tuple[Page, ...]:
    return tuple(page for step in sop.steps for page in _step(write, sop, step, numbers))


def _step(write: Writer, sop: Sop, step: Step, numbers: Mapping[str, int]) -> tuple[Page, ...]:
    frame = write.frame("activity")
    below, high = _below(write, sop, step, numbers, frame)
    room = frame.tall(frame.h - high)
    parts = write.setter.parts(_told(write, step), room, _SIZES)
    panel = Holder(2, _panel(write, step, numbers))
    boxes: list[tuple[str, Sequence[Box]]] = [("activity", (Holder(1, part, room), panel)) for part in parts]
    boxes[-1] = ("activity", (*boxes[-1][1], *below))
    title = write.line(step.title, before=f"{numbers[step.id]}  ")
    notes = _notes(write, sop, step)
    return write.series(
        title, boxes, shown=(sop.title, step), notes=notes, kicker=write.line(sop.title), keys=(step_key(sop, step),)
    )


def _told(write: Writer, step: Step) -> list[Line]:
    """What is done, a point for each sentence."""
    lines = [part for line in write.lines(step.action) for part in sentences(line)]
    return [replace(line, kind=BULLET) if line.kind == TEXT and len(lines) > 1 else line for line in lines]


def _panel(write: Writer, step: Step, numbers: Mapping[str, int]) -> tuple[Line, ...]:
    """Which of how many, who does it, how soon."""
    lines = [write.plain(f"{numbers[step.id]}/{len(numbers)}", bold=True, size=44), write.line(step.actor, bold=True)]
    if step.within:
        lines.append(write.plain(write.word("within", time=duration(write, step.within))))
    frame = write.frame("activity", 2)
    return write.setter.shrunk(lines, frame, _PANEL, airy=(0.45,)) or write.setter.at(lines, _PANEL[-1])


def _below(write: Writer, sop: Sop, step: Step, numbers: Mapping[str, int], frame: Frame) -> tuple[tuple[Box, ...], float]:
    """The exact words and the ways on, from the bottom of the frame upwards, and the points that they take. Words that leave too
    little room stand in the notes alone."""
    ways = _ways(write, sop, step, numbers, frame)
    high = _BUTTON + _GAP if ways else 0.0
    asked = _asked(write, step, frame, frame.bottom - high)
    high += asked.frame.h + _GAP if asked else 0.0
    said = _said(write, step, frame, frame.bottom - high)
    if said and frame.h - high - said.frame.h - _GAP < max(_LEAST, _needed(write, step, frame)):
        said = None
    high += said.frame.h + _GAP if said else 0.0
    return tuple(box for box in (said, asked, *ways) if box), high


def _needed(write: Writer, step: Step, frame: Frame) -> float:
    return write.setter.height(write.setter.at(_told(write, step), _SIZES[-1]), frame.w)


def _ways(write: Writer, sop: Sop, step: Step, numbers: Mapping[str, int], frame: Frame) -> tuple[Card, ...]:
    """A button for each answer to a decision, and one where a step leads elsewhere than to the next."""
    ways: list[tuple[str, str]] = []
    if step.decision:
        ways = [(write.word("yes"), step.decision.yes), (write.word("no"), step.decision.no)]
    elif numbers.get(step.next) != numbers[step.id] + 1:
        ways = [(write.word("next"), step.next)]
    cards = []
    strip = Frame(frame.x, frame.bottom - _BUTTON, frame.w, _BUTTON)
    for place, (word, target) in zip(strip.columns(2, _GAP), ways, strict=False):
        words = write.plain(f"{word} → {place_of(write, target, numbers)}", bold=True, size=20, colour="dk2")
        link = "" if target == END else f"{JUMP}sop:{sop.id}/{target}"
        name = f"Way to {target}"
        cards.append(
            Card(name, place, (replace(words, align="ctr"),), "roundRect", "accent2/25", "accent2", link, adjust=(16_000,))
        )
    return tuple(cards)


def _asked(write: Writer, step: Step, frame: Frame, bottom: float) -> Card | None:
    """The question that decides."""
    if not step.decision:
        return None
    words = write.setter.at((write.line(step.decision.question, bold=True),), 20)
    high = write.setter.height(words, frame.w - 24) + 16
    place = Frame(frame.x, bottom - high, frame.w, high)
    return Card("Decision", place, words, "plaque", "accent2/10", "accent2", inset=(12, 4), adjust=(9_000,))


def _said(write: Writer, step: Step, frame: Frame, bottom: float) -> Card | None:
    """The exact words."""
    if not step.say:
        return None
    words = write.setter.at((write.line(step.say, before=f"{write.word('sop-say')}: "),), 20)
    high = write.setter.height(words, frame.w - 32) + 16
    place = Frame(frame.x, bottom - high, frame.w, high)
    return Card("What is said", place, words, "roundRect", "accent1/10", inset=(16, 4), adjust=(24_000,))


def _notes(write: Writer, sop: Sop, step: Step) -> tuple[Line, ...]:
    """What the page leaves out: the exact words, what never to do, records, law, who else."""
    record = sop.record(step.record)
    told = (
        ("sop-say", step.say),
        ("sop-never", step.never),
        ("sop-trigger", step.trigger),
        ("sop-substitute", step.substitute),
        ("sop-record", record.name if record else None),
        ("sop-hand-over", step.hand_over),
        ("sop-escalation", step.escalation),
        ("sop-legal", step.legal_basis),
    )
    return tuple(write.line(text, before=f"{write.word(key)}: ", kind=BULLET) for key, text in told if text)
