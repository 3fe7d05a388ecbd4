"""The participant's workbook: a course comes in, what participants see, do and are asked goes out, with space to write.

Only what is shown to the room gets in: slides without their notes, activities without debriefs, questions without answers. What
the trainer says, does and watches for stays out, and so do the endings and points of scenarios and the steps of procedures, which
the room is asked to recall.
"""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.blocks import Activity, Aside, Block, Column, Columns, Prose, Reference, Slide
from builders.model.courses import BreakSlot, Course
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSlot, timetable
from builders.targets.printables.blocks import ASIDES, conditions_of
from builders.targets.printables.questions import put
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_PLAN_ROWS = 3


def workbook(course: Course, *, curriculum: Curriculum) -> bytes:
    """A4, for participants: the days on the clock and, for every session, objectives, slides with lines beside them, exercises
    with room to write, questions without answers; at the end a personal plan."""
    write = Writer(curriculum)
    days = timetable(course, curriculum)
    title = f"{write.say('workbook')}: {write.plain(course.title)}"
    body = [
        *_cover(write, course, days),
        *(_day(write, day) for day in days),
        _personal_plan(write),
        write.sources(),
    ]
    return printed(
        write,
        title,
        body,
        about=write.plain(course.title),
        head_right=write.word("workbook"),
        note=write.say("version", n=course.version),
    )


def _cover(write: Writer, course: Course, days: tuple[TimedDay, ...]) -> Iterator[str]:
    yield write.ours("kicker", "workbook")
    yield call("title", write.inline(course.title))
    yield write.mark(course.title, *(slot.session for day in days for slot in day.slots if slot.session))
    yield write.ours("lead", "workbook-lead")
    yield call("field-row", write.word("name"), write.word("code-number"))
    yield call("field-row", write.word("station"), write.word("dates"))
    for day in days:
        yield call("section", string(_day_title(write, day)))
        rows = [array([string(write.span(slot.start, slot.end)), _what(write, slot)]) for slot in day.slots]
        yield call("tbl", "(auto, 1fr)", "()", array(rows), size="0.9em")


def _day_title(write: Writer, day: TimedDay) -> str:
    return f"{write.say('day', n=day.number)}: {write.plain(day.day.title)}"


def _what(write: Writer, timed: TimedSlot) -> str:
    match timed.slot:
        case BreakSlot() as slot:
            return call("emph", write.word(f"break-{slot.kind}"))
        case _ if timed.session:
            return call("strong", write.inline(timed.session.title))
        case slot:
            return write.inline(getattr(slot, "title", None))


def _day(write: Writer, day: TimedDay) -> str:
    sessions = [slot for slot in day.slots if slot.session]
    return joined([_session(write, day, slot) for slot in sessions])


def _session(write: Writer, day: TimedDay, timed: TimedSlot) -> str:
    session = timed.session
    if session is None:
        return NOTHING
    module = write.curriculum.module(session.id.partition(".")[0])
    objectives = [item.text for item in module.objectives if item.id in session.objectives] if module else []
    when = f"{write.say('day', n=day.number)}, {write.span(timed.start, timed.end)}"
    parts = [joined(_block(write.within(module), block) for block in segment.segment.blocks) for segment in timed.segments]
    heads = [call("section", write.inline(segment.segment.title)) for segment in timed.segments]
    return joined(
        [
            "pagebreak(weak: true)",
            call("kicker", string(when)),
            call("title", write.inline(session.title)),
            write.mark(session.title, tuple(segment.segment for segment in timed.segments)),
            write.ours("label", "i-can"),
            write.listed("ticks", objectives),
            *(part for head, inside in zip(heads, parts, strict=True) if inside != NOTHING for part in (head, inside)),
            joined([write.ours("section", "my-notes"), call("rules", "5")]),
        ]
    )


def _block(write: Writer, block: Block) -> str:
    match block:
        case Slide():
            shown = call("framed", joined([_bold(write, block.title), _shown(write, block.children)]))
            return call("lone", call("beside", shown, call("rules", "4"), shares="(1.25fr, 1fr)"))
        case Activity():
            return _activity(write, block)
        case Aside():
            inside = joined([_bold(write, block.title), _shown(write, block.children)])
            return call("tinted", write.word(ASIDES[block.kind]), inside)
        case Reference():
            return _reference(write, block)
        case _:  # what the trainer says and does
            return NOTHING


def _shown(write: Writer, children: tuple[Block, ...]) -> str:
    """What may stand on a slide, in a box or in the steps of an exercise."""
    return joined(_part(write, child) for child in children)


def _part(write: Writer, block: Block) -> str:
    match block:
        case Prose():
            return write.prose(block.text)
        case Columns():
            columns = [_shown(write, column.children) for column in block.columns]
            return call("grid", *columns, columns=array(["1fr"] * len(columns)), column_gutter="4mm")
        case Column():
            return _shown(write, block.children)
        case Aside():
            return call(
                "tinted", write.word(ASIDES[block.kind]), joined([_bold(write, block.title), _shown(write, block.children)])
            )
        case Reference():
            return _reference(write, block)
        case _:
            return NOTHING


def _activity(write: Writer, activity: Activity) -> str:
    conditions = " · ".join(conditions_of(write, activity))
    head = [
        write.ours("label", "exercise"),
        _bold(write, activity.title),
        call("fine", string(conditions)) if conditions else NOTHING,
    ]
    return call("lone", joined([*head, _shown(write, activity.steps), call("rules", "4")]))


def _reference(write: Writer, reference: Reference) -> str:
    curriculum = write.curriculum
    match reference.kind:
        case "question" if question := curriculum.question(reference.target):
            return call("block", joined([write.ours("label", "check"), put(write, question)]), breakable="false", width="100%")
        case "scenario" if scenario := curriculum.scenario(reference.target):
            told = [_bold(write, scenario.title), call("p", write.inline(scenario.summary)), call("p", write.inline(scenario.role))]
            asked = joined(
                [
                    joined([write.ours("p", key), call("rules", "2")])
                    for key in ("scenario-first", "scenario-changed", "scenario-mine")
                ]
            )
            return joined([call("tinted", write.word("play-scenario"), joined(told)), asked])
        case "sop" if sop := curriculum.sop(reference.target):  # its steps are what the room is asked to recall
            about = joined([_bold(write, sop.title), call("p", write.inline(sop.purpose))])
            return joined([call("tinted", write.word("walk-sop"), about), write.ours("p", "sop-mine"), call("rules", "3")])
        case "video" if video := curriculum.video(reference.target):
            points = write.listed("bullets", video.key_points)
            return joined(
                [call("tinted", write.word("watch-video"), joined([_bold(write, video.title), points])), call("rules", "3")]
            )
        case _:
            return NOTHING


def _bold(write: Writer, text: Text | None) -> str:
    return call("p", call("strong", write.inline(text))) if text else NOTHING


def _personal_plan(write: Writer) -> str:
    keys = ("plan-what", "plan-when", "plan-who")
    cells = ["v(17mm)"] + ['""'] * (len(keys) - 1)
    table = call("tbl", array(["1.6fr", "1fr", "1fr"]), array(write.word(key) for key in keys), array([array(cells)] * _PLAN_ROWS))
    return joined(
        [
            "pagebreak(weak: true)",
            write.ours("title", "personal-plan"),
            write.ours("lead", "plan-lead"),
            table,
            write.ours("section", "plan-help"),
            call("rules", "3"),
            write.ours("section", "plan-check"),
            call("rules", "2"),
        ]
    )
