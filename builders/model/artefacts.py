"""What a build makes: the kinds of artefact, their names and their places under the output folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of artefact."""

    HANDBOOK = "handbook"
    PARTICIPANTS = "participants"
    SESSION_DECK = "session-deck"
    DAY_DECK = "day-deck"
    COURSE_DECK = "course-deck"
    SCORM12 = "scorm12"
    SCORM2004 = "scorm2004"
    CMI5 = "cmi5"
    CARTRIDGE13 = "cartridge13"
    CARTRIDGE11 = "cartridge11"
    WEB = "web"
    MOODLE_XML = "moodle-xml"
    GIFT = "gift"
    QTI21 = "qti21"
    PRINTABLE = "printable"
    SLIDES_PDF = "slides-pdf"
    NOTES_PDF = "notes-pdf"
    CALENDAR = "calendar"
    TAKE_ALONG = "take-along"


SITES = (Kind.HANDBOOK, Kind.PARTICIPANTS)
"""Websites: folders with an index.html, for trainers and for participants."""
DECKS = (Kind.SESSION_DECK, Kind.DAY_DECK, Kind.COURSE_DECK)
PDFS = (Kind.SLIDES_PDF, Kind.NOTES_PDF)
"""What LibreOffice makes of a deck."""
SCORM = (Kind.SCORM12, Kind.SCORM2004)
PLAYED = (*SCORM, Kind.CMI5, Kind.WEB)
"""What the player runs in: in one language or with all of them inside."""
CARTRIDGES = (Kind.CARTRIDGE13, Kind.CARTRIDGE11)
BANKS = (Kind.MOODLE_XML, Kind.GIFT, Kind.QTI21)
PACKAGES = (*PLAYED, *CARTRIDGES, *BANKS)
"""Everything for learning management systems."""

ALL_LANGUAGES = "mul"
"""The language of an artefact that holds every edition (ISO 639-2: multiple languages)."""

PARTICIPANT = "participant"
"""The audience of what holds nothing for trainers: no notes, no answers."""

GENERIC = "generic"
"""The profile that suits every system; other profiles stand in the names of their packages."""

_NOTES = ".notes.pdf"
_ENDINGS = {Kind.CARTRIDGE13: "imscc", Kind.CARTRIDGE11: "imscc", Kind.MOODLE_XML: "xml", Kind.GIFT: "gift"}


