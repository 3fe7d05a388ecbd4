"""Calendar files: editions and a first day come in, the artefacts for them go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from builders.model.artefacts import Artefact, Entry, Kind, calendar
from builders.model.curriculum import Curriculum
from builders.model.dates import course_dates, skipped
from builders.workflow.request import Request


def calendars(editions: Mapping[str, Curriculum], request: Request) -> Iterator[Artefact]:
    """One for each course and language; none without a first day."""
    for edition in editions.values() if request.start else ():
        for course in edition.courses:
            dates = _dates(request, len(course.days))
            yield calendar(edition.language, course.id, tuple(day.isoformat() for day in dates))


def still_held(former: Iterable[Artefact], editions: Mapping[str, Curriculum]) -> Iterator[Artefact]:
    """The calendars of a former build whose course is as many days long as it was then."""
    lengths = {(language, course.id): len(course.days) for language, edition in editions.items() for course in edition.courses}
    for artefact in former:
        if artefact.kind is Kind.CALENDAR and lengths.get((artefact.language, artefact.course)) == len(artefact.dates):
            yield artefact


def dates_said(entries: Iterable[Entry], request: Request) -> Iterator[str]:
    """For each course whose calendars were asked for, a line with its dates and the days between on which nobody is trained."""
    if request.start is None:
        return
    asked = [entry.artefact for entry in entries if entry.artefact.kind is Kind.CALENDAR and request.wants(entry.artefact)]
    for course, held in {artefact.course: artefact.dates for artefact in asked}.items():
        dates = [date.fromisoformat(day) for day in held]
        left_out = skipped(request.start, dates)
        yield f"{course}: {_listed(dates)}" + (f"; without {_listed(left_out)}" if left_out else "") + "."


def _dates(request: Request, days: int) -> tuple[date, ...]:
    if request.start is None:
        return ()
    return course_dates(request.start, days, rule=request.days_off, holidays=request.holidays)


def _listed(days: Iterable[date]) -> str:
    return ", ".join(f"{day:%a} {day.isoformat()}" for day in days)
