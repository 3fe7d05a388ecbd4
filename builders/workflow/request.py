"""What a build is asked for and what comes of it: the vocabulary between the command line and the build."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builders.diagnostics.finding import Finding, has_errors, nearest
from builders.model.artefacts import ALL_LANGUAGES, PACKAGES, PARTICIPANT, SITES, Artefact, Entry, Kind
from builders.model.curriculum import LmsSet
from builders.model.dates import SUNDAY
from builders.reading.discovery import Files

WORK = "build"
"""The ignored folder beside ``curriculum/`` that holds cache, scratch and lock."""

Progress = Callable[[int, int, str], None]
"""Hears how many artefacts are done, of how many, and the path of the last one."""

ONLY: dict[str, tuple[Kind, ...]] = {
    "handbook": SITES,
    "decks": (Kind.SESSION_DECK, Kind.DAY_DECK),
    "course-decks": (Kind.COURSE_DECK,),
    "lms": PACKAGES,
    "printables": (Kind.PRINTABLE,),
    "calendar": (Kind.CALENDAR,),
}
"""The values of ``--only``."""


ON_DEMAND = {Kind.COURSE_DECK: "course-decks", Kind.PRINTABLE: "printables"}
"""What is made only when ``--only`` says so."""


NOT_CONVERTED = "W004"
"""The code of findings that the next build may not have: it tries again."""


class UsageError(Exception):
    """The request cannot be carried out as it stands: a wrong id, a folder that is not ours."""


@dataclass(frozen=True, slots=True)
class Request:
    """``only``, ``course``, ``module`` and ``language`` are empty where nothing limits the build. ``jobs`` is at least 1. With
    ``pdf`` decks are converted too, and the handbook shows pictures of slides.

    With ``start`` calendars are made besides: courses begin on that day and leave out ``days_off`` (a key of
    ``builders.model.dates.DAYS_OFF``) and ``holidays``."""

    root: Path
    output: Path
    jobs: int
    only: str = ""
    course: str = ""
    module: str = ""
    language: str = ""
    standards: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    granularity: tuple[str, ...] = ()
    audience: str = ""
    pdf: bool = False
    start: date | None = None
    days_off: str = SUNDAY
    holidays: tuple[date, ...] = ()

    @property
    def limited(self) -> bool:
        return bool(self.only or self.course or self.module or self.language or self.special or self.audience)

    @property
    def special(self) -> bool:
        """Whether packages are asked for that are not those of curriculum.yaml; nothing else is built then."""
        return bool(self.standards or self.profiles or self.languages or self.granularity)

    def lms(self, usual: LmsSet) -> LmsSet:
        """The packages to make: as ``usual`` where nothing else is asked for. A course or module that is named gets its
        packages in any case."""
        if not self.special:
            return usual
        return LmsSet(
            of=tuple(of for of, named in (("modules", self.module), ("courses", self.course)) if named) or usual.of,
            standards=self.standards or usual.standards,
            profiles=self.profiles or usual.profiles,
            languages=self.languages or usual.languages,
            granularity=self.granularity or usual.granularity,
        )

    def wants(self, artefact: Artefact, *, taught: Collection[str] = ()) -> bool:
        """Whether an artefact is within the limits. The handbook is one for all courses and modules, so it is left out
        where one of these is named, unless it is asked for. To what is printed for a course belong the sheets of the modules
        ``taught`` in it."""
        if self.only and artefact.kind not in ONLY[self.only]:
            return False
        for_participants = artefact.kind is Kind.PARTICIPANTS or artefact.audience == PARTICIPANT
        if for_participants != (self.audience == PARTICIPANT):
            return False
        if artefact.kind in ON_DEMAND and self.only != ON_DEMAND[artefact.kind]:
            return False
        if self.special and artefact.kind not in PACKAGES:
            return False
        if self.language and artefact.language not in (self.language, ALL_LANGUAGES):
            return False
        if artefact.kind in SITES:
            return bool(self.only) or not (self.course or self.module)
        goes_along = artefact.kind is Kind.PRINTABLE and not artefact.course and artefact.module in taught
        if self.course and artefact.course != self.course and not goes_along:
            return False
        return not self.module or self.module in (artefact.module, artefact.session.partition(".")[0])

    def check(self, *, courses: tuple[str, ...], modules: tuple[str, ...], languages: tuple[str, ...]) -> None:
        """Raises UsageError for an id that the curriculum does not have."""
        for option, value, known in (
            ("--course", self.course, courses),
            ("--module", self.module, modules),
            ("--language", self.language, languages),
        ):
            if value and value not in known:
                raise UsageError(f"{option} {value}: there is no such {option[2:]}; {nearest(value, known)}")

    def check_dates(self) -> None:
        """Raises UsageError where dates are missing, or are given for nothing."""
        if self.start is None:
            lonely = {
                "--only calendar": self.only == "calendar",
                "--days-off": self.days_off != SUNDAY,
                "--holiday": bool(self.holidays),
            }
            for option in (option for option, given in lonely.items() if given):
                raise UsageError(f"{option} needs --start, the first day of the course")
            return
        against = {
            f"--only {self.only}": self.only not in ("", "calendar"),
            f"--module {self.module}": bool(self.module),
            "--audience participant": self.audience == PARTICIPANT,
            "a choice of packages": self.special,
        }
        for option in (option for option, given in against.items() if given):
            raise UsageError(f"--start makes the calendars of courses, and {option} leaves them out; use one without the other")

    def check_pdf(self) -> None:
        """Raises UsageError where decks are to be converted and none is made."""
        if self.pdf and (self.special or self.only not in ("", "decks", "course-decks", "handbook")):
            what = "a choice of packages" if self.special else f"--only {self.only}"
            raise UsageError(f"--pdf converts decks, and {what} leaves them out; use one without the other")

    def check_output(self) -> None:
        """Raises UsageError for an output folder in which sources lie or would come to lie."""
        output, root = self.output.resolve(), self.root.resolve()
        kept = [root / name for name in ("curriculum", "schemas", "site", "builders", "tests", "docs", ".git")]
        if output == root or root.is_relative_to(output) or any(output.is_relative_to(folder) for folder in kept):
            raise UsageError(f"--output {self.output}: sources lie there; name a folder of its own, such as dist")


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did. ``made`` counts the artefacts that were not in the cache; ``unchanged`` says that the output was
    already what it should be; ``noticed`` are findings about what was made; ``gone`` was made on demand before and is out of
    date. With findings of level error nothing was written."""

    findings: tuple[Finding, ...]
    files: Files
    entries: tuple[Entry, ...] = ()
    made: int = 0
    unchanged: bool = False
    noticed: tuple[Finding, ...] = ()
    gone: tuple[Artefact, ...] = ()

    @property
    def failed(self) -> bool:
        return has_errors(self.findings)
