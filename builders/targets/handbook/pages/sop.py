"""The page of a standard operating procedure: a procedure comes in, Markdown goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from builders.model import places
from builders.model.sops import Sop, Step
from builders.model.text import Text
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.chart import Labels, chart
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.files import on_paper
from builders.targets.handbook.pages.flow import flow
from builders.targets.handbook.pages.steps import numbers, step_link, within
from builders.targets.handbook.pages.titles import plain_title
from builders.targets.handbook.pages.writer import Writer


def sop_page(edition: Edition, module: str, sop: Sop) -> Writer:
    write = Writer(edition, places.sop(sop.id), module=module)
    number = numbers(sop)
    write.add(
        write.title(sop.title),
        write.mark(sop if write.for_trainers else replace(sop, recall_never=())),
        write.prose(sop.purpose),
        on_paper(write, "sop-chart", "sop-sheet", "step-cards", subject=sop.id),
        write.section("sop-header", _header(write, sop)),
        write.section("steps-table", markup.box("steps", _table(write, sop, number))),
        write.sheet("flow", sop.title, write.draw("flow", chart(sop, _labels(write, sop, number))), _in_words(write, sop)),
        write.section("steps-detail", *(_step(write, sop, step, number) for step in sop.steps)),
        write.for_trainer(write.section("recall-never", write.listed(sop.recall_never))),
        source_list(write),
    )
    return write


def _in_words(write: Writer, sop: Sop) -> str:
    return markup.folded("online", escape(write.word("flow-words")), write.word("flow-lead"), flow(write, sop))


def _labels(write: Writer, sop: Sop, number: Mapping[str, int]) -> Labels:
    clocks = {step.id: within(write, step) for step in sop.steps}
    title = f"{write.word('flow')}: {plain_title(sop.title)}"
    return Labels(title, number, clocks, yes=write.word("yes"), no=write.word("no"), end=write.word("end"))


def _header(write: Writer, sop: Sop) -> str:
    """A table, since it is printed and signed."""
    to_fill = markup.span("field", write.word("department-field"))
    limit = write.word(f"unit-{sop.clock_limit.unit}", n=sop.clock_limit.amount)
    rows = [
        ("version", markup.plain(sop.version)),
        ("status", write.word(f"status-{sop.status}")),
        ("approved-by", markup.plain(sop.approved_by) or to_fill),
        ("review-by", markup.plain(sop.review_by) or to_fill),
        ("jurisdiction", write.inline(sop.jurisdiction)),
        ("scope", write.inline(sop.scope)),
        ("who", ", ".join(map(write.inline, sop.who))),
        ("clock-starts", write.inline(sop.clock_starts)),
        ("clock-limit", limit),
        ("legal-basis", write.inline(sop.legal_basis)),
        ("records", "<br>".join(write.inline(record.name) for record in sop.records)),
    ]
    head = (write.word("sop-header"), write.inline(sop.title))
    return markup.box("sop-header", markup.table(head, ((f"**{write.word(key)}**", value) for key, value in rows if value)))


def _table(write: Writer, sop: Sop, number: Mapping[str, int]) -> str:
    def row(step: Step) -> tuple[str, ...]:
        record = _record(write, sop, step)
        return str(number[step.id]), within(write, step), step_link(write, step), write.inline(step.actor), record

    head = ("#", *(write.word(key) for key in ("within", "step", "actor", "record")))
    return markup.table(head, map(row, sop.steps), right=frozenset({0}))


def _record(write: Writer, sop: Sop, step: Step) -> str:
    record = sop.record(step.record) if step.record else None
    return write.inline(record.name) if record else ""


def _step(write: Writer, sop: Sop, step: Step, number: Mapping[str, int]) -> str:
    clock = within(write, step)
    title = f"{number[step.id]}. {write.inline(step.title)}"
    short = f"{number[step.id]}. {plain_title(step.title)}"
    say = markup.box("block block-say", markup.label(write.word("say-words")), write.prose(step.say)) if step.say else ""
    never = markup.box("block block-caution", markup.label(write.word("never")), write.prose(step.never)) if step.never else ""
    return markup.box(
        "step",
        write.heading(
            3,
            f"{title} {markup.span('minutes', clock)}" if clock else title,
            f"step_{step.id}",
            short=f"{short} · {clock}" if clock else short,
        ),
        write.prose(step.action),
        say,
        never,
        _details(write, sop, step),
        tag="section",
    )


def _details(write: Writer, sop: Sop, step: Step) -> str:
    def words(key: str, text: Text | None) -> tuple[str, str]:
        return write.word(key), write.inline(text)

    return markup.facts(
        [
            words("actor", step.actor),
            words("substitute", step.substitute),
            words("trigger", step.trigger),
            (write.word("record"), _record(write, sop, step)),
            words("legal-basis", step.legal_basis),
            words("hand-over", step.hand_over),
            words("escalation", step.escalation),
            _leads(write, sop, step),
        ]
    )


def _leads(write: Writer, sop: Sop, step: Step) -> tuple[str, str]:
    """Where the step leads: its decision with both ways, or the step that follows."""
    if step.decision is None:
        return write.word("then"), _target(write, sop, step.next)
    ways = [("yes", step.decision.yes), ("no", step.decision.no)]
    lines = [write.word("goes-to", answer=write.word(answer), step=_target(write, sop, id)) for answer, id in ways]
    return write.word("decision"), "<br>".join([write.inline(step.decision.question), *lines])


def _target(write: Writer, sop: Sop, id: str) -> str:
    step = sop.step(id)
    if step is None:  # ``end``
        return write.word("end")
    return write.word("step-name", n=numbers(sop)[id], title=step_link(write, step))
