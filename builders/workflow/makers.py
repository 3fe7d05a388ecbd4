"""Which target makes which artefact: an artefact and its slices of the model come in, output files go out.

Each target is imported when the first of its artefacts has to be made: MkDocs costs more to import than a build
in which nothing changed may take.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from builders.model import places
from builders.model.artefacts import DECKS, PARTICIPANT, SITES, Artefact, Kind, OutputFile
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.model.timetable import timetable
from builders.workflow.printing import printed

Editions = tuple[Curriculum, ...]


def make(
    artefact: Artefact,
    editions: Editions,
    *,
    downloads: tuple[Artefact, ...],
    scratch: Path,
    date: str = "",
    pictures: tuple[SlidePicture, ...] = (),
) -> tuple[OutputFile, ...]:
    """The files of one artefact, their paths relative to the output folder.

    ``editions`` are slices in the artefact's languages, more than one for a package with several. ``downloads`` are the
    artefacts that pages may link to; ``scratch`` is a folder that outlives builds, for the target alone; ``date`` (ISO 8601) stands
    on decks; ``pictures`` of slides are shown by the trainers' handbook. Whatever a target raises is a fault of ours.
    """
    if artefact.kind in DECKS:
        return (OutputFile(artefact.path, _deck(artefact, editions[0], date)),)
    if artefact.kind in SITES:
        return _handbook(artefact, editions[0], downloads, scratch / artefact.path, pictures)
    return _MAKERS[artefact.kind](artefact, editions)


def _handbook(
    artefact: Artefact,
    curriculum: Curriculum,
    downloads: tuple[Artefact, ...],
    scratch: Path,
    pictures: tuple[SlidePicture, ...],
) -> tuple[OutputFile, ...]:
    audience = "participant" if artefact.kind is Kind.PARTICIPANTS else "trainer"
    about = {"downloads": downloads, "scratch": scratch, "audience": audience, "pictures": pictures}
    files = _target("handbook").build(curriculum, **about)
    return tuple(OutputFile(f"{artefact.path}/{file.path}", file.data) for file in files)


def _deck(artefact: Artefact, curriculum: Curriculum, date: str) -> bytes:
    slides, course = _target("slides"), curriculum.courses[0]
    edition = slides.Edition.PARTICIPANTS if artefact.audience == PARTICIPANT else slides.Edition.TRAINERS
    about = {"curriculum": curriculum, "edition": edition, "date": date, "page": _address(artefact, curriculum)}
    if artefact.kind is Kind.COURSE_DECK:
        return bytes(slides.course_deck(course, **about))
    if artefact.kind is Kind.DAY_DECK:
        return bytes(slides.day_deck(timetable(course, curriculum)[artefact.day - 1], course=course, **about))
    session = curriculum.session(artefact.session)
    if session is None:
        raise LookupError(artefact.session)
    return bytes(slides.session_deck(session, course=course, **about))


def _address(artefact: Artefact, curriculum: Curriculum) -> str:
    """The page of the published handbook where a deck's session or course stands; empty where it is not published."""
    published = curriculum.published
    address = published.participants if artefact.audience == PARTICIPANT else published.handbook
    if not address:
        return ""
    page = places.session(artefact.session) if artefact.session else places.course(artefact.course)
    return f"{address.rstrip('/')}/{artefact.language}/{places.html(page)}"


def _scorm(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    profile = _target("packaging.profiles").PROFILES[artefact.profile]
    content, data = _target("scorm").package(
        _publications(artefact, editions), standard=artefact.kind, profile=profile, granularity=artefact.granularity
    )
    return _with_sheet(artefact, content, data)


def _cmi5(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    content, data = _target("cmi5").package(_publications(artefact, editions), granularity=artefact.granularity)
    return _with_sheet(artefact, content, data)


def _web(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    content, data = _target("web").package(_publications(artefact, editions))
    return _with_sheet(artefact, content, data)


def _cartridge(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    version = {Kind.CARTRIDGE13: "1.3", Kind.CARTRIDGE11: "1.1"}[artefact.kind]
    content, data = _target("cartridge").package(_publications(artefact, editions)[0], version=version)
    return _with_sheet(artefact, content, data)


def _bank(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    banks = _target("banks")
    write = {Kind.MOODLE_XML: banks.moodle_xml, Kind.GIFT: banks.gift, Kind.QTI21: banks.qti21}[artefact.kind]
    described = _target("packaging.described")
    publications = _publications(artefact, editions)
    content = described.described(publications, units=[described.unit_of(publications, page="", files=())])
    return _with_sheet(artefact, content, write(editions[0].modules[0], editions[0]))


def _printable(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    return (OutputFile(artefact.path, printed(artefact, editions[0])),)


def _calendar(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    dates = [date.fromisoformat(day) for day in artefact.dates]
    data = _target("calendar").course_calendar(editions[0].courses[0], editions[0], dates=dates)
    return (OutputFile(artefact.path, data),)


def _publications(artefact: Artefact, editions: Editions) -> Any:
    return _target("packaging.assemble").publications(editions, module=artefact.module, course=artefact.course)


def _with_sheet(artefact: Artefact, content: Any, data: bytes) -> tuple[OutputFile, ...]:
    """A package and what its administrator is told, in the package's first language."""
    html, markdown = _target("packaging.sheet").import_sheet(
        content,
        standard=artefact.kind.value,
        profile=artefact.profile or None,
        file=artefact.path.rpartition("/")[2],
        size=len(data),
        language=content.languages[0],
    )
    files = zip(artefact.sheets, (html, markdown), strict=True)
    return (OutputFile(artefact.path, data), *(OutputFile(path, text) for path, text in files))


def _target(name: str) -> Any:
    return import_module(f"builders.targets.{name}")


_MAKERS: dict[Kind, Callable[[Artefact, Editions], tuple[OutputFile, ...]]] = {
    Kind.SCORM12: _scorm,
    Kind.SCORM2004: _scorm,
    Kind.CMI5: _cmi5,
    Kind.CARTRIDGE13: _cartridge,
    Kind.CARTRIDGE11: _cartridge,
    Kind.WEB: _web,
    Kind.MOODLE_XML: _bank,
    Kind.GIFT: _bank,
    Kind.QTI21: _bank,
    Kind.PRINTABLE: _printable,
    Kind.CALENDAR: _calendar,
}
