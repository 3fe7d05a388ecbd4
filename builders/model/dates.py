"""The dates of a course: its first day and the days on which nobody is trained come in, a date for each of its days goes out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

DAYS_OFF = {"sunday": (6,), "weekend": (5, 6), "none": ()}
"""Days of the week without training, from Monday as 0, by the name of the rule. Academies train on Saturdays."""

SUNDAY = "sunday"
"""The rule where nobody names another."""


def course_dates(start: date, days: int, *, rule: str = SUNDAY, holidays: Collection[date] = ()) -> tuple[date, ...]:
    """The first ``days`` dates from ``start`` on that are neither days off by the rule nor holidays; ``start`` may be one."""
    found: list[date] = []
    day = start
    while len(found) < days:
        if day.weekday() not in DAYS_OFF[rule] and day not in holidays:
            found.append(day)
        day += timedelta(days=1)
    return tuple(found)


def skipped(start: date, dates: Collection[date]) -> tuple[date, ...]:
    """The days from ``start`` to the last of the dates that are none of them."""
    span = (max(dates) - start).days if dates else 0
    return tuple(day for day in (start + timedelta(days=n) for n in range(span)) if day not in dates)
