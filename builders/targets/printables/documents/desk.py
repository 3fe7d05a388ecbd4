"""For the desk at the door and the end of a course: attendance, feedback, certificate. They hold fields, not names: whoever runs
the course fills them in."""

from __future__ import annotations

from builders.model.courses import BreakSlot, Course
from builders.model.curriculum import Curriculum
from builders.model.timetable import TimedDay, timetable
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string
from builders.targets.printables.writer import Writer

_SEATS = 30
"""Rows of an attendance sheet where the course does not say how many take part."""
_SIZES = ("10pt", "9.5pt", "9pt", "8.5pt", "8pt", "7.5pt", "7pt")
_SCALE = ("1", "2", "3", "4", "5")
_STATEMENTS = ("useful", "practice", "pace", "respect", "trainer", "confident", "apply")


def attendance_sheet(course: Course, *, curriculum: Curriculum) -> bytes:
    """A4, a page for each day, a numbered row for each participant; the number is the code that stands on the tests."""
    write = Writer(curriculum, citing=False)
    title = write.say("attendance")
    seats = max(course.participants, default=_SEATS)
    pages = [_attendance_page(write, course, day, seats) for day in timetable(course, curriculum)]
    body = [page for at, page in enumerate(pages) for page in ((NOTHING, page) if at == 0 else ("pagebreak()", page))]
    return printed(write, title, body, note=title, margin="(x: 14mm, top: 12mm, bottom: 13mm)")


def _attendance_page(write: Writer, course: Course, day: TimedDay, seats: int) -> str:
    keys = ("column-code", "name", "rank", "station", "morning", "afternoon")
    rows = [array([string(str(n)), *(['""'] * (len(keys) - 1))]) for n in range(1, seats + 1)]
    heads = array(call("table.cell", call("strong", write.word(key)), fill="pale") for key in keys)
    height = f"({8}mm,) + ({'1fr,' * seats})"
    table = call(
        "table",
        f"table.header(..{heads})",
        f"..{array(rows)}.flatten()",
        columns="(auto, 1.7fr, 0.9fr, 1.2fr, 1.1fr, 1.1fr)",
        rows=height,
        inset="(x: 4pt, y: 0pt)",
        align="horizon",
    )
    title = f"{write.say('attendance')} · {write.say('day', n=day.number)}: {write.plain(day.day.title)}"
    return joined(
        [
            call("kicker", string(write.plain(course.title))),
            call("title", string(title)),
            write.mark(course.title, day.day.title),
            call("field-row", write.word("date"), write.word("place"), write.word("trainer-name")),
            write.ours("fine", "attendance-lead"),
            call("text", call("block", table, height="1fr"), size="8pt"),
        ]
    )


def feedback_form(course: Course, *, curriculum: Curriculum) -> bytes:
    """A4, for participants: what they thought of the course, without a name, on one page."""
    write = Writer(curriculum, citing=False)
    title = write.say("feedback-form")
    days = timetable(course, curriculum)
    sessions = dict.fromkeys(slot.session.title.value for day in days for slot in day.slots if slot.session)
    titles = {slot.session.title.value: slot.session.title for day in days for slot in day.slots if slot.session}
    statements = [array([write.word(f"feedback-{key}"), *(["ring"] * len(_SCALE))]) for key in _STATEMENTS]
    by_session = [array([write.inline(titles[name]), *(["ring"] * len(_SCALE))]) for name in sessions]
    page = [
        call("kicker", string(write.plain(course.title))),
        call("title", string(title)),
        write.mark(course.title, tuple(titles.values())),
        write.ours("lead", "feedback-lead"),
        call("field-row", write.word("date"), write.word("place")),
        _rated(write, "feedback-statements", "feedback-agree", statements),
        _rated(write, "feedback-sessions", "feedback-helped", by_session),
        *(
            joined([write.ours("section", key), call("rules", "2", gap="7mm")])
            for key in ("feedback-best", "feedback-change", "feedback-first", "feedback-hinder")
        ),
        write.ours("lead", "feedback-thanks"),
    ]
    body = [call("fitted", array(_SIZES), joined(page))]
    return printed(write, title, body, numbered="false", margin="(x: 16mm, top: 12mm, bottom: 14mm)")


def _rated(write: Writer, key: str, scale: str, rows: list[str]) -> str:
    header = array([write.word(scale), *(string(step) for step in _SCALE)])
    table = call(
        "tbl", array(["1fr", *(["9mm"] * len(_SCALE))]), header, array(rows), aligns="(x, y) => if x == 0 { left } else { center }"
    )
    return joined([write.ours("section", key), table])


def certificate(course: Course, *, curriculum: Curriculum) -> bytes:
    """A4 across, a template: every name, place, date and signature is for the department to fill."""
    write = Writer(curriculum, citing=False)
    title = write.say("certificate")
    days = timetable(course, curriculum)
    minutes = sum(slot.end - slot.start for day in days for slot in day.slots if not isinstance(slot.slot, BreakSlot))
    length = write.say("certificate-length", days=len(days), hours=minutes // 60, minutes=minutes % 60)
    modules = dict.fromkeys(slot.session.id.partition(".")[0] for day in days for slot in day.slots if slot.session)
    subjects = [write.plain(found.title) for id in modules if (found := curriculum.module(id))]
    fields = [call("field", write.word(key)) for key in ("dates", "place", "certificate-number")]
    signed = [call("field", write.word(key)) for key in ("signature", "signature-name")]
    row = "block(above: 2.2em, below: 0pt, grid(columns: (1fr,) * {n}, column-gutter: 1.6em, ..{parts}))"
    centre = [
        call("text", write.word("certificate-emblem"), size="0.8em", fill="grey"),
        "v(1fr)",
        call("text", call("title", string(title)), size="1.5em"),
        write.mark(course.title),
        write.ours("lead", "certificate-given"),
        "v(0.8em)",
        call("field-row", write.word("name"), write.word("rank"), write.word("station")),
        "v(1em)",
        write.ours("p", "certificate-course"),
        call("text", call("strong", write.inline(course.title)), size="1.4em", fill="ink"),
        call("p", string(length)),
        call("fine", string(" · ".join(subjects))),
        "v(1fr)",
        row.format(n=len(fields), parts=array(fields)),
        row.format(n=len(signed), parts=array(signed)),
        "v(1fr)",
        call("fine", write.word("certificate-template")),
    ]
    frame = call("block", joined(centre), width="100%", height="100%", stroke="1.4pt + ink", inset="12mm", radius="2mm")
    body = [call("align", "center", frame)]
    return printed(write, title, body, flipped="true", numbered="false", size="12pt", margin="(x: 14mm, top: 12mm, bottom: 14mm)")
