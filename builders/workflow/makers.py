"""Which target makes which artefact: an artefact and its slices of the model come in, output files go out.

Each target is imported when the first of its artefacts has to be made: MkDocs costs more to import than a build
in which nothing changed may take.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from builders.model.artefacts import SITES, Artefact, Kind, OutputFile
from builders.model.curriculum import Curriculum
from builders.model.timetable import timetable
from builders.workflow.printing import printed

Editions = tuple[Curriculum, ...]


def make(artefact: Artefact, editions: Editions, *, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    """The files of one artefact, their paths relative to the output folder.

    ``editions`` are slices in the artefact's languages, more than one for a package with several. ``downloads`` are the
    artefacts that pages may link to; ``scratch`` is a folder that outlives builds, for the target alone. Whatever a target
    raises is a fault of ours.
    """
    if artefact.kind in SITES:
        return _handbook(artefact, editions[0], downloads, scratch)
    return _MAKERS[artefact.kind](artefact, editions)


def _handbook(artefact: Artefact, curriculum: Curriculum, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    audience = "participant" if artefact.kind is Kind.PARTICIPANTS else "trainer"
    files = _target("handbook").build(curriculum, downloads=downloads, scratch=scratch / artefact.path, audience=audience)
    return tuple(OutputFile(f"{artefact.path}/{file.path}", file.data) for file in files)


def _session_deck(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    curriculum = editions[0]
    session = curriculum.session(artefact.session)
    if session is None:
        raise LookupError(artefact.session)
    data = _target("slides").session_deck(session, course=curriculum.courses[0], curriculum=curriculum)
    return (OutputFile(artefact.path, data),)


def _day_deck(artefact: Artefact, editions: Editions) -> tuple[OutputFile, ...]:
    curriculum = editions[0]
    course = curriculum.courses[0]
    day = timetable(course, curriculum)[artefact.day - 1]
    return (OutputFile(artefact.path, _target("slides").day_deck(day, course=course, curriculum=curriculum)),)


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
    Kind.SESSION_DECK: _session_deck,
    Kind.DAY_DECK: _day_deck,
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
}
