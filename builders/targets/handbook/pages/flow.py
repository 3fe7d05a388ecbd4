"""A procedure's flow: a procedure comes in, an ordered list goes out that a stylesheet draws as a chart.

The list is the chart's text equivalent: every entry says in words where it leads. Steps on the longest way through stand
in the chart's main column, the others beside the decision that leads to them.
"""

from __future__ import annotations

from html import escape

from builders.model.sops import END, Sop, Step
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.steps import numbers, within
from builders.targets.handbook.pages.writer import Writer


def flow(write: Writer, sop: Sop) -> str:
    main = spine(sop)
    items = [_item(write, sop, step, "main" if step.id in main else "side") for step in sop.steps]
    inside = "\n".join(items)
    return f'<ol class="flow" markdown="1">\n{inside}\n</ol>' if items else ""


def spine(sop: Sop) -> frozenset[str]:
    """The ids of the steps on the longest way from the first step to an end. Ways back to earlier steps do not count."""
    place = {step.id: position for position, step in enumerate(sop.steps)}
    longest: dict[str, tuple[str, ...]] = {}
    for step in reversed(sop.steps):
        onward = [longest[id] for id in step.successors if id in longest and place[id] > place[step.id]]
        longest[step.id] = (step.id, *max(onward, key=len, default=()))
    return frozenset(longest[sop.steps[0].id]) if sop.steps else frozenset()


def _item(write: Writer, sop: Sop, step: Step, column: str) -> str:
    kind = "decision" if step.decision else "action"
    number = numbers(sop)[step.id]
    clock = within(write, step)
    parts = [
        markup.span("flow-number", str(number)),
        markup.span("flow-title", f"[{write.inline(step.title)}](#step_{step.id})"),
        markup.span("flow-actor", " · ".join(part for part in (write.inline(step.actor), clock) if part)),
        markup.span("flow-question", write.inline(step.decision.question)) if step.decision else "",
        *_exits(write, sop, step),
    ]
    inside = "\n".join(part for part in parts if part)
    return f'<li class="flow-{column} flow-{kind}" value="{number}" markdown="span">\n{inside}\n</li>'


def _exits(write: Writer, sop: Sop, step: Step) -> list[str]:
    if step.decision is None:
        return [_exit(write, sop, "then", step.next)]
    return [_exit(write, sop, "yes", step.decision.yes), _exit(write, sop, "no", step.decision.no)]


def _exit(write: Writer, sop: Sop, answer: str, id: str) -> str:
    found = sop.step(id)
    if id == END or found is None:
        words = write.word("end")
    else:
        words = f"[{numbers(sop)[id]}](#step_{id})"
    return markup.span(f"flow-exit flow-{answer}", f"{escape(write.word(answer))} → {words}")
