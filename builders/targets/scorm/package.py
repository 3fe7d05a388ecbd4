"""A SCORM package: a publication in one or more languages comes in, content and the bytes of a zip go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builders.model.artefacts import Kind
from builders.storage.archive import zipped
from builders.targets.packaging.assemble import assemble
from builders.targets.packaging.content import Content
from builders.targets.packaging.described import Edition
from builders.targets.packaging.profiles import PROFILES, Profile
from builders.targets.player.assets import read_folder
from builders.targets.scorm import scorm12, scorm2004

MANIFEST = "imsmanifest.xml"

_SCRIPTS = {
    Kind.SCORM12: ("start-scorm12.js", "scorm12.js", "recorder.js", "api.js"),
    Kind.SCORM2004: ("start-scorm2004.js", "scorm2004.js", "recorder.js", "api.js"),
}
_MANIFESTS = {Kind.SCORM12: scorm12.manifest, Kind.SCORM2004: scorm2004.manifest}
_ASSETS = Path(__file__).parent / "assets"


def package(
    editions: Sequence[Edition], *, standard: Kind, profile: Profile = PROFILES["generic"], granularity: str = ""
) -> tuple[Content, bytes]:
    """What is in the package, and a zip with a SCO for each unit, the manifest first.

    ``standard`` is SCORM12 or SCORM2004; another kind raises KeyError. Whether progress fits into what the standard gives it
    is judged before.
    """
    wanted = _SCRIPTS[standard]
    content = assemble(
        editions,
        start=wanted[0],
        scripts=tuple(file for file in read_folder(_ASSETS) if file[0] in wanted),
        settings=_settings(profile),
        granularity=granularity,
    )
    data = zipped([(MANIFEST, _MANIFESTS[standard](content, profile)), *content.files], first=MANIFEST)
    return content, data


def _settings(profile: Profile) -> dict[str, str | int]:
    """What the scripts are told of the system: status words, and what it does otherwise than the standard says."""
    told: dict[str, str | int] = {"passed": profile.passed, "failed": profile.failed}
    if not profile.plain_answers:
        told["answers"] = "loose"
    if not profile.keeps_closed:
        told["closing"] = "when-done"
    return told
