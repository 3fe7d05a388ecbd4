"""Which packages a build makes, where they lie, and that a build of some leaves the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def _packages(root: Path) -> set[str]:
    lms = root / "dist" / "lms"
    return {path.relative_to(lms).as_posix() for path in lms.rglob("*") if path.suffix in (".zip", ".imscc", ".xml", ".gift")}


def _name(root: Path, setting: str) -> None:
    programme = root / "curriculum" / "curriculum.yaml"
    programme.write_text(programme.read_text(encoding="utf-8") + setting, encoding="utf-8")


def test_a_plain_build_makes_the_set_that_the_curriculum_names(academy: Path, curriculum: Run) -> None:
    _name(academy, "lms: {of: [modules, courses], standards: [scorm12, web], languages: [all]}\n")
    built = curriculum("build", "--root", academy)
    assert built.returncode == 0, built.stderr
    assert _packages(academy) == {
        "scorm12/empathy-1.0.0-en-hi-scorm12.zip",
        "scorm12/course-one-day-0.1.0-en-hi-scorm12.zip",
        "web/empathy-1.0.0-en-hi-web.zip",
        "web/course-one-day-0.1.0-en-hi-web.zip",
    }


def test_flags_make_others_and_leave_what_was_there(academy: Path, curriculum: Run) -> None:
    assert curriculum("build", "--root", academy).returncode == 0
    before = _packages(academy)
    assert len(before) == 4
    wishes = (
        "--standard",
        "scorm12",
        "--standard",
        "cmi5",
        "--profile",
        "moodle",
        "--languages",
        "all",
        "--granularity",
        "session",
    )
    built = curriculum("build", "--root", academy, *wishes)
    assert built.returncode == 0, built.stderr
    made = _packages(academy) - before
    assert made == {
        "scorm12/moodle/empathy-1.0.0-en-hi-scorm12-moodle-sessions.zip",
        "cmi5/empathy-1.0.0-en-hi-cmi5-sessions.zip",
    }
    assert before < _packages(academy)
    listed = json.loads((academy / "dist" / "build.json").read_text(encoding="utf-8"))["artefacts"]
    entry = next(item for item in listed if item.get("profile") == "moodle")
    assert (entry["language"], entry["granularity"], entry["kind"]) == ("mul", "session", "scorm12")
    assert curriculum("build", "--root", academy).returncode == 0
    assert _packages(academy) == before, "a plain build makes what the curriculum names and no more"


def test_every_package_has_a_sheet_and_passes_our_own_rules(academy: Path, curriculum: Run) -> None:
    kinds = ("scorm12", "scorm2004", "cmi5", "cartridge13", "cartridge11", "qti21")
    wanted = [part for kind in (*kinds, "web", "gift", "moodle-xml") for part in ("--standard", kind)]
    built = curriculum("build", "--root", academy, *wanted)
    assert built.returncode == 0, built.stderr
    lms = academy / "dist" / "lms"
    packages = [lms / name for name in sorted(_packages(academy))]
    assert len(packages) == 18
    for package in packages:
        for ending in (".import.html", ".import.md"):
            sheet = package.with_name(package.name.rpartition(".")[0] + ending)
            assert package.name in sheet.read_text(encoding="utf-8")
    judged = curriculum("validate", "--strict", *(path for path in packages if path.parts[-2] in kinds))
    assert judged.returncode == 0, judged.stdout
    catalogue = (academy / "dist" / "index.html").read_text(encoding="utf-8")
    assert all(f"{package.relative_to(academy / 'dist').as_posix()}" in catalogue for package in packages)


def test_an_unknown_standard_is_wrong_usage(academy: Path, curriculum: Run) -> None:
    refused = curriculum("build", "--root", academy, "--standard", "scorm13")
    assert refused.returncode == 2
    assert "scorm2004" in refused.stderr
