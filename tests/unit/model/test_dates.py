"""The dates of a course leave out days off and holidays."""

from __future__ import annotations

from datetime import date

import pytest

from builders.model.dates import course_dates, skipped

FRIDAY = date(2027, 2, 5)


def _days(*days: int) -> tuple[date, ...]:
    return tuple(date(2027, 2, day) for day in days)


@pytest.mark.parametrize(
    ("rule", "dates", "left_out"),
    [
        ("sunday", _days(5, 6, 8, 9, 10), _days(7)),
        ("weekend", _days(5, 8, 9, 10, 11), _days(6, 7)),
        ("none", _days(5, 6, 7, 8, 9), ()),
    ],
)
def test_days_off(rule: str, dates: tuple[date, ...], left_out: tuple[date, ...]) -> None:
    assert course_dates(FRIDAY, 5, rule=rule) == dates
    assert skipped(FRIDAY, dates) == left_out


def test_sundays_are_off_unless_told() -> None:
    assert course_dates(date(2027, 2, 7), 1) == _days(8), "also where the course was to begin on one"


def test_holidays_are_left_out() -> None:
    dates = course_dates(FRIDAY, 3, holidays=_days(5, 8))
    assert dates == _days(6, 9, 10)
    assert skipped(FRIDAY, dates) == _days(5, 7, 8)


def test_a_course_may_cross_a_month_and_a_year() -> None:
    assert course_dates(date(2027, 12, 31), 2) == (date(2027, 12, 31), date(2028, 1, 1))
