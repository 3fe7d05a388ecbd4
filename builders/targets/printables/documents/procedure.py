"""A procedure to work with: it comes in, a sheet with every step in full and step cards to lay in order go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.curriculum import Curriculum
from builders.model.sops import END, Duration, Sop, Step
from builders.model.text import Text
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_CARD = "64mm"  # four rows to a page
_COLUMNS = 3
_SIZES = ("17pt", "16pt", "15pt", "14pt", "13pt", "12pt", "11pt", "10pt", "9pt", "8pt")


def sop_sheet(sop: Sop, *, curriculum: Curriculum) -> bytes:
    """A4, a few pages, one for each participant: every step with whatever the procedure says about it, and room for nothing
    else. The wall chart shows the same on one page that is too large for a hand."""
    write = Writer(curriculum)
    title = write.plain(sop.title)
    body = [
        write.ours("kicker", "sop-chart"),
        call("title", write.inline(sop.title)),
        write.mark(sop),
        call("lead", write.inline(sop.purpose)),
        call("facts", *_facts(write, sop)),
        *(_step(write, sop, n, step) for n, step in enumerate(sop.steps, start=1)),
        write.sources(),
    ]
    note = f"{write.say('version', n=sop.version)} · {write.say(f'status-{sop.status}')}"
    return printed(write, title, body, about=write.say("sop-chart"), note=note, size="9pt")


def step_cards(sop: Sop, *, curriculum: Curriculum) -> bytes:
    """A4, twelve cards to a page, to cut along the dashed lines: a step's title, and where a decision falls its question. No
    numbers; they stand in the order of their ids, so that the sheet does not give the order away."""
    write = Writer(curriculum, citing=False)
    title = write.say("step-cards-of", title=write.plain(sop.title))
    cards = [_card(write, step) for step in sorted(sop.steps, key=lambda step: step.id)]
    cards += [NOTHING] * (-len(cards) % _COLUMNS)
    table = call(
        "table",
        *cards,
        columns=array(["1fr"] * _COLUMNS),
        rows=_CARD,
        inset="0pt",
        stroke='(thickness: 0.7pt, paint: luma(120), dash: "dashed")',
    )
    body = [write.mark(sop.title, tuple(step.title for step in sop.steps)), table]
    return printed(write, title, body, note=title, margin="(x: 10mm, top: 10mm, bottom: 14mm)")


def _card(write: Writer, step: Step) -> str:
    words = [call("p", call("text", call("strong", write.inline(step.title)), fill="ink"))]
    if step.decision:
        words += [
            call("p", call("label", write.word("decision"))),
            call("p", call("text", write.inline(step.decision.question), size="0.7em")),
        ]
    body = call("fitted", array(_SIZES), call("align", "center", joined(words)))
    return call("block", body, height=_CARD, width="100%", inset="6mm")


def _facts(write: Writer, sop: Sop) -> Iterator[str]:
    gap = write.say("department-field")
    yield array([write.word("clock-starts"), write.inline(sop.clock_starts)])
    yield array([write.word("clock-limit"), string(_time(write, sop.clock_limit))])
    yield array([write.word("who"), joined(_between([write.inline(text) for text in sop.who]))])
    yield array([write.word("scope"), write.inline(sop.scope)])
    yield array([write.word("jurisdiction"), write.inline(sop.jurisdiction)])
    yield array([write.word("legal-basis"), write.inline(sop.legal_basis)])
    yield array([write.word("approved-by"), string(sop.approved_by or gap)])
    yield array([write.word("review-by"), string(sop.review_by or gap)])


def _between(parts: list[str]) -> Iterator[str]:
    for at, part in enumerate(parts):
        yield from ([string(" · "), part] if at else [part])


def _step(write: Writer, sop: Sop, n: int, step: Step) -> str:
    limit = string(_time(write, step.within)) if step.within else '""'
    head = call("segment", string(str(n)), limit, write.inline(step.title))
    return joined([head, call("p", write.inline(step.action)), call("facts", *_lines(write, sop, n, step))])


def _lines(write: Writer, sop: Sop, n: int, step: Step) -> Iterator[str]:
    """What is said about a step, in the order in which it is read."""
    record = sop.record(step.record)
    found: tuple[tuple[str, Text | None], ...] = (
        ("actor", step.actor),
        ("substitute", step.substitute),
        ("trigger", step.trigger),
        ("say-words", step.say),
        ("record", record.name if record else None),
        ("legal-basis", step.legal_basis),
        ("hand-over", step.hand_over),
        ("escalation", step.escalation),
        ("column-never", step.never),
    )
    for key, text in found:
        if text:
            yield array([write.word(key), write.inline(text)])
    if step.decision:
        ways = [
            f"{write.say(word)} → {_place(write, sop, to)}" for word, to in (("yes", step.decision.yes), ("no", step.decision.no))
        ]
        asked = joined([write.inline(step.decision.question), string("  "), call("strong", string("    ".join(ways)))])
        yield array([write.word("decision"), asked])
    elif step.next != (sop.steps[n].id if n < len(sop.steps) else END):
        yield array([string("→"), call("strong", string(_place(write, sop, step.next)))])


def _place(write: Writer, sop: Sop, id: str) -> str:
    numbers = {step.id: n for n, step in enumerate(sop.steps, start=1)}
    return write.say("step-number", n=numbers[id]) if id in numbers else write.say("end")


def _time(write: Writer, duration: Duration) -> str:
    return write.say(f"unit-{duration.unit}", n=duration.amount)
