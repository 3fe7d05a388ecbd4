"""How old sources are: a curriculum under Git comes in, the date that a deck bears goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from builders.model.artefacts import DECKS, Artefact, Kind
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.slices import modules_of
from builders.workflow.git import changed_files, dated_files

_MODULES, _COURSES = "curriculum/modules", "curriculum/courses"


class SourceDates:
    """The dates of modules and courses: of the last commit that changed one of their files."""

    def __init__(self, source: Curriculum, dates: Mapping[str, str]) -> None:
        """``dates`` are ISO 8601 by place; what is missing there was changed since, or was never committed."""
        self._courses = {course.id: course for course in source.courses}
        self._dates = dates

    def of(self, artefact: Artefact) -> str:
        """What stands in a deck's footer: the date of its module, for days and courses that of the newest they are made from.
        Empty for everything else, and where something is not committed."""
        if artefact.kind not in DECKS:
            return ""
        if artefact.kind is Kind.SESSION_DECK:
            return self._dates.get(_module(artefact.session), "")
        course = self._courses[artefact.course]
        days = (course.days[artefact.day - 1],) if artefact.day else course.days
        places = {f"{_MODULES}/{module}" for module in modules_of(days)} | {_course(course)}
        dates = [self._dates.get(place, "") for place in places]
        return max(dates) if all(dates) else ""


def source_dates(root: Path, source: Curriculum) -> SourceDates:
    """Ask Git, which reads no further back than it has to."""
    places = {f"{_MODULES}/{module.id}" for module in source.modules} | {_course(course) for course in source.courses}
    dates: dict[str, str] = {}
    with closing(dated_files(root, "curriculum")) as log:
        for date, name in log:
            place = _place(name)
            if place in places:
                dates.setdefault(place, date)
            if len(dates) == len(places):
                break
    for place in _places(changed_files(root, "curriculum")):
        dates.pop(place, None)
    return SourceDates(source, dates)


def _module(session: str) -> str:
    return f"{_MODULES}/{session.partition('.')[0]}"


def _course(course: Course) -> str:
    return f"{_COURSES}/{course.id}"


def _places(names: Iterable[str]) -> set[str]:
    return {_place(name) for name in names}


def _place(name: str) -> str:
    """The module or course that a file belongs to: ``two-day.hi.yaml`` to the course ``two-day``."""
    first = "/".join(name.split("/")[:3])
    return first.partition(".")[0]
