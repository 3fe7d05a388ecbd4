"""A branching scenario for the room: it comes in, a page for the role, one for each moment with choices that lead on, one for
each ending and one to look back on go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders.model.scenarios import Ending, Node, Scenario
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.frame import Frame
from builders.targets.slides.page import JUMP, Box, Card, Holder, Line, Page
from builders.targets.slides.pages.authored import text_parts
from builders.targets.slides.pages.cards import LETTERS, Wording, cards
from builders.targets.slides.pages.options import hanging
from builders.targets.slides.pages.ways import Places, way_pages
from builders.targets.slides.pages.writer import Writer

_PANEL = 2
_SIZES = (24, 22, 20, 18)
_BUBBLE = (14, 10)


def scenario_pages(write: Writer, scenario: Scenario) -> tuple[Page, ...]:
    """Pages in the author's order, the start first."""
    nodes = sorted(scenario.nodes, key=lambda node: node.id != scenario.start)
    places = {node.id: write.word("scene", n=at) for at, node in enumerate(nodes, start=1)}
    places |= {ending.id: write.line(ending.title).text for ending in scenario.endings}
    keys = {place: key(scenario, place) for place in places}
    endings = () if write.for_participants else scenario.endings
    return (
        *_role(write, scenario),
        *(page for node in nodes for page in _node(write, scenario, node, places)),
        *(page for ending in endings for page in _ending(write, scenario, ending)),
        *way_pages(write, scenario, Places(keys, places)),
        *_debrief(write, scenario),
    )


def key(scenario: Scenario, place: str) -> str:
    """The key of the page of a node or an ending."""
    return f"scenario:{scenario.id}/{place}"


def _role(write: Writer, scenario: Scenario) -> tuple[Page, ...]:
    lines = [write.plain(write.word("minutes", n=scenario.minutes), bold=True, size=40)] if scenario.minutes else []
    lines += [write.plain(write.word("your-role"), bold=True), *write.lines(scenario.role)]
    body = [*write.lines(scenario.summary)]
    if scenario.roles:
        body += [write.plain(write.word("roles"), bold=True), *(write.line(role.title, kind=BULLET) for role in scenario.roles)]
    cards_ = [line for role in scenario.roles for line in (write.line(role.title, kind="heading"), *write.lines(role.card))]
    notes = (write.label("notes-do"), write.say("scenario-how"), *cards_)
    shown = (scenario.title, scenario.role, scenario.summary)
    panel = write.setter.shrunk(lines, write.frame("scenario", _PANEL), _SIZES)
    if panel is None:  # a long role stands with the rest
        panel, body = write.setter.at(lines[:2], _SIZES[0]), [*lines[2:], *body]
    parts = write.setter.parts(body, write.frame("scenario"), _SIZES)
    return write.series(
        write.line(scenario.title),
        [("scenario", (Holder(1, part), Holder(_PANEL, panel))) for part in parts],
        shown=shown,
        notes=notes,
        kicker=write.say("scenario"),
        keys=(f"scenario:{scenario.id}",),
    )


def _node(write: Writer, scenario: Scenario, node: Node, places: dict[str, str]) -> tuple[Page, ...]:
    """What is seen and said on the left, what can be done on the right; one after the other where they do not fit."""
    title = write.extended(write.line(scenario.title), f" – {places[node.id]}")
    left = _moment(write, node, write.frame("scenario", _PANEL), in_panel=True)
    choices = _choices(write, scenario, node, write.frame("scenario"))
    if left is not None and choices is not None:
        parts: list[tuple[str, Sequence[Box]]] = [("scenario", (*left, *choices))]
    else:
        parts = [*_moment_alone(write, node), *_choices_alone(write, scenario, node)]
    notes = _consequences(write, node, places)
    shown = (node, scenario.title)
    return write.series(title, parts, shown=shown, notes=notes, kicker=write.say("what-now"), keys=(key(scenario, node.id),))


def _moment_alone(write: Writer, node: Node) -> list[tuple[str, Sequence[Box]]]:
    boxes = _moment(write, node, write.frame("bullets"), in_panel=False)
    if boxes is not None:
        return [("bullets", boxes)]
    return [*text_parts(write, [*(write.lines(node.scene) if node.scene else ()), *_said(write, node)])]


def _choices_alone(write: Writer, scenario: Scenario, node: Node) -> list[tuple[str, Sequence[Box]]]:
    boxes = _choices(write, scenario, node, write.frame("bullets"))
    if boxes is not None:
        return [("bullets", boxes)]
    return [*text_parts(write, [hanging(LETTERS[at], write.line(choice.text)) for at, choice in enumerate(node.choices)])]


