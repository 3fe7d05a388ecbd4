"""The wall chart: a procedure comes in, one A3 page for the wall of the station goes out."""

from __future__ import annotations

from builders.model.curriculum import Curriculum
from builders.model.sops import END, Duration, Sop, Step
from builders.model.text import Text
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_SIZES = ("16pt", "15pt", "14pt", "13pt", "12pt", "11.5pt", "11pt", "10.5pt", "10pt", "9.5pt", "9pt", "8.5pt", "8pt")


def sop_chart(sop: Sop, *, curriculum: Curriculum) -> bytes:
    """A3, one page, for staff: the clock, every step with who does it, where decisions lead, and what is never done. Handing over
    and what to do when a step was missed stand on the handbook's page: a wall is read from two metres away."""
    write = Writer(curriculum)
    title = write.plain(sop.title)
    header = [write.word(key) for key in ("column-clock", "column-do", "column-never")]
    rows = [_row(write, sop, n, step) for n, step in enumerate(sop.steps, start=1)]
    table = call("tbl", "(auto, 3.6fr, 1fr)", array(header), array(rows))
    page = [
        write.ours("kicker", "sop-chart"),
        call("title", write.inline(sop.title)),
        write.mark(sop.title, sop.steps, sop.purpose, sop.clock_starts),
        call("p", write.inline(sop.purpose)),
        call("p", _clock(write, sop)),
        table,
        call("text", _standing(write, sop), size="0.8em"),
    ]
    body = [call("fitted", array(_SIZES), joined(page))]
    note = f"{write.say('version', n=sop.version)} · {write.say(f'status-{sop.status}')}"
    return printed(write, title, body, note=note, paper='"a3"', numbered="false", margin="(x: 12mm, top: 10mm, bottom: 14mm)")


def _clock(write: Writer, sop: Sop) -> str:
    limit = [call("label", write.word("clock-limit")), string(f"  {_time(write, sop.clock_limit)}    ")]
    return joined([*limit, call("label", write.word("clock-starts")), string("  "), write.inline(sop.clock_starts)])


def _row(write: Writer, sop: Sop, n: int, step: Step) -> str:
    within = call("strong", string(_time(write, step.within))) if step.within else NOTHING
    never = call("strong", write.inline(step.never)) if step.never else NOTHING
    return array([within, _done(write, sop, n, step), call("table.cell", never, fill="pale")])


def _done(write: Writer, sop: Sop, n: int, step: Step) -> str:
    name = call("text", call("strong", joined([string(f"{n}  "), write.inline(step.title)])), size="1.15em", fill="ink")
    who = joined([write.inline(step.actor), joined([string(" / "), write.inline(step.substitute)]) if step.substitute else NOTHING])
    return joined(
        [
            call("p", joined([name, string("   "), call("text", who, fill="grey")])),
            call("p", joined([write.inline(step.action), _recorded(write, sop, step)])),
            _told(write, "say-words", step.say),
            _decided(write, sop, step) if step.decision else _next(write, sop, n, step),
        ]
    )


def _recorded(write: Writer, sop: Sop, step: Step) -> str:
    record = sop.record(step.record)
    return (
        joined([string("  "), call("label", write.word("record")), string(" "), write.inline(record.name)]) if record else NOTHING
    )


def _told(write: Writer, key: str, text: Text | None) -> str:
    return call("p", joined([call("label", write.word(key)), string("  "), write.inline(text)])) if text else NOTHING


def _decided(write: Writer, sop: Sop, step: Step) -> str:
    if step.decision is None:
        return NOTHING
    ways = [f"{write.say(word)} → {_step(write, sop, to)}" for word, to in (("yes", step.decision.yes), ("no", step.decision.no))]
    asked = call("strong", write.inline(step.decision.question))
    return call("p", joined([asked, string("  "), call("strong", string("    ".join(ways)))]))


def _next(write: Writer, sop: Sop, n: int, step: Step) -> str:
    """Where a step leads, if not to the one below it."""
    following = sop.steps[n].id if n < len(sop.steps) else END
    return NOTHING if step.next == following else call("p", call("strong", string(f"→ {_step(write, sop, step.next)}")))


def _step(write: Writer, sop: Sop, id: str) -> str:
    numbers = {step.id: n for n, step in enumerate(sop.steps, start=1)}
    return write.say("step-number", n=numbers[id]) if id in numbers else write.say("end")


def _time(write: Writer, duration: Duration) -> str:
    return write.say(f"unit-{duration.unit}", n=duration.amount)


def _standing(write: Writer, sop: Sop) -> str:
    """Its standing: law, approval and review with room for the department to fill, and the sources."""
    gap = write.say("department-field")
    approved = [call("label", write.word("approved-by")), string(f"  {sop.approved_by or gap}     ")]
    lines = [
        joined([call("label", write.word("legal-basis")), string("  "), write.inline(sop.legal_basis)]),
        joined([call("label", write.word("jurisdiction")), string("  "), write.inline(sop.jurisdiction)]),
        joined([*approved, call("label", write.word("review-by")), string(f"  {sop.review_by or gap}")]),
    ]
    return joined([*(call("p", line) for line in lines), write.sources_in_a_row()])
