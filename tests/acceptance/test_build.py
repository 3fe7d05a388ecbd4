"""`curriculum build`: what comes out, what stays, what is refused."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Snapshot = Callable[[Path], dict[str, str]]


def _manifest(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "dist/build.json").read_text(encoding="utf-8"))
    return found


def test_a_build_makes_everything_and_accounts_for_it(academy: Path, curriculum: Any) -> None:
    result = curriculum("build", "--root", academy)
    assert result.returncode == 0, result.stderr
    manifest = _manifest(academy)
    kinds = {artefact["kind"] for artefact in manifest["artefacts"]}
    assert kinds == {"handbook", "session-deck", "day-deck", "scorm12", "scorm2004", "take-along"}
    assert {artefact["language"] for artefact in manifest["artefacts"]} == {"en", "hi"}
    assert f"{len(manifest['artefacts'])} artefacts" in result.stdout
    dist = academy / "dist"
    for artefact in manifest["artefacts"]:
        path = dist / artefact["path"]
        assert path.exists(), artefact["path"]
        if path.is_file():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == artefact["sha256"]
            assert path.stat().st_size == artefact["bytes"]
    sums = [line.partition("  ")[2] for line in (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    files = {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    assert sorted(files) == sorted(sums)
    assert (dist / "index.html").is_file()


def test_two_builds_are_the_same_bytes(academy: Path, tmp_path: Path, curriculum: Any, snapshot: Snapshot) -> None:
    other = tmp_path / "elsewhere" / "zweite"
    shutil.copytree(academy, other)
    assert curriculum("build", "--root", academy, "--jobs", "1", timezone="Asia/Kolkata").returncode == 0
    assert curriculum("build", "--root", other, "--jobs", "2", timezone="America/St_Johns").returncode == 0
    assert snapshot(academy / "dist") == snapshot(other / "dist")


def test_nothing_changed_builds_nothing(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    curriculum("build", "--root", academy)
    before = snapshot(academy / "dist")
    result = curriculum("build", "--root", academy)
    assert "nothing has changed" in result.stdout
    assert snapshot(academy / "dist") == before


def test_an_edited_session_builds_what_it_touches_and_equals_a_fresh_build(
    academy: Path, tmp_path: Path, curriculum: Any, snapshot: Snapshot
) -> None:
    curriculum("build", "--root", academy)
    session = academy / "curriculum/modules/empathy/listening.md"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("core}", "core}\n\nOne more sentence.", 1), encoding="utf-8")
    result = curriculum("build", "--root", academy)
    assert result.returncode == 0, result.stderr
    assert " 0 unchanged" not in result.stdout
    assert "(0 built" not in result.stdout
    fresh = tmp_path / "fresh"
    shutil.copytree(academy / "curriculum", fresh / "curriculum")
    assert curriculum("build", "--root", fresh).returncode == 0
    assert snapshot(academy / "dist") == snapshot(fresh / "dist")


def test_a_changed_or_missing_output_file_is_made_good(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    curriculum("build", "--root", academy)
    before = snapshot(academy / "dist")
    deck = next((academy / "dist/decks").rglob("*.pptx"))
    deck.write_bytes(b"scribble")
    (academy / "dist/index.html").unlink()
    assert curriculum("build", "--root", academy).returncode == 0
    assert snapshot(academy / "dist") == before


def test_a_damaged_cache_is_made_good(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    curriculum("build", "--root", academy)
    before = snapshot(academy / "dist")
    for blob in sorted((academy / "build/cache/blobs").rglob("*"))[::7]:
        if blob.is_file():
            blob.write_bytes(b"scribble")
    (academy / "dist/index.html").unlink()
    result = curriculum("build", "--root", academy)
    assert result.returncode == 0, result.stderr
    assert snapshot(academy / "dist") == before


def test_a_limited_build_leaves_the_rest(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    curriculum("build", "--root", academy)
    before = snapshot(academy / "dist")
    result = curriculum("build", "--root", academy, "--only", "decks", "--language", "hi")
    assert result.returncode == 0, result.stderr
    assert snapshot(academy / "dist") == before


def test_a_limited_build_alone_makes_only_what_was_asked(academy: Path, curriculum: Any) -> None:
    assert curriculum("build", "--root", academy, "--only", "lms", "--language", "en").returncode == 0
    manifest = _manifest(academy)
    assert {(artefact["kind"], artefact["language"]) for artefact in manifest["artefacts"]} == {
        ("scorm12", "en"),
        ("scorm2004", "en"),
    }
    assert not (academy / "dist/handbook").exists()


def test_errors_stop_a_build_before_anything_is_written(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    curriculum("build", "--root", academy)
    before = snapshot(academy / "dist")
    course = academy / "curriculum/courses/one-day.yaml"
    course.write_text(course.read_text(encoding="utf-8").replace("depth: ", "dept: ", 1), encoding="utf-8")
    result = curriculum("build", "--root", academy)
    assert result.returncode == 1
    assert "S001" in result.stderr
    assert snapshot(academy / "dist") == before


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--course", "nowhere"), "nowhere"),
        (("--module", "nowhere"), "nowhere"),
        (("--language", "xx"), "xx"),
        (("--only", "books"), "books"),
        (("--jobs", "0"), "jobs"),
        (("--colour",), "colour"),
    ],
)
def test_wrong_usage(academy: Path, curriculum: Any, arguments: tuple[str, ...], word: str) -> None:
    result = curriculum("build", "--root", academy, *arguments)
    assert result.returncode == 2
    assert word in result.stderr
    assert "Traceback" not in result.stderr
    assert not (academy / "dist").exists()


@pytest.mark.parametrize("folder", [".", "curriculum", "curriculum/modules", "site", "schemas", "builders/x", ".."])
def test_no_command_writes_where_sources_lie(academy: Path, curriculum: Any, snapshot: Snapshot, folder: str) -> None:
    for name in ("site", "schemas", "builders"):
        (academy / name).mkdir()
        (academy / name / "kept.txt").write_text("kept")
    before = snapshot(academy)
    for command in ("build", "clean"):
        result = curriculum(command, "--root", academy, "--output", academy / folder)
        assert result.returncode == 2, result.stdout
    after = {name: digest for name, digest in snapshot(academy).items() if not name.startswith("build/")}
    assert after == before


def test_a_folder_of_somebody_else_is_refused(academy: Path, tmp_path: Path, curriculum: Any) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.txt").write_text("mine")
    for command in ("build", "clean"):
        result = curriculum(command, "--root", academy, "--output", tmp_path / "thesis")
        assert result.returncode == 2
        assert "no build made" in result.stderr
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]


def test_clean_removes_output_and_memory_alone(academy: Path, curriculum: Any, snapshot: Snapshot) -> None:
    before = snapshot(academy)
    curriculum("build", "--root", academy, "--only", "lms")
    assert curriculum("clean", "--root", academy).returncode == 0
    assert snapshot(academy) == before
    assert not (academy / "dist").exists()
    assert not (academy / "build").exists()


def test_no_curriculum_is_a_finding(tmp_path: Path, curriculum: Any) -> None:
    for command in ("build", "check"):
        result = curriculum(command, "--root", tmp_path)
        assert result.returncode == 1
        assert "F010" in result.stdout + result.stderr
