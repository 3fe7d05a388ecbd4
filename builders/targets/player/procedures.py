"""A standard operating procedure: steps come in, a list that reads as it is and that the script makes a stepper goes out."""

from __future__ import annotations

from builders.model.sops import END, Duration, Sop, Step
from builders.model.text import Text
from builders.targets.player.edition import Edition
from builders.targets.player.keys import OPTION_WIDTH, short_keys
from builders.targets.player.markup import plain, tag
from builders.targets.player.questions import render_question
from builders.targets.player.recall import recall_questions


def render_procedure(sop: Sop, edition: Edition, *, marked: bool = False) -> str:
    """Head, steps, recall."""
    name = f"sop-{sop.id}"
    steps = [_step(step, sop, edition) for step in sop.steps]
    return tag(
        "section",
        _head(sop, edition, name, marked=marked),
        tag("ol", *steps, class_="steps"),
        _recall(sop, edition, marked=marked),
        class_="procedure",
        id=name,
        data_sop=edition.keys.sops[sop.id],
        aria_labelledby=f"{name}-title",
    )


def _head(sop: Sop, edition: Edition, name: str, *, marked: bool) -> str:
    owner = sop.id.partition(".")[0]
    department = Text(edition.words["department-fills"], edition.curriculum.language, sop.at)
    rows: list[tuple[str, Text]] = [
        ("sop-clock", sop.clock_starts),
        ("sop-scope", sop.scope),
        ("sop-jurisdiction", sop.jurisdiction),
        ("sop-legal-basis", sop.legal_basis),
        ("sop-approved-by", Text(sop.approved_by, edition.curriculum.language, sop.at) if sop.approved_by else department),
        ("sop-review-by", Text(sop.review_by, edition.curriculum.language, sop.at) if sop.review_by else department),
    ]
    details = [tag("dt", edition.word(key)) + tag("dd", edition.inline(text, owner=owner)) for key, text in rows]
    status = edition.word(f"sop-{sop.status}")
    return tag(
        "header",
        tag("p", edition.word("sop"), " · ", plain(sop.version), " · ", status, class_="kicker"),
        tag("h3", edition.inline(sop.title), id=f"{name}-title", tabindex="-1"),
        "" if marked else edition.sign(sop.title, sop.purpose, *(step.action for step in sop.steps)),
        edition.block(sop.purpose, owner=owner),
        tag("p", edition.word("sop-limit", time=duration(sop.clock_limit, edition)), class_="limit"),
        tag("details", tag("summary", edition.word("sop-about")), tag("dl", *details), class_="about"),
    )


def _step(step: Step, sop: Sop, edition: Edition) -> str:
    owner = sop.id.partition(".")[0]
    actor = edition.inline(step.actor)
    if step.substitute:
        actor += f" ({edition.word('sop-substitute')} {edition.inline(step.substitute)})"
    say = ""
    if step.say:
        speaker = tag("p", edition.word("sop-say"), class_="speaker")
        say = tag("blockquote", speaker, edition.block(step.say, owner=owner), class_="says")
    never = ""
    if step.never:
        title = tag("p", edition.word("sop-never"), class_="aside-title")
        never = tag("div", title, edition.block(step.never, owner=owner), class_="aside caution")
    return tag(
        "li",
        tag("h4", edition.inline(step.title), tabindex="-1"),
        tag("p", actor, class_="actor"),
        _clock(step, sop, edition),
        _line("sop-trigger", step.trigger, edition, owner),
        edition.block(step.action, "action", owner=owner),
        say,
        never,
        _record(step, sop, edition),
        _line("sop-hand-over", step.hand_over, edition, owner),
        _line("sop-escalation", step.escalation, edition, owner),
        _line("sop-legal-basis", step.legal_basis, edition, owner),
        _onward(step, sop, edition),
        class_="step",
        id=f"step-{sop.id}-{step.id}",
        data_step=step_keys(sop)[step.id],
    )


def _clock(step: Step, sop: Sop, edition: Edition) -> str:
    """The time limit of a step, with a dial whose full turn is the procedure's own limit."""
    if step.within is None:
        return ""
    words = edition.word("sop-within", time=duration(step.within, edition), limit=duration(sop.clock_limit, edition))
    share = min(100, round(100 * step.within.minutes / max(1, sop.clock_limit.minutes)))
    dial = tag(
        "svg",
        tag("circle", cx=20, cy=20, r=16, class_="face"),
        tag("circle", cx=20, cy=20, r=16, pathLength=100, stroke_dasharray=f"{share} 100", class_="spent"),
        tag("path", d="M20 20V8", transform=f"rotate({round(3.6 * share)} 20 20)", class_="hand"),
        viewBox="0 0 40 40",
        aria_hidden="true",
        class_="dial",
    )
    return tag("p", dial, tag("span", words), class_="clock")


def _line(key: str, text: Text | None, edition: Edition, owner: str) -> str:
    if not text:
        return ""
    return tag("p", tag("span", edition.word(key), class_="term"), " ", edition.inline(text, owner=owner), class_="line")


def _record(step: Step, sop: Sop, edition: Edition) -> str:
    record = sop.record(step.record)
    return _line("sop-record", record.name if record else None, edition, sop.id.partition(".")[0])


def _onward(step: Step, sop: Sop, edition: Edition) -> str:
    """Where it goes on, wherever that is not simply the step below."""
    if step.decision:
        links = [_to(step.decision.yes, sop, edition, "yes"), _to(step.decision.no, sop, edition, "no")]
        question = tag("p", edition.inline(step.decision.question), class_="decide")
        return tag("div", question, tag("ul", *(tag("li", link) for link in links), class_="ways"), class_="onward")
    below = dict(zip((step.id for step in sop.steps), [*(step.id for step in sop.steps[1:]), END], strict=True))
    if step.next == below[step.id] != END:
        return ""
    return tag("div", tag("ul", tag("li", _to(step.next, sop, edition, "")), class_="ways"), class_="onward")


def _to(target: str, sop: Sop, edition: Edition, answer: str) -> str:
    step = sop.step(target)
    lead = edition.word(answer) + ": " if answer else ""
    if step is None:
        return tag("span", lead, edition.word("sop-ends"))
    return tag("a", lead, edition.inline(step.title), href=f"#step-{sop.id}-{step.id}")


def _recall(sop: Sop, edition: Edition, *, marked: bool) -> str:
    questions = recall_questions(sop, edition.words, edition.curriculum.language)
    if not questions:
        return ""
    owner = sop.id.partition(".")[0]
    forms = [render_question(question, edition, place="check", owner=owner, marked=marked) for question in questions]
    return tag("div", tag("h4", edition.word("sop-recall")), *forms, class_="recall")


def duration(time: Duration, edition: Edition) -> str:
    """A time limit in the words of the edition."""
    return edition.words[f"unit-{time.unit}"].format(n=time.amount)


def step_keys(sop: Sop) -> dict[str, str]:
    """Keys of the steps."""
    return short_keys((step.id for step in sop.steps), width=OPTION_WIDTH)


def procedure_data(sop: Sop) -> dict[str, object]:
    """The way through the steps for the script: for each step's key what follows, an empty key being the end.

    ``next`` holds one key, or two (for yes and for no) at a decision.
    """
    keys = step_keys(sop)
    return {
        "id": sop.id,
        "start": keys[sop.steps[0].id] if sop.steps else "",
        "next": {keys[step.id]: [keys.get(successor, "") for successor in step.successors] for step in sop.steps},
    }