@dataclass(frozen=True, slots=True, order=True)
class OutputFile:
    """One file to be written. ``path`` is relative, with ``/`` between its parts."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Artefact:
    """One thing to download or open. ``path`` is relative to the output folder: a file, or for the handbook its folder.

    ``course`` is filled for decks and for printed matter and packages of a course, ``module`` for what belongs to a module,
    ``session`` (a session's id) for what belongs to a session, ``day`` (from 1) for what belongs to a day, ``version`` for
    whatever belongs to one module or is the package of a course. ``profile`` is filled for SCORM packages, ``granularity``
    for packages with sessions of their own, ``item`` for printed matter (``workbook``), ``subject`` for that of one scenario
    or procedure (its id), ``audience`` for decks that participants get, ``dates`` (ISO 8601) for calendars:
    one for each day of the course.
    """

    kind: Kind
    language: str
    path: str
    module: str = ""
    course: str = ""
    session: str = ""
    day: int = 0
    version: str = ""
    profile: str = ""
    granularity: str = ""
    item: str = ""
    subject: str = ""
    audience: str = ""
    dates: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """Where a package's import sheet lies, as HTML and as Markdown; nothing for what is no package."""
        if self.kind not in PACKAGES:
            return ()
        stem = self.path.rpartition(".")[0]
        return f"{stem}.import.html", f"{stem}.import.md"

    @property
    def deck(self) -> str:
        """The path of the deck that a PDF shows; empty for what is no such PDF."""
        ending = {Kind.SLIDES_PDF: ".pdf", Kind.NOTES_PDF: _NOTES}.get(self.kind)
        return f"{self.path.removesuffix(ending)}.pptx" if ending else ""


def handbook(language: str) -> Artefact:
    return Artefact(Kind.HANDBOOK, language, f"handbook/{language}")


def participants(language: str) -> Artefact:
    """The handbook without anything for trainers."""
    return Artefact(Kind.PARTICIPANTS, language, f"participants/{language}")


def session_deck(language: str, course: str, session: str, version: str, audience: str = "") -> Artefact:
    path = _deck(language, course, session, audience)
    return Artefact(Kind.SESSION_DECK, language, path, course=course, session=session, version=version, audience=audience)


def day_deck(language: str, course: str, day: int, audience: str = "") -> Artefact:
    path = _deck(language, course, f"day-{day}", audience)
    return Artefact(Kind.DAY_DECK, language, path, course=course, day=day, audience=audience)


def course_deck(language: str, course: str, version: str, audience: str = "") -> Artefact:
    path = _deck(language, course, f"course-{course}", audience)
    return Artefact(Kind.COURSE_DECK, language, path, course=course, version=version, audience=audience)


def _deck(language: str, course: str, name: str, audience: str) -> str:
    """Decks for participants say so in their names: they are mailed without their folder."""
    return f"decks/{language}/{course}/{name}{'-participants' if audience else ''}.pptx"


def slides_pdf(deck: Artefact) -> Artefact:
    """The slides of a deck as PDF, beside it; the other fields are those of the deck."""
    return replace(deck, kind=Kind.SLIDES_PDF, path=f"{deck.path.removesuffix('.pptx')}.pdf")


def notes_pdf(deck: Artefact) -> Artefact:
    """The notes pages of a deck as PDF, beside it: each slide with what the trainer says. Decks for participants have none."""
    return replace(deck, kind=Kind.NOTES_PDF, path=f"{deck.path.removesuffix('.pptx')}{_NOTES}")


def package(
    kind: Kind,
    languages: tuple[str, ...],
    version: str,
    *,
    module: str = "",
    course: str = "",
    profile: str = "",
    granularity: str = "",
) -> Artefact:
    """A package of a module or of a course.

    Its file name says all by itself: it is mailed and uploaded without its folder. What is usual is not said in it: the
    generic profile, and that the package is launched as one.
    """
    special = profile if profile != GENERIC else ""
    about = (course and f"course-{course}", module, version, *languages, kind, special, granularity and f"{granularity}s")
    name = "-".join(part for part in about if part)
    folder = "/".join(part for part in ("lms", kind, special) if part)
    return Artefact(
        kind,
        languages[0] if len(languages) == 1 else ALL_LANGUAGES,
        f"{folder}/{name}.{_ENDINGS.get(kind, 'zip')}",
        module=module,
        course=course,
        version=version,
        profile=profile,
        granularity=granularity,
    )


def printable(
    language: str, name: str, *, item: str, course: str = "", module: str = "", session: str = "", day: int = 0, subject: str = ""
) -> Artefact:
    """A document to print. ``name`` is that of its file."""
    path = f"printables/{language}/{course or module}/{name}"
    return Artefact(
        Kind.PRINTABLE, language, path, module=module, course=course, session=session, day=day, item=item, subject=subject
    )


def calendar(language: str, course: str, dates: tuple[str, ...]) -> Artefact:
    """A course on its dates, ISO 8601, one for each of its days."""
    return Artefact(Kind.CALENDAR, language, f"calendar/{language}/{course}.ics", course=course, dates=dates)


def take_along(language: str, course: str, version: str) -> Artefact:
    """The zip with all that a trainer of a course takes along. It is mailed without its folder, so its name says what it is."""
    return Artefact(
        Kind.TAKE_ALONG, language, f"take-along/{course}-{version}-{language}-take-along.zip", course=course, version=version
    )


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An artefact that has been built: ``bytes`` is its size, ``sha256`` 64 hex digits. For a folder ``bytes`` is the sum
    over its files and ``sha256`` the digest of their sorted ``sha256  path`` lines."""

    artefact: Artefact
    bytes: int
    sha256: str
