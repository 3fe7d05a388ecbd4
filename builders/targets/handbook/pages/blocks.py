"""The blocks of a segment, each named for what the trainer does with it: blocks come in, Markdown goes out."""

from __future__ import annotations

from html import escape

from builders.model.blocks import (
    Activity,
    Aside,
    Block,
    Column,
    Columns,
    Debrief,
    Facilitator,
    Notes,
    Online,
    Prose,
    Reference,
    Slide,
)
from builders.model.pictures import SlidePicture
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.asked import asked
from builders.targets.handbook.pages.references import referred
from builders.targets.handbook.pages.screen import NONE, Pictures, beside, pictured
from builders.targets.handbook.pages.writer import Writer

_ASIDES = {"callout": "remember", "caution": "caution", "example": "example", "keypoints": "keypoints"}


def blocks(write: Writer, children: tuple[Block, ...], pictures: Pictures = NONE) -> str:
    """All blocks, in the order in which they are taught, with ``pictures`` of their slides."""
    return markup.stacked(*(_segment_block(write, child, pictures.get(at, ())) for at, child in enumerate(children)))


def _segment_block(write: Writer, block: Block, pictures: tuple[SlidePicture, ...]) -> str:
    if isinstance(block, Slide):
        return _slide(write, block, pictures)
    if pictures:
        return markup.stacked(_block(write, block), beside(write, pictures))
    if isinstance(block, Prose):
        return markup.box("block block-say", write.for_trainer(markup.label(write.word("say"))), write.prose(block.text))
    return _block(write, block)


def _block(write: Writer, block: Block) -> str:
    match block:
        case Prose():
            return write.prose(block.text)
        case Slide():
            return _slide(write, block)
        case Notes():
            return _trainers(write, "notes", "say-slide", block.children)
        case Facilitator():
            return _trainers(write, "watch", "watch-for", block.children)
        case Debrief():
            return _trainers(write, "debrief", "debrief", block.children)
        case Activity():
            return _activity(write, block)
        case Online():
            return markup.folded("online", escape(write.word("online")), _inside(write, block.children))
        case Aside():
            return _aside(write, block)
        case Columns():
            return markup.box("columns", *(_block(write, column) for column in block.columns))
        case Column():
            return markup.box("column", _inside(write, block.children))
        case Reference():
            return _reference(write, block)


def _inside(write: Writer, children: tuple[Block, ...]) -> str:
    return markup.stacked(*(_block(write, child) for child in children))


def _trainers(write: Writer, kind: str, word: str, children: tuple[Block, ...]) -> str:
    """What no participant is shown: notes, hints on leading the group, debriefs."""
    if not write.for_trainers:
        return ""
    return markup.box(f"block block-{kind} for-trainer", markup.label(write.word(word)), _inside(write, children))


def _slide(write: Writer, slide: Slide, pictures: tuple[SlidePicture, ...] = ()) -> str:
    title = f"**{write.inline(slide.title)}**" if slide.title else ""
    notes = _trainers(write, "notes", "say-slide", slide.notes) if slide.notes else ""
    shown = markup.box("slide", title, _inside(write, slide.children))
    seen = pictured(write, pictures, shown)
    return markup.box("block block-show", write.for_trainer(markup.label(write.word("show"))), seen, notes)


def _activity(write: Writer, activity: Activity) -> str:
    title = write.inline(activity.title)
    return markup.box(
        "block block-do",
        markup.label(write.word("do")),
        f"**{title}**" if title else "",
        _conditions(write, activity),
        _inside(write, activity.children),
        id=f"activity_{activity.id}" if activity.id else "",
    )


def _conditions(write: Writer, activity: Activity) -> str:
    conditions = [
        write.word(f"method-{activity.method}") if activity.method else "",
        grouped(write, activity.group),
        write.word("minutes", n=activity.minutes) if activity.minutes else "",
    ]
    chips = " ".join(markup.span("chip", words) for words in dict.fromkeys(conditions) if words)
    materials = f"{write.word('materials')}: {write.inline(activity.materials)}" if activity.materials else ""
    return markup.stacked(chips, materials)


def grouped(write: Writer, group: str) -> str:
    """How the room is divided for an activity, in words."""
    if group.isdecimal():
        return write.word("group-number", n=group)
    return write.word(f"group-{group}") if group else ""


def _aside(write: Writer, aside: Aside) -> str:
    title = f"**{write.inline(aside.title)}**" if aside.title else ""
    name = markup.label(write.word(_ASIDES[aside.kind]))
    return markup.box(f"block block-{aside.kind}", name, title, _inside(write, aside.children))


def _reference(write: Writer, reference: Reference) -> str:
    if reference.kind == "question":
        question = write.edition.curriculum.question(reference.target)
        return markup.box("block block-check", markup.label(write.word("check")), asked(write, question)) if question else ""
    return referred(write, reference)
