"""Which artefacts a build makes."""

from __future__ import annotations

from collections import Counter

from builders.model.artefacts import ALL_LANGUAGES, BANKS, PACKAGES, Kind
from builders.model.curriculum import LmsSet
from builders.reading.curriculum import Reading
from builders.workflow.plan import EVERYTHING, plan


def test_every_artefact_has_a_place_of_its_own(reading: Reading) -> None:
    paths = [path for artefact in plan(reading.editions, EVERYTHING) for path in (artefact.path, *artefact.sheets)]
    assert len(set(paths)) == len(paths)
    assert all(path == path.lower() and path.isascii() and " " not in path for path in paths)


def test_only_combinations_that_make_sense(reading: Reading) -> None:
    found = [artefact for artefact in plan(reading.editions, EVERYTHING) if artefact.kind in PACKAGES]
    counts = Counter(artefact.kind for artefact in found)
    modules, courses, languages = 5, 2, 3
    whole = (modules + courses) * (languages + 1)
    assert counts[Kind.SCORM12] == counts[Kind.SCORM2004] == whole * (4 + 2)  # iGOT and Open edX open one unit alone
    assert counts[Kind.CMI5] == whole * 2
    assert counts[Kind.WEB] == whole
    assert counts[Kind.CARTRIDGE13] == (modules + courses) * languages
    assert counts[Kind.GIFT] == modules * languages
    assert not [artefact for artefact in found if artefact.profile and artefact.kind not in (Kind.SCORM12, Kind.SCORM2004)]
    assert not [
        artefact for artefact in found if artefact.kind in BANKS and (artefact.course or artefact.language == ALL_LANGUAGES)
    ]


def test_names_say_what_is_not_usual(reading: Reading) -> None:
    lms = LmsSet(of=("modules",), standards=("scorm12",), profiles=("generic", "moodle"), languages=("each", "all"))
    names = [a.path for a in plan(reading.editions, lms) if a.module == "empathy" and a.kind in PACKAGES]
    assert names == [
        "lms/scorm12/empathy-1.0.0-en-scorm12.zip",
        "lms/scorm12/moodle/empathy-1.0.0-en-scorm12-moodle.zip",
        "lms/scorm12/empathy-1.0.0-hi-scorm12.zip",
        "lms/scorm12/moodle/empathy-1.0.0-hi-scorm12-moodle.zip",
        "lms/scorm12/empathy-1.0.0-mr-scorm12.zip",
        "lms/scorm12/moodle/empathy-1.0.0-mr-scorm12-moodle.zip",
        "lms/scorm12/empathy-1.0.0-en-hi-mr-scorm12.zip",
        "lms/scorm12/moodle/empathy-1.0.0-en-hi-mr-scorm12-moodle.zip",
    ]
    sessions = LmsSet(of=("courses",), standards=("cmi5",), granularity=("session",))
    found = [
        artefact.path
        for artefact in plan(reading.editions, sessions)
        if artefact.course == "two-day" and artefact.kind is Kind.CMI5
    ]
    assert found[0] == "lms/cmi5/course-two-day-1.0.0-en-cmi5-sessions.zip"
