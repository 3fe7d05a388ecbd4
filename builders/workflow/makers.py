"""Which target makes which artefact: an artefact and its slice of the model come in, output files go out.

Each target is imported when the first of its artefacts has to be made: MkDocs costs more to import than a build
in which nothing changed may take.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from builders.model.artefacts import Artefact, Kind, OutputFile
from builders.model.curriculum import Curriculum
from builders.model.timetable import timetable


def make(artefact: Artefact, curriculum: Curriculum, *, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    """The files of one artefact, their paths relative to the output folder.

    ``downloads`` are the artefacts that pages may link to; ``scratch`` is a folder that outlives builds, for the target
    alone. Whatever a target raises is a fault of ours.
    """
    return _MAKERS[artefact.kind](artefact, curriculum, downloads, scratch)


def _handbook(artefact: Artefact, curriculum: Curriculum, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    files = _target("handbook").build(curriculum, downloads=downloads, scratch=scratch / artefact.path)
    return tuple(OutputFile(f"{artefact.path}/{file.path}", file.data) for file in files)


def _session_deck(
    artefact: Artefact, curriculum: Curriculum, downloads: tuple[Artefact, ...], scratch: Path
) -> tuple[OutputFile, ...]:
    del downloads, scratch
    session = curriculum.session(artefact.session)
    if session is None:
        raise LookupError(artefact.session)
    data = _target("slides").session_deck(session, course=curriculum.courses[0], curriculum=curriculum)
    return (OutputFile(artefact.path, data),)


def _day_deck(artefact: Artefact, curriculum: Curriculum, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    del downloads, scratch
    course = curriculum.courses[0]
    day = timetable(course, curriculum)[artefact.day - 1]
    return (OutputFile(artefact.path, _target("slides").day_deck(day, course=course, curriculum=curriculum)),)


def _package(artefact: Artefact, curriculum: Curriculum, downloads: tuple[Artefact, ...], scratch: Path) -> tuple[OutputFile, ...]:
    del downloads, scratch
    data = _target("scorm").package(curriculum.modules[0], standard=artefact.kind, curriculum=curriculum)
    return (OutputFile(artefact.path, data),)


def _target(name: str) -> Any:
    return import_module(f"builders.targets.{name}")


_MAKERS: dict[Kind, Callable[[Artefact, Curriculum, tuple[Artefact, ...], Path], tuple[OutputFile, ...]]] = {
    Kind.HANDBOOK: _handbook,
    Kind.SESSION_DECK: _session_deck,
    Kind.DAY_DECK: _day_deck,
    Kind.SCORM12: _package,
    Kind.SCORM2004: _package,
}
