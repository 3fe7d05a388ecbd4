"""Packages of a curriculum to compare others with: editions come in, the same package as another one goes out, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builders.comparison import Package, open_package
from builders.diagnostics.finding import nearest
from builders.model.artefacts import BANKS, GENERIC, SCORM, Artefact, Kind, package
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION
from builders.model.slices import Slicer, slices
from builders.targets.packaging.profiles import PROFILES, Profile
from builders.workflow.makers import make
from builders.workflow.request import UsageError

_COURSE = "course-"

Editions = Mapping[str, Curriculum]


@dataclass(frozen=True, slots=True)
class Publication:
    """What a package is of. ``of`` is module or course; ``version`` is empty where the curriculum does not have it."""

    of: str
    id: str

    def version_in(self, source: Curriculum) -> str:
        found = source.modules if self.of == "module" else source.courses
        return next((each.version for each in found if each.id == self.id), "")


def packed(wanted: Publication, name: str, editions: Editions) -> Package | None:
    """A SCORM 1.2 package in the source language; None where the curriculum does not have what is wanted."""
    source = next(iter(editions.values()))
    version = wanted.version_in(source)
    if not version:
        return None
    artefact = package(Kind.SCORM12, (source.language,), version, **{wanted.of: wanted.id}, profile=GENERIC)
    return _built(artefact, name, {source.language: source})


def packed_like(other: Package, name: str, editions: Editions) -> Package:
    """The package of the same module or course in the same standard, profile, granularity and languages, as far as the
    curriculum has them. Raises UsageError where it has nothing of it."""
    source = next(iter(editions.values()))
    wanted, codes = _held(other, source)
    version = wanted.version_in(source)
    if not version:
        known = tuple(each.id for each in (source.modules if wanted.of == "module" else source.courses))
        raise UsageError(
            f"{other.side.name} holds the {wanted.of} {wanted.id}, which {name} does not have; {nearest(wanted.id, known)}"
        )
    found = {code: edition for code, edition in editions.items() if code in codes}
    if not found:
        raise UsageError(f"{other.side.name} is in {' '.join(codes)}, and {name} has no edition in that")
    artefact = package(
        other.kind,
        tuple(found),
        version,
        **{wanted.of: wanted.id},
        profile=_profile(other).name if other.kind in SCORM else "",
        granularity=SESSION if other.by_session else "",
    )
    return _built(artefact, name, found)


def _built(artefact: Artefact, name: str, editions: Editions) -> Package:
    slicers = {language: Slicer(edition) for language, edition in editions.items()}
    files = make(artefact, slices(artefact, slicers), downloads=(), scratch=Path())
    return open_package(name, next(file.data for file in files if file.path == artefact.path))


def _held(other: Package, source: Curriculum) -> tuple[Publication, Sequence[str]]:
    """What a package is of, and in which languages. An item bank says both in the name of its category, where the source
    language goes without saying (see ``banks/naming.py``)."""
    id = other.side.id
    if other.kind in BANKS and not other.side.languages:
        module, _, language = id.rpartition("-")
        translated = source.module(id) is None and language in source.languages
        return (Publication("module", module), [language]) if translated else (Publication("module", id), [source.language])
    course = id.removeprefix(_COURSE)
    is_course = id.startswith(_COURSE) and any(each.id == course for each in source.courses)
    wanted = Publication("course", course) if is_course else Publication("module", id)
    return wanted, other.side.languages or [source.language]


def _profile(other: Package) -> Profile:
    """The profile that a package was made for, or another one that makes the very same."""
    told = next(iter(other.units.values())).first.settings
    return next((profile for profile in PROFILES.values() if _made_for(profile, told)), PROFILES[GENERIC])


def _made_for(profile: Profile, told: Mapping[str, str]) -> bool:
    """See ``scorm/package.py`` for what the scripts are told."""
    words = (told.get("passed"), told.get("failed")) == (profile.passed, profile.failed)
    ways = ("answers" not in told, "closing" not in told) == (profile.plain_answers, profile.keeps_closed)
    return words and ways
