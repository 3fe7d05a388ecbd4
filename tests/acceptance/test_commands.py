"""The other commands: check, list, explain, stamp, and the help of all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

COMMANDS = ("check", "build", "list", "explain", "stamp", "clean")


def test_check_is_silent_about_a_valid_curriculum(academy: Path, curriculum: Any) -> None:
    result = curriculum("check", "--root", academy, "--strict")
    assert result.returncode == 0, result.stdout
    assert "error" not in result.stdout


@pytest.mark.parametrize("style", ["text", "github", "json", "sarif"])
def test_check_in_every_style(academy: Path, curriculum: Any, style: str) -> None:
    questions = next((academy / "curriculum/modules").glob("*/questions.yaml"))
    questions.write_text(questions.read_text(encoding="utf-8").replace("stem:", "stemm:", 1), encoding="utf-8")
    result = curriculum("check", "--root", academy, "--format", style)
    assert result.returncode == 1
    assert "S001" in result.stdout
    assert "S002" in result.stdout
    assert "questions.yaml" in result.stdout
    if style in ("json", "sarif"):
        json.loads(result.stdout)


def test_list_names_modules_courses_and_languages(academy: Path, curriculum: Any) -> None:
    result = curriculum("list", "--root", academy)
    assert result.returncode == 0
    for folder in (academy / "curriculum/modules").iterdir():
        assert folder.name in result.stdout
    for course in (academy / "curriculum/courses").glob("*.yaml"):
        assert course.name.partition(".")[0] in result.stdout
    assert "हिन्दी" in result.stdout


def test_explain(curriculum: Any) -> None:
    result = curriculum("explain", "q003")
    assert result.returncode == 0
    assert "no right choice" in result.stdout
    assert "Q003" in curriculum("explain").stdout
    wrong = curriculum("explain", "Q033")
    assert (wrong.returncode, "did you mean" in wrong.stderr) == (2, True)


def test_stamp_makes_a_stale_translation_current(academy: Path, curriculum: Any) -> None:
    source = sorted(path for path in (academy / "curriculum/modules").glob("*/*.md") if ".hi." not in path.name)[0]
    translation = source.with_suffix(".hi.md")
    source.write_text(source.read_text(encoding="utf-8").replace("core}", "core}\n\nNew words.\n", 1), encoding="utf-8")
    lines = source.read_text(encoding="utf-8")
    assert "New words." in lines
    translation.write_text(translation.read_text(encoding="utf-8").replace("}\n", "}\n\nनए शब्द।\n", 1), encoding="utf-8")
    assert "L002" in curriculum("check", "--root", academy).stdout
    result = curriculum("stamp", "--root", academy, translation)
    assert result.returncode == 0, result.stderr
    assert "L002" not in curriculum("check", "--root", academy, "--all").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(curriculum: Any, command: str) -> None:
    result = curriculum(command, "--help")
    assert result.returncode == 0
    assert f"curriculum {command}" in result.stdout
    assert "Examples" in result.stdout
