"""``courses/<slug>.yaml``: timetables."""

from __future__ import annotations

import re

from builders.model.courses import ActivitySlot, BreakSlot, Course, CourseTest, Day, SessionSlot, Slot
from builders.reading.decode.words import Words
from builders.reading.document import View

FIRST_VERSION = "0.1.0"
"""Of a course that says nothing: a draft."""

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\Z")


def decode_course(view: View, id: str, words: Words) -> Course:
    participants, assessment = view.get("participants"), view.get("assessment")
    return Course(
        id=id,
        title=words.text(view, "title"),
        summary=words.optional(view, "summary"),
        audience=words.text(view, "audience"),
        depth=view.string("depth", "core"),
        version=view.string("version", FIRST_VERSION),
        participants=(participants.integer("least"), participants.integer("most")) if participants else (),
        days=tuple(_day(item, number, words) for number, item in enumerate(view.items("days"), start=1)),
        pre_test=_test(assessment, "pre-test"),
        post_test=_test(assessment, "post-test"),
        at=view.at,
    )


def _day(view: View, number: int, words: Words) -> Day:
    return Day(
        id=view.string("id", f"day-{number}"),
        title=words.text(view, "title"),
        start=_minutes(view.string("start")),
        end=_minutes(view.string("end")),
        slots=tuple(_slot(item, words) for item in view.items("slots")),
        at=view.at,
    )


def _slot(view: View, words: Words) -> Slot:
    if view.get("session"):
        return SessionSlot(view.string("session"), view.strings("only"), view.strings("omit"), view.at)
    if view.get("break"):
        return BreakSlot(view.string("break"), view.integer("minutes"), view.at)
    return ActivitySlot(
        id=view.string("id"),
        title=words.text(view, "activity"),
        minutes=view.integer("minutes"),
        text=words.optional(view, "text"),
        materials=words.list(view, "materials"),
        at=view.at,
    )


def _test(assessment: View | None, key: str) -> CourseTest | None:
    test = assessment.get(key) if assessment else None
    return CourseTest(test.integer("items"), test.strings("from"), test.integer("mastery")) if test else None


def _minutes(text: str) -> int:
    match = _CLOCK.match(text)
    return int(match[1]) * 60 + int(match[2]) if match else 0
