"""The blocks of a segment for the trainer, each named for what is done with it: blocks come in, Typst code goes out."""

from __future__ import annotations

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
from builders.model.text import Text
from builders.targets.printables.questions import answered, put
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string, truth
from builders.targets.printables.writer import Writer

ASIDES = {"callout": "remember", "caution": "caution", "example": "example", "keypoints": "keypoints"}
"""Words for the kinds of text that is set apart."""


def blocks(write: Writer, children: tuple[Block, ...]) -> str:
    """All blocks, in teaching order, each with its name in the margin."""
    return joined(_act(write, child) for child in children)


def _act(write: Writer, block: Block) -> str:
    match block:
        case Prose():
            return _named(write, "say", write.prose(block.text))
        case Slide():
            shown = call("framed", joined([call("p", call("strong", write.inline(block.title))), inside(write, block.children)]))
            notes = _named(write, "say-slide", inside(write, block.notes)) if block.notes else NOTHING
            return joined([_named(write, "show", shown), notes])
        case Facilitator() | Notes():
            return _named(write, "watch-for", inside(write, block.children))
        case Activity():
            return joined(
                [_named(write, "do", _activity(write, block), strong=True), *(_act(write, part) for part in block.debriefs)]
            )
        case Debrief():
            return _named(write, "debrief", inside(write, block.children))
        case Aside():
            return _named(write, ASIDES[block.kind], joined([_bold(write, block.title), inside(write, block.children)]))
        case Online():
            return NOTHING  # for a lone learner, not for the room
        case Reference():
            return _reference(write, block)
        case _:
            return _named(write, "say", inside(write, (block,)))


def inside(write: Writer, children: tuple[Block, ...]) -> str:
    """Blocks within a block, without names in the margin."""
    return joined(_inside(write, child) for child in children)


def _inside(write: Writer, block: Block) -> str:
    match block:
        case Prose():
            return write.prose(block.text)
        case Columns():
            columns = [inside(write, column.children) for column in block.columns]
            return call("grid", *columns, columns=array(["1fr"] * len(columns)), column_gutter="5mm")
        case Column():
            return inside(write, block.children)
        case Aside():
            return call(
                "nested", write.word(ASIDES[block.kind]), joined([_bold(write, block.title), inside(write, block.children)])
            )
        case _:
            return _act(write, block)


def _activity(write: Writer, activity: Activity) -> str:
    conditions = string(" · ".join(conditions_of(write, activity)))
    materials = joined([call("label", string(f"{write.say('materials')}: ")), write.inline(activity.materials)])
    return joined(
        [
            _bold(write, activity.title),
            call("fine", conditions) if conditions != '""' else NOTHING,
            call("p", materials) if activity.materials else NOTHING,
            inside(write, activity.steps),
        ]
    )


def conditions_of(write: Writer, activity: Activity) -> tuple[str, ...]:
    """Method, grouping and minutes in words."""
    group = activity.group if activity.group != activity.method else ""  # "in pairs" is said once
    grouped = write.say("group-number", n=group) if group.isdecimal() else group and write.say(f"group-{group}")
    method = activity.method and write.say(f"method-{activity.method}")
    minutes = write.say("minutes", n=activity.minutes) if activity.minutes else ""
    return tuple(dict.fromkeys(words for words in (method, grouped, minutes) if words))


def _reference(write: Writer, reference: Reference) -> str:
    curriculum = write.curriculum
    match reference.kind:
        case "question" if question := curriculum.question(reference.target):
            return _named(write, "check", joined([put(write, question), answered(write, question)]))
        case "scenario" if scenario := curriculum.scenario(reference.target):
            about = [_bold(write, scenario.title), call("p", write.inline(scenario.summary)), write.ours("fine", "scenario-sheets")]
            return _named(write, "play-scenario", joined(about))
        case "sop" if sop := curriculum.sop(reference.target):
            return _named(write, "walk-sop", joined([_bold(write, sop.title), write.ours("fine", "sop-chart-hint")]))
        case "video" if video := curriculum.video(reference.target):
            address = write.say("video-pending") if video.address == "pending" else video.address
            parts = [_bold(write, video.title), call("fine", string(f"{video.provider} · {address}"))]
            return _named(write, "watch-video", joined([*parts, write.listed("bullets", (*video.key_points, *video.prompts))]))
        case _:
            return NOTHING


def _bold(write: Writer, text: Text | None) -> str:
    return call("p", call("strong", write.inline(text))) if text else NOTHING


def _named(write: Writer, key: str, body: str, *, strong: bool = False) -> str:
    return call("act", write.word(key), body, strong_rule=truth(strong))
