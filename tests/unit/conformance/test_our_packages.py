"""Our own packages keep to their standards: every standard, profile, granularity and language of a small curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.conformance import examine
from builders.diagnostics.code import Severity
from builders.model.artefacts import Kind
from builders.reading.curriculum import read
from builders.targets import cartridge, cmi5, scorm
from builders.targets.banks import qti21
from builders.targets.packaging.assemble import Edition, publications
from builders.targets.packaging.profiles import PROFILES

LEARNER = Path(__file__).parents[2] / "curricula" / "valid" / "learner"
GRANULARITIES = ("", "session")


@pytest.fixture(scope="module")
def editions() -> tuple[Edition, ...]:
    """The one module in all its languages."""
    languages = read(LEARNER).editions
    return publications(tuple(languages.values()), module=next(iter(languages.values())).modules[0].id)


def packages(editions: tuple[Edition, ...]) -> Iterator[tuple[str, str, bytes]]:
    """What a package should be recognised as, a name for it, its bytes."""
    first = editions[0]
    for granularity in GRANULARITIES:
        for profile in PROFILES.values():
            for kind, standard in ((Kind.SCORM12, "SCORM 1.2"), (Kind.SCORM2004, "SCORM 2004 4th edition")):
                yield standard, "kit.zip", scorm.package(editions, standard=kind, profile=profile, granularity=granularity)[1]
        yield "cmi5", "kit.zip", cmi5.package(editions, granularity=granularity)[1]
        yield "cmi5", "kit.zip", cmi5.package((first,), granularity=granularity)[1]
    for version in ("1.1", "1.3"):
        yield f"Common Cartridge {version}", "kit.imscc", cartridge.package(first, version=version)[1]
    yield "QTI 2.1", "kit.zip", qti21(first[1].modules[0], first[1])


def test_no_errors_and_no_warnings(editions: tuple[Edition, ...]) -> None:
    for standard, name, data in packages(editions):
        judged = examine(name, data)
        assert judged.standards == (standard,)
        assert [str(finding) for finding in judged.findings if finding.severity is not Severity.NOTE] == []
