"""A SCORM package: a module comes in, the bytes of a zip go out."""

from __future__ import annotations

from pathlib import Path

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.rendering.plain import to_plain
from builders.storage.archive import zipped
from builders.targets.player.assets import read_folder
from builders.targets.player.saved_state import fit
from builders.targets.player.site import PAGE, learner_site
from builders.targets.scorm import scorm12, scorm2004
from builders.targets.scorm.manifest import Course
from builders.targets.scorm.profile import GENERIC, Profile

MANIFEST = "imsmanifest.xml"

SAVED_STATE_LIMITS = {Kind.SCORM12: 4096, Kind.SCORM2004: 64000}
"""Characters of suspend_data: SCORM 1.2 RTE 3.4.4 and SCORM 2004 RTE 4.2.23."""

_SCRIPTS = {
    Kind.SCORM12: ("start-scorm12.js", "scorm12.js", "recorder.js", "api.js"),
    Kind.SCORM2004: ("start-scorm2004.js", "scorm2004.js", "recorder.js", "api.js"),
}
_MANIFESTS = {Kind.SCORM12: scorm12.manifest, Kind.SCORM2004: scorm2004.manifest}
_ASSETS = Path(__file__).parent / "assets"


def package(module: Module, *, standard: Kind, curriculum: Curriculum, profile: Profile = GENERIC) -> bytes:
    """A zip with one SCO, the manifest first.

    ``standard`` is SCORM12 or SCORM2004; another kind raises KeyError. Raises SavedStateTooLarge where progress may not
    fit into what the standard gives it.
    """
    wanted = _SCRIPTS[standard]
    site = learner_site(
        module,
        curriculum,
        start=wanted[0],
        scripts=tuple(file for file in read_folder(_ASSETS) if file[0] in wanted),
        settings={"passed": profile.passed, "failed": profile.failed},
    )
    fit(module.id, site.saved_state, SAVED_STATE_LIMITS[standard])
    course = Course(
        module=module.id,
        language=curriculum.language,
        title=" ".join(to_plain(module.title.value).split()),
        version=module.version,
        page=PAGE,
        files=tuple(path for path, _ in site.files),
        mastery=module.mastery if site.assessed and _states_mastery(standard, profile) else None,
    )
    return zipped([(MANIFEST, _MANIFESTS[standard](course)), *site.files], first=MANIFEST)


def _states_mastery(standard: Kind, profile: Profile) -> bool:
    return standard is Kind.SCORM2004 or profile.states_mastery
