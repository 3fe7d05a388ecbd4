"""A segment in its time: its blocks come in, pages in teaching order go out, with the trainer's words in the notes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from builders.model.blocks import Activity, Aside, Block, Reference, Slide
from builders.model.modules import Segment
from builders.targets.slides.page import Line, Page
from builders.targets.slides.pages.activity import activity_pages
from builders.targets.slides.pages.authored import slide_pages
from builders.targets.slides.pages.furniture import plate
from builders.targets.slides.pages.keypoints import keypoint_pages
from builders.targets.slides.pages.question import question_pages
from builders.targets.slides.pages.scenario import scenario_pages
from builders.targets.slides.pages.sop import sop_pages
from builders.targets.slides.pages.trainer import said_notes, trainer_notes
from builders.targets.slides.pages.video import video_pages
from builders.targets.slides.pages.writer import Writer


@dataclass(slots=True)
class Counter:
    """Counts the questions of a deck."""

    questions: int = field(default=0)

    def next(self) -> int:
        self.questions += 1
        return self.questions


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as a deck shows it. ``start`` is in minutes after midnight, ``None`` where nobody knows; ``hidden`` ones are for
    longer courses."""

    segment: Segment
    start: int | None
    hidden: bool = False


def questions_in(segment: Segment) -> int:
    """How many questions a segment puts to the room."""
    return sum(isinstance(block, Reference) and block.kind == "question" for block in segment.blocks)


def segment_pages(write: Writer, part: Part, counter: Counter) -> tuple[Page, ...]:
    """The pages of one segment; what is not taught in this course is hidden."""
    segment, start = part.segment, part.start
    title = write.line(segment.title)
    if part.hidden:
        title = write.extended(title, f" · {write.word('extended')}")
    inside = replace(write, kicker=title, when=write.timed(start, segment.minutes, title), hidden=part.hidden)
    pages: list[Page] = []
    waiting: list[Line] = []  # the trainer's words before the first page
    for at, block in enumerate(segment.blocks):
        made = [replace(page, segment=segment.id, block=at) for page in _pages(inside, block, segment, counter)]
        if made:
            made[0] = _noted(made[0], inside, waiting)
            pages += made
            waiting = []
            continue
        notes = trainer_notes(inside, block)
        if pages:
            pages[-1] = _noted(pages[-1], inside, notes)
        else:
            waiting += notes
    if part.hidden and pages:
        pages[0] = _noted(pages[0], inside, [inside.say("extended-how")])
    return tuple(pages) or (replace(_plate(inside, segment, start, waiting), segment=segment.id),)


def _pages(write: Writer, block: Block, segment: Segment, counter: Counter) -> Iterator[Page]:
    match block:
        case Slide():
            yield from slide_pages(write, block, heading=segment.title, notes=said_notes(write, block.notes))
        case Activity():
            yield from activity_pages(write, block)
        case Aside(kind="keypoints"):
            yield from keypoint_pages(write, block)
        case Reference():
            yield from _referred(write, block, counter)
        case _:
            return


def _referred(write: Writer, reference: Reference, counter: Counter) -> Iterator[Page]:
    """Nothing for an id that does not exist: a rule reports it."""
    curriculum = write.curriculum
    match reference.kind:
        case "question":
            question = curriculum.question(reference.target)
            if question:
                yield from question_pages(write, question, counter.next())
        case "scenario":
            scenario = curriculum.scenario(reference.target)
            if scenario:
                yield from scenario_pages(write, scenario)
        case "sop":
            sop = curriculum.sop(reference.target)
            if sop:
                yield from sop_pages(write, sop)
        case _:
            video = curriculum.video(reference.target)
            if video:
                yield from video_pages(write, video)


def _noted(page: Page, write: Writer, notes: list[Line] | tuple[Line, ...]) -> Page:
    """A page with more notes at the end."""
    return replace(page, notes=write.noted((*page.notes, *notes))) if notes else page


def _plate(write: Writer, segment: Segment, start: int | None, notes: list[Line]) -> Page:
    """A page for a segment that shows nothing of its own."""
    above = write.plain(write.span(start, start + segment.minutes)) if start is not None else None
    minutes = write.say("minutes", n=segment.minutes)
    return plate(write, "section", write.line(segment.title), (minutes,), shown=(segment.title,), notes=notes, above=above)
