"""A module whose progress outgrows what SCORM 1.2 gives it: refused before anything is written, built where there is room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Snapshot = Callable[[Path], dict[str, str]]

QUESTIONS = 300
MODULE = "curriculum/modules/empathy"
_QUESTION = """  - id: empathy.q-many-{number}
    kind: multiple
    objective: empathy.hear-barriers
    level: remember
    use: [check]
    stem: Which of these were named in case {number}?
    choices:
      - {{id: phone, text: The phone, correct: true, feedback: It rang.}}
      - {{id: pen, text: The pen, correct: true, feedback: It wrote.}}
      - {{id: shame, text: The shame, feedback: Not named.}}
      - {{id: rank, text: The rank, feedback: Not named.}}
"""


@pytest.fixture
def crowded(academy: Path) -> Path:
    """A curriculum whose module asks 300 questions, half of them in each of its sessions."""
    bank = academy / MODULE / "questions.yaml"
    many = "".join(_QUESTION.format(number=number) for number in range(QUESTIONS))
    bank.write_text(bank.read_text(encoding="utf-8") + many, encoding="utf-8")
    for at, name in enumerate(("listening", "first-words")):
        asked = "".join(f"\n:: question empathy.q-many-{number}\n" for number in range(at, QUESTIONS, 2))
        for session in (academy / MODULE).glob(f"{name}*.md"):
            session.write_text(session.read_text(encoding="utf-8") + asked, encoding="utf-8")
    return academy


def _ask_for(root: Path, packages: str) -> None:
    settings = root / "curriculum/curriculum.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"lms: {packages}\n", encoding="utf-8")


def _built(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "dist/lms").rglob("*.zip"))


def test_too_many_questions_are_refused_and_the_former_output_stays(crowded: Path, curriculum: Any, snapshot: Snapshot) -> None:
    _ask_for(crowded, "{standards: [scorm2004]}")
    assert curriculum("build", "--root", crowded, "--only", "lms").returncode == 0
    former = snapshot(crowded / "dist")
    result = curriculum("build", "--root", crowded, "--only", "lms", "--standard", "scorm12")
    assert result.returncode == 1
    told = result.stdout + result.stderr
    assert "U001" in told
    assert f"{MODULE}/module.yaml:1" in told
    assert "in scorm12: saved progress can take" in told
    assert "the limit is 4096" in told
    assert snapshot(crowded / "dist") == former


def test_nothing_is_written_where_nothing_was(crowded: Path, curriculum: Any) -> None:
    result = curriculum("check", "--root", crowded)
    assert (result.returncode, "U001" in result.stdout) == (1, True)
    result = curriculum("build", "--root", crowded, "--only", "lms")
    assert result.returncode == 1
    assert not (crowded / "dist").exists()
    assert [path.name for path in crowded.iterdir() if path.name.startswith(".dist")] == []


@pytest.mark.parametrize(
    ("packages", "made"),
    [
        ("{standards: [scorm2004]}", ["empathy-1.0.0-en-scorm2004.zip", "empathy-1.0.0-hi-scorm2004.zip"]),
        (
            "{standards: [scorm12], granularity: [session]}",
            ["empathy-1.0.0-en-scorm12-sessions.zip", "empathy-1.0.0-hi-scorm12-sessions.zip"],
        ),
    ],
)
def test_the_same_module_is_built_where_there_is_room(crowded: Path, curriculum: Any, packages: str, made: list[str]) -> None:
    _ask_for(crowded, packages)
    result = curriculum("build", "--root", crowded, "--only", "lms")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "U001" not in result.stdout + result.stderr
    assert _built(crowded) == made
