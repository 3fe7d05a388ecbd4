"""Whether packages fit: an edition and the artefacts to be made, or what was made, come in; findings go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.artefacts import Artefact, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION, Publication, of_course, of_module, parts
from builders.targets.packaging.profiles import PROFILES
from builders.targets.player.saved_state import most_saved

LIMITS = {Kind.SCORM12: (4096, 3500), Kind.SCORM2004: (64000, 64000)}
"""Characters of ``cmi.suspend_data``: the standard's limit (SCORM 1.2 RTE 3.4.4, SCORM 2004 4th edition RTE 4.2.23) and the
number aimed at."""


def without_room(source: Curriculum, artefacts: Iterable[Artefact]) -> Iterator[Finding]:
    """A finding for every unit whose saved progress may outgrow what its standard gives it, or comes close.

    The ids that are saved are the same in every language, so the source edition stands for all.
    """
    asked = {(item.kind, item.module, item.course, item.granularity) for item in artefacts if item.kind in LIMITS}
    for kind, module, course, granularity in sorted(asked):
        whole, at = _publication(source, module, course)
        for unit in parts(whole) if granularity == SESSION else (whole,):
            size, (limit, aim) = most_saved(unit, source), LIMITS[kind]
            if size > aim:
                said = f"{unit.id} in {kind}: saved progress can take {size} characters, the limit is {limit}"
                yield Finding(at, "U001" if size > limit else "U002", said)


def too_large(source: Curriculum, entries: Iterable[Entry]) -> Iterator[Finding]:
    """A finding for every package that is known to meet trouble when it is uploaded."""
    for entry in entries:
        artefact = entry.artefact
        profile = PROFILES.get(artefact.profile)
        if profile and profile.warn_above and entry.bytes > profile.warn_above:
            _, at = _publication(source, artefact.module, artefact.course)
            sizes = f"{entry.bytes / 1e6:.1f} MB, {profile.name} takes {profile.warn_above / 1e6:.1f} MB as it comes"
            yield Finding(at, "U003", f"{artefact.path}: {sizes}")


def _publication(source: Curriculum, module: str, course: str) -> tuple[Publication, Location]:
    if course:
        found = next(each for each in source.courses if each.id == course)
        return of_course(found, source), found.at
    taught = next(each for each in source.modules if each.id == module)
    return of_module(taught), taught.at
