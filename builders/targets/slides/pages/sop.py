"""A standard operating procedure, walked through: it comes in, a page about it, its flow and its steps in tables go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builders.model.sops import Sop, Step
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.page import Grid, Line, Page, Words
from builders.targets.slides.pages.authored import text_parts
from builders.targets.slides.pages.flow import duration, flow_pages, onward_line, step_key
from builders.targets.slides.pages.tables import Sheet, grid_at, grids
from builders.targets.slides.pages.writer import Writer

_SIZES = (16, 14)
_MOST = 6  # steps on a page
_SHARES = (6, 23, 58, 13)


def sop_pages(write: Writer, sop: Sop) -> tuple[Page, ...]:
    numbers = {step.id: at for at, step in enumerate(sop.steps, start=1)}
    return (*_about(write, sop), *flow_pages(write, sop, numbers), *_steps(write, sop, numbers), *_never(write, sop))


def _about(write: Writer, sop: Sop) -> tuple[Page, ...]:
    """What it is for, when the clock starts, who works by it."""
    rows = [
        (write.plain(write.word("sop-purpose"), bold=True), write.line(sop.purpose)),
        (write.plain(write.word("sop-clock"), bold=True), write.line(sop.clock_starts)),
        (write.plain(write.word("sop-limit"), bold=True), write.plain(duration(write, sop.clock_limit))),
        (write.plain(write.word("sop-who"), bold=True), _listed(write, sop)),
        (write.plain(write.word("sop-status"), bold=True), write.plain(_status(write, sop))),
    ]
    found = grids(
        Sheet((), tuple(rows)),
        write.frame("flow"),
        write.setter,
        description=sop.title.value,
        sizes=(20, 18, 16, 14),
        shares=(22, 78),
    )
    notes = [
        line
        for key, text in (("sop-scope", sop.scope), ("sop-jurisdiction", sop.jurisdiction), ("sop-legal", sop.legal_basis))
        for line in (write.label(key), *write.lines(text))
    ]
    if sop.records:
        notes += [write.label("sop-records"), *(write.line(record.name, kind=BULLET) for record in sop.records)]
    shown = (sop.title, sop.purpose, sop.clock_starts, sop.who)
    parts = [("flow", (grid,)) for grid in found]
    title = write.extended(write.line(sop.title), f" – {write.word('in-brief')}")
    return write.series(title, parts, shown=shown, notes=notes, kicker=write.say("sop"), keys=(f"sop:{sop.id}",))


def _listed(write: Writer, sop: Sop) -> Line:
    runs: list[Words] = []
    for text in sop.who:
        runs += ([Words(" · ")] if runs else []) + list(write.line(text).runs)
    return Line(tuple(runs), sop.who[0].language if sop.who else sop.title.language)


def _status(write: Writer, sop: Sop) -> str:
    status = write.word(f"sop-{sop.status}")
    blank = write.word("department-fills")
    approved = write.word("sop-approved-by", name=sop.approved_by or f"______ ({blank})")
    return f"{status} · {write.word('version', n=sop.version)} · {approved}"


def _steps(write: Writer, sop: Sop, numbers: Mapping[str, int]) -> tuple[Page, ...]:
    """Steps in tables, each with its decision, at the largest size that does not take many more pages than the smallest."""
    packed = {size: _packed(write, sop, numbers, size) for size in _SIZES}
    most = len(packed[_SIZES[-1]]) + 1
    tables = next(pages for pages in packed.values() if len(pages) <= most)
    made: list[Page] = []
    for part, (steps, grid) in enumerate(tables, start=1):
        title = write.numbered(write.extended(write.line(sop.title), f" – {write.word('step-by-step')}"), part, len(tables))
        notes = [line for step in steps for line in _step_notes(write, sop, step, numbers)]
        keys = tuple(step_key(sop, step) for step in steps)
        made.append(write.page("flow", title, (grid,), shown=(sop.title, *steps), notes=notes, kicker=write.say("sop"), keys=keys))
    return tuple(made)


def _packed(write: Writer, sop: Sop, numbers: Mapping[str, int], size: float) -> list[tuple[list[Step], Grid]]:
    """As many steps to a table as fit on a page at a size."""
    frame, name = write.frame("flow"), write.line(sop.title).text
    pages: list[tuple[list[Step], Grid]] = []
    for step in sop.steps:
        joined = [*pages[-1][0], step] if pages else [step]
        table = grid_at(_sheet(write, joined, numbers), frame, write.setter, size, name, shares=_SHARES)
        if pages and len(joined) <= _MOST and table.frame.h <= frame.h:
            pages[-1] = (joined, table)
        else:
            alone = _sheet(write, [step], numbers)
            pages += [([step], grid) for grid in grids(alone, frame, write.setter, description=name, sizes=(size,), shares=_SHARES)]
    return pages


def _sheet(write: Writer, steps: Sequence[Step], numbers: Mapping[str, int]) -> Sheet:
    header = tuple(write.say(key) for key in ("column-number", "column-step", "column-action", "column-within"))
    rows: list[tuple[Line, ...]] = []
    for step in steps:
        rows.append(_row(write, step, numbers))
        onward = onward_line(write, step, numbers)
        if onward is not None:
            rows.append((onward,))
    return Sheet(header, tuple(rows))


def _row(write: Writer, step: Step, numbers: Mapping[str, int]) -> tuple[Line, ...]:
    within = write.plain(duration(write, step.within)) if step.within else write.plain("–")
    title = write.line(step.title, bold=True)
    who = write.line(step.actor)
    return (
        write.plain(str(numbers[step.id]), bold=True),
        replace(title, runs=(*title.runs, Words("\n"), *who.runs)),
        write.line(step.action),
        within,
    )


def _step_notes(write: Writer, sop: Sop, step: Step, numbers: Mapping[str, int]) -> tuple[Line, ...]:
    """What the table leaves out: the exact words, what never to do, records, law, who else."""
    lines = [write.line(step.title, before=f"{numbers[step.id]}. ", kind="heading")]
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
    lines += [write.line(text, before=f"{write.word(key)}: ", kind=BULLET) for key, text in told if text]
    return tuple(lines)


def _never(write: Writer, sop: Sop) -> tuple[Page, ...]:
    """What the procedure forbids, on pages of their own."""
    if not sop.recall_never:
        return ()
    lines = [write.line(text, kind=BULLET) for text in sop.recall_never]
    title = write.say("sop-never")
    notes = (write.label("notes-do"), write.say("never-how"))
    parts = text_parts(write, lines)
    return write.series(title, parts, shown=(sop.recall_never,), notes=notes, kicker=write.line(sop.title))