def _moment(write: Writer, node: Node, frame: Frame, *, in_panel: bool) -> tuple[Box, ...] | None:
    """The scene and a bubble with what is said, ``None`` where they do not fit."""
    scene = write.lines(node.scene) if node.scene else ()
    said = _said(write, node)
    for size in _SIZES if in_panel else (26, 24, 22, 20, 18):
        lines, words = write.setter.at(scene, size), write.setter.at(said, size, airy=0.1)
        high = write.setter.height(lines, frame.w)
        bubble = write.setter.height(words, frame.w - 2 * _BUBBLE[0]) + 2 * _BUBBLE[1] if said else 0
        if high + bubble + 40 <= frame.h:
            free = frame.below((frame.h - high - bubble - 40) / 2) if in_panel else frame  # in the middle of the panel
            boxes: list[Box] = [Holder(_PANEL if in_panel else 1, lines, free.tall(high))] if scene else []
            if said:
                place = free.below(high + 16 if scene else 0).tall(bubble)
                boxes.append(_bubble(place, words, in_panel=in_panel))
            return tuple(boxes)
    return None


def _bubble(frame: Frame, words: tuple[Line, ...], *, in_panel: bool) -> Card:
    tail = (-32_000, round(50_000 + 1_800_000 / frame.h), 16_667)  # the tip 18 points below the bubble
    fill = "lt1" if in_panel else "accent1/10"
    return Card("What is said", frame, words, "wedgeRoundRectCallout", fill=fill, inset=(_BUBBLE[0], 4), adjust=tail)


def _said(write: Writer, node: Node) -> tuple[Line, ...]:
    if not node.says:
        return ()
    lines = tuple(replace(line, colour="dk2") for line in write.lines(node.says))
    if not node.speaker:
        return lines
    return (replace(write.line(node.speaker, bold=True), colour="accent3"), *lines)


def _choices(write: Writer, scenario: Scenario, node: Node, frame: Frame) -> tuple[Card, ...] | None:
    wordings = []
    for at, choice in enumerate(node.choices):
        line = hanging(LETTERS[at], write.line(choice.text))
        wordings.append(Wording(LETTERS[at], (line,), link=JUMP + key(scenario, choice.next)))
    return cards(wordings, frame, write.setter, _SIZES)


def _consequences(write: Writer, node: Node, places: dict[str, str]) -> tuple[Line, ...]:
    """What follows from each choice, for the trainer to tell."""
    lines = [write.label("notes-choices")]
    for at, choice in enumerate(node.choices):
        onward = write.word("goes-on", place=places.get(choice.next, choice.next))
        if choice.consequence:
            lines.append(write.line(choice.consequence, before=f"{LETTERS[at]}: ", after=f" ({onward})"))
        else:
            lines.append(write.plain(f"{LETTERS[at]}: {onward}"))
        if choice.feedback:
            lines.append(write.line(choice.feedback, kind=BULLET))
    return tuple(lines)


def _ending(write: Writer, scenario: Scenario, ending: Ending) -> tuple[Page, ...]:
    grade = _grade(write, ending)
    frame = write.frame("scenario")
    back = Wording(write.word("back"), (write.plain(write.word("back"), bold=True),), link=JUMP + key(scenario, scenario.start))
    button = cards([back], Frame(frame.x, frame.bottom - 48, frame.w, 48), write.setter, (18,)) or ()
    parts = write.setter.parts(write.lines(ending.text), frame.tall(frame.h - 60), (24, 22, 20, 18))
    boxes: list[tuple[str, Sequence[Box]]] = [
        ("scenario", (Holder(1, part, frame.tall(frame.h - 60)), grade, *button)) for part in parts
    ]
    shown = (ending, scenario.title)
    notes = (write.label("notes-do"), write.say("ending-how"))
    return write.series(
        write.line(ending.title),
        boxes,
        shown=shown,
        notes=notes,
        kicker=write.line(scenario.title),
        keys=(key(scenario, ending.id),),
    )


def _grade(write: Writer, ending: Ending) -> Card:
    """How good an ending it is, in words on a colour."""
    panel = write.frame("scenario", _PANEL)
    fill, ink = {"good": ("accent4", "lt1"), "fair": ("accent2", "dk2")}.get(ending.grade, ("accent5", "lt1"))
    line = replace(write.plain(write.word(f"ending-{ending.grade}"), bold=True, size=28, colour=ink), align="ctr")
    high = write.setter.height((line,), panel.w - 40) + 48
    place = panel.below((panel.h - high) / 2).tall(high)
    return Card("Grade", place, (line,), "roundRect", fill=fill, inset=(20, 12), adjust=(16_000,))


def _debrief(write: Writer, scenario: Scenario) -> tuple[Page, ...]:
    if not scenario.debrief:
        return ()
    lines = [write.line(text, kind=BULLET) for text in scenario.debrief]
    parts = write.setter.parts(lines, write.frame("bullets"), (28, 26, 24, 22, 20, 18))
    return write.series(
        write.say("looking-back"),
        [("bullets", (Holder(1, part),)) for part in parts],
        shown=(scenario.debrief,),
        notes=(write.label("notes-do"), write.say("debrief-how")),
        kicker=write.line(scenario.title),
    )
