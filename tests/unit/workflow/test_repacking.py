"""Packages of a revision made like another one, so that nothing differs where nothing was changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders.comparison import Package, open_package
from builders.comparison import compare as compare_packages
from builders.model.artefacts import BANKS, CARTRIDGES, GENERIC, PACKAGES, SCORM, Artefact, Kind, package
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION
from builders.model.slices import Slicer, slices
from builders.reading.curriculum import read
from builders.targets.packaging.profiles import PROFILES
from builders.workflow.makers import make
from builders.workflow.repacking import Publication, packed, packed_like
from builders.workflow.request import UsageError

LEARNER = Path(__file__).parents[2] / "curricula" / "valid" / "learner"
Editions = dict[str, Curriculum]


@pytest.fixture(scope="module")
def editions() -> Editions:
    return dict(read(LEARNER).editions)


def built(artefact: Artefact, editions: Editions) -> Package:
    files = make(
        artefact, slices(artefact, {code: Slicer(edition) for code, edition in editions.items()}), downloads=(), scratch=Path()
    )
    return open_package("given.zip", next(file.data for file in files if file.path == artefact.path))


def artefacts() -> list[Artefact]:
    """Every standard; courses, sessions, profiles, one language and several."""
    made = [package(kind, ("en",), "1.2.0", module="kit", profile=GENERIC if kind in SCORM else "") for kind in PACKAGES]
    made += [package(kind, ("hi",), "1.2.0", module="kit") for kind in (*BANKS, *CARTRIDGES)]
    made += [package(Kind.SCORM12, ("en", "hi"), "1.2.0", module="kit", profile=name) for name in PROFILES]
    made += [package(Kind.CMI5, ("en", "hi", "mr"), "0.1.0", course="one", granularity=SESSION)]
    made += [package(Kind.SCORM2004, ("mr",), "0.1.0", course="one", granularity=SESSION, profile="moodle")]
    made += [package(Kind.CARTRIDGE13, ("en",), "0.1.0", course="one")]
    return made


@pytest.mark.parametrize("artefact", artefacts(), ids=lambda artefact: artefact.path)
def test_the_same_package_again(artefact: Artefact, editions: Editions) -> None:
    languages = artefact.path.split(f"{artefact.version}-")[1].split(f"-{artefact.kind}")[0].split("-")
    other = built(artefact, {code: editions[code] for code in languages})
    again = packed_like(other, "v1", editions)
    assert again.side == replace(other.side, name="v1")
    assert compare_packages(other, again).identical


def test_a_language_that_came_later(editions: Editions) -> None:
    other = built(
        package(Kind.SCORM12, ("en", "hi"), "1.2.0", module="kit", profile=GENERIC), {c: editions[c] for c in ("en", "hi")}
    )
    assert packed_like(other, "v1", {"en": editions["en"]}).side.languages == ("en",)


def test_what_a_revision_does_not_have(editions: Editions) -> None:
    source = editions["en"]
    other = packed(Publication("module", "kit"), "given.zip", editions)
    assert other
    without = {"en": replace(source, modules=(replace(source.modules[0], id="kid"),))}
    with pytest.raises(UsageError, match=r"given.zip holds the module kit, which v1 does not have; did you mean `kid`\?"):
        packed_like(other, "v1", without)
    hindi = built(package(Kind.WEB, ("hi",), "1.2.0", module="kit"), {"hi": editions["hi"]})
    with pytest.raises(UsageError, match="no edition in that"):
        packed_like(hindi, "v1", {"en": source})
    assert packed(Publication("course", "two"), "v1", editions) is None


def test_a_module_whose_id_looks_like_a_course(editions: Editions) -> None:
    source = editions["en"]
    named = replace(source, courses=(replace(source.courses[0], id="two"),))
    other = packed(Publication("course", "two"), "given.zip", {"en": named})
    assert other
    assert other.side.id == "course-two"
    assert packed_like(other, "v1", {"en": named}).side.id == "course-two"
