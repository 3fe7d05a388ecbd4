"""A procedure's flow: a procedure comes in, an ordered list goes out that a stylesheet draws as a chart.

The list is the chart's text equivalent: every entry says in words where it leads. Steps on the longest way through stand
in the chart's main column, the others beside the decision that leads to them.
"""

from __future__ import annotations

from html import escape

from builders.model.sops import Sop, Step
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.steps import numbers, within
from builders.targets.handbook.pages.writer import Writer


def flow(write: Writer, sop: Sop) -> str:
    main = spine(sop)
    steps = drawn(sop, main)
    items = []
    for before, step in zip([None, *steps], steps, strict=False):
        kinds = ["decision" if step.decision else "action", "main" if step.id in main else "side"]
        if step.id not in main and before and step.id in before.successors:
            kinds.append("beside" if before.id in main else "below")
        items.append(_item(write, sop, step, " ".join(f"flow-{kind}" for kind in kinds)))
    inside = "\n".join(items)
    return f'<ol class="flow" markdown="1">\n{inside}\n</ol>' if items else ""


def drawn(sop: Sop, main: frozenset[str]) -> list[Step]:
    """The steps as they are drawn: those of the main way in their order, each followed by the side steps it leads to."""
    order: list[Step] = []

    def draw(step: Step) -> None:
        if step in order:
            return
        order.append(step)
        for id in step.successors:
            following = sop.step(id)
            if following and id not in main:
                draw(following)

    for step in sop.steps:
        if step.id in main:
            draw(step)
    return order + [step for step in sop.steps if step not in order]


def spine(sop: Sop) -> frozenset[str]:
    """The ids of the steps on the longest way from the first step to an end. Ways back to earlier steps do not count."""
    place = {step.id: position for position, step in enumerate(sop.steps)}
    longest: dict[str, tuple[str, ...]] = {}
    for step in reversed(sop.steps):
        onward = [longest[id] for id in step.successors if id in longest and place[id] > place[step.id]]
        longest[step.id] = (step.id, *max(onward, key=len, default=()))
    return frozenset(longest[sop.steps[0].id]) if sop.steps else frozenset()


def _item(write: Writer, sop: Sop, step: Step, kind: str) -> str:
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
    return f'<li class="{kind}" value="{number}" markdown="span">\n{inside}\n</li>'


def _exits(write: Writer, sop: Sop, step: Step) -> list[str]:
    if step.decision is None:
        return [_exit(write, sop, "then", step.next)]
    return [_exit(write, sop, "yes", step.decision.yes), _exit(write, sop, "no", step.decision.no)]


def _exit(write: Writer, sop: Sop, answer: str, id: str) -> str:
    found = sop.step(id)
    words = f"[{numbers(sop)[id]}](#step_{id})" if found else write.word("end")
    return markup.span(f"flow-exit flow-{answer}", f"{escape(write.word(answer))} → {words}")
