"""A standard operating procedure, walked through: it comes in, a page about it, its flow, its steps and what it forbids go out."""

from __future__ import annotations

from builders.model.sops import Sop
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.page import Line, Page, Words
from builders.targets.slides.pages.authored import text_parts
from builders.targets.slides.pages.flow import duration, flow_pages
from builders.targets.slides.pages.steps import step_pages
from builders.targets.slides.pages.tables import Sheet, grids
from builders.targets.slides.pages.writer import Writer


def sop_pages(write: Writer, sop: Sop) -> tuple[Page, ...]:
    numbers = {step.id: at for at, step in enumerate(sop.steps, start=1)}
    return (*_about(write, sop), *flow_pages(write, sop, numbers), *step_pages(write, sop, numbers), *_never(write, sop))


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
        sizes=(22, 20, 18),
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


def _never(write: Writer, sop: Sop) -> tuple[Page, ...]:
    """What the procedure forbids, on pages of their own."""
    if not sop.recall_never:
        return ()
    lines = [write.line(text, kind=BULLET) for text in sop.recall_never]
    title = write.say("sop-never")
    notes = (write.label("notes-do"), write.say("never-how"))
    parts = text_parts(write, lines)
    return write.series(title, parts, shown=(sop.recall_never,), notes=notes, kicker=write.line(sop.title))
