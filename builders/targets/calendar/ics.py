"""Calendar files by RFC 5545: a course and its dates come in, one event for each session and course activity goes out.

Events hold titles and times alone, so a calendar can be sent to participants. Breaks are gaps. The same course on the same date
has the same UIDs in every build and language: importing it again moves and renames events and doubles none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from builders.model.courses import ActivitySlot, BreakSlot, Course, SessionSlot
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.model.timetable import TimedDay, TimedSlot, clock, timetable
from builders.rendering.plain import to_plain
from builders.rendering.words import words

ZONE = "Asia/Kolkata"
"""Where courses are held unless told otherwise: one fixed offset, the year round."""

_LONGEST = 75  # octets in a line without its break, section 3.1
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0530",
    "TZOFFSETTO:+0530",
    "TZNAME:IST",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def course_calendar(course: Course, curriculum: Curriculum, *, dates: Sequence[date], floating: bool = False) -> bytes:
    """An ICS file in UTF-8 with CRLF. ``dates`` has one for each day of the course. ``floating`` leaves out the time zone: the
    clock on the wall of whichever room (section 3.3.5, form 1). Raises ValueError for too few or too many dates."""
    name = _plain(course.title)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//curriculum-as-code//calendar//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",  # older programs know this name for it
        *(() if floating else _ZONE_LINES),
    ]
    for day, held in zip(timetable(course, curriculum), dates, strict=True):
        for slot in day.slots:
            if not isinstance(slot.slot, BreakSlot):
                lines += _event(course, curriculum.language, day, slot, held, first=dates[0], floating=floating)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(
    course: Course, language: str, day: TimedDay, timed: TimedSlot, held: date, *, first: date, floating: bool
) -> Iterator[str]:
    title = _title(timed)
    if title is None:
        return
    zone = "" if floating else f";TZID={ZONE}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(course, day, timed, first)}"
    yield f"DTSTAMP:{datetime.combine(first, time(), UTC):%Y%m%dT%H%M%SZ}"  # required; no clock is read, so the first day stands in
    yield f"DTSTART{zone}:{_moment(held, timed.start)}"
    yield f"DTEND{zone}:{_moment(held, timed.end)}"
    yield f"SUMMARY;LANGUAGE={title.language}:{_escaped(_plain(title))}"
    yield f"DESCRIPTION;LANGUAGE={language}:{_escaped(_described(course, language, day, timed))}"
    yield "END:VEVENT"


def _title(timed: TimedSlot) -> Text | None:
    match timed.slot:
        case ActivitySlot() as slot:
            return slot.title
        case _:
            return timed.session.title if timed.session else None


def _described(course: Course, language: str, day: TimedDay, timed: TimedSlot) -> str:
    head = f"{_plain(course.title)}\n{words('calendar', language)['day'].format(n=day.number)}: {_plain(day.day.title)}"
    parts = (f"{clock(part.start)} {_plain(part.segment.title)}" for part in timed.segments)
    return "\n".join([head, *parts])


def _uid(course: Course, day: TimedDay, timed: TimedSlot, first: date) -> str:
    """A UUID, as RFC 7986 section 5.3 asks for, from ids that stay: the course's, the day's and the slot's."""
    match timed.slot:
        case SessionSlot() as slot:
            key = ".".join((slot.session, *slot.only))
        case slot:
            key = getattr(slot, "id", "")
    return str(uuid5(NAMESPACE_URL, f"curriculum:{course.id}/{first.isoformat()}/{day.day.id}/{key}"))


def _moment(held: date, minutes: int) -> str:
    moment = datetime.combine(held, time()) + timedelta(minutes=minutes)
    return f"{moment:%Y%m%dT%H%M%S}"


def _plain(text: Text) -> str:
    return " ".join(to_plain(text.value).split())


def _escaped(words_: str) -> str:
    """TEXT, section 3.3.11."""
    return words_.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """Lines of at most 75 octets; those that go on begin with a space. No character is cut in two (section 3.1)."""
    rest, room, part = "", _LONGEST, ""
    size = 0
    for sign in line:
        width = len(sign.encode())
        if size + width > room:
            yield rest + part
            rest, room, part, size = " ", _LONGEST - 1, "", 0
        part += sign
        size += width
    yield rest + part
