"""``curriculum compare`` over packages and over revisions of a real Git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from builders.comparison.render import STYLES

Git = Callable[..., str]
MODULE = "curriculum/modules/empathy/module.yaml"
QUESTIONS = "curriculum/modules/empathy/questions.yaml"


def run_git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(folder), *named, *arguments], capture_output=True, text=True, check=True).stdout


def begin(folder: Path, curriculum: str) -> None:
    """Put a folder under Git, with one commit."""
    run_git(folder, "init", "--quiet")
    run_git(folder, "add", curriculum)
    run_git(folder, "commit", "--quiet", "--message", "one")


@pytest.fixture
def git(academy: Path) -> Git:
    """The academy under Git, its first commit tagged ``v1``."""
    begin(academy, "curriculum")
    run_git(academy, "tag", "v1")
    return partial(run_git, academy)


def edit(academy: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (academy / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (academy / name).write_text(text, encoding="utf-8")


def commit(git: Git, tag: str) -> None:
    git("commit", "--quiet", "--all", "--message", tag)
    git("tag", tag)


@pytest.fixture
def raised(academy: Path, git: Git) -> None:
    """``v2``: a higher pass mark, and a version that does not say so."""
    edit(academy, MODULE, ("mastery: 70", "mastery: 90"), ("version: 1.0.0", "version: 1.0.1"))
    commit(git, "v2")


def package(academy: Path, curriculum: Any, *wishes: str) -> Path:
    made = curriculum("build", "--root", academy, "--module", "empathy", "--standard", "scorm12", *wishes)
    assert made.returncode == 0, made.stderr
    found = next((academy / "dist/lms/scorm12").glob("*.zip"))
    return Path(shutil.copy(found, academy.parent / "given.zip"))


def test_a_package_and_the_revision_that_it_was_made_of(academy: Path, git: Git, curriculum: Any, snapshot: Any) -> None:
    given = package(academy, curriculum, "--languages", "all", "--granularity", "session")
    before = snapshot(academy)
    result = curriculum("compare", "--root", academy, given, "v1")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Nothing differs." in result.stdout
    assert snapshot(academy) == before  # neither the work tree nor Git's own files were touched
    assert git("status", "--porcelain", "--", "curriculum") == ""


@pytest.mark.usefixtures("raised")
def test_two_revisions(academy: Path, curriculum: Any) -> None:
    result = curriculum("compare", "--root", academy, "v1", "v2")
    assert result.returncode == 20, result.stderr
    assert "Make a new activity" in result.stdout
    assert "the pass mark is raised" in result.stdout
    assert "make it 2.0.0 at least" in result.stdout
    assert curriculum("compare", "--root", academy, "v2", "v1").returncode == 0  # a lower one harms nobody
    assert curriculum("compare", "--root", academy, "v1", "v2", "--course", "one-day").returncode == 0  # has a test of its own


@pytest.mark.usefixtures("raised")
def test_json(academy: Path, curriculum: Any) -> None:
    result = curriculum("compare", "--root", academy, "--format", "json", "--module", "empathy", "v1", "HEAD")
    assert result.returncode == 20
    content = json.loads(result.stdout)
    assert content["verdict"] == "new-activity"
    (only,) = content["comparisons"]
    assert (only["old"]["name"], only["new"]["name"], only["old"]["standard"]) == ("v1", "HEAD", "scorm12")
    assert only["version"] == {"needed": "2.0.0", "enough": False, "why": "learners' records no longer fit"}


def test_words_alone_and_a_page_less(academy: Path, git: Git, curriculum: Any) -> None:
    given = package(academy, curriculum)
    edit(academy, MODULE, ("title: ", "title: New "), ("version: 1.0.0", "version: 1.0.1"))
    assert "Nothing differs." in curriculum("compare", "--root", academy, given, "HEAD").stdout  # not committed
    commit(git, "v2")
    reworded = curriculum("compare", "--root", academy, given, "v2")
    assert reworded.returncode == 0, reworded.stdout
    assert "Only words changed" in reworded.stdout
    assert "warning" not in reworded.stdout
    for name in ("first-words.md", "first-words.hi.md"):
        edit(academy, f"curriculum/modules/empathy/{name}", ("{#reflect ", "{#renamed "))
    commit(git, "v3")
    fewer = curriculum("compare", "--root", academy, "v2", "v3")
    assert fewer.returncode == 10, fewer.stdout + fewer.stderr
    assert "That `empathy.first-words.reflect` was read is dropped" in fewer.stdout


def test_a_revision_with_errors(academy: Path, git: Git, curriculum: Any) -> None:
    edit(academy, QUESTIONS, ("stem:", "stemm:"))
    commit(git, "broken")
    result = curriculum("compare", "--root", academy, "v1", "broken")
    assert (result.returncode, result.stdout) == (1, "")
    assert f"broken:{QUESTIONS}:" in result.stderr
    assert "S001" in result.stderr
    assert "stemm:" in result.stderr
    assert "Nothing was compared." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("v1", "v9"), "v9: there is neither a file nor a Git revision of that name"),
        (("v1", "--output"), "No such option"),
        (("v1", "v1", "--module", "empaty"), "did you mean `empathy`?"),
        (("v1", "."), ". is a folder"),
        (("v1", "pyproject.toml"), "pyproject.toml cannot be compared: this is neither a zip nor an item bank"),
        (("v1",), "Missing argument 'NEW'"),
        (("v1", "v1", "--format", "xml"), "'xml' is not one of"),
    ],
)
@pytest.mark.usefixtures("git")
def test_wrong_usage(arguments: tuple[str, ...], why: str, academy: Path, curriculum: Any) -> None:
    result = curriculum("compare", "--root", academy, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert why in result.stderr
    assert "Traceback" not in result.stderr


def test_outside_git(academy: Path, curriculum: Any) -> None:
    given = package(academy, curriculum)
    assert curriculum("compare", "--root", academy, given, given).returncode == 0
    result = curriculum("compare", "--root", academy, given, "HEAD")
    assert (result.returncode, "neither a file nor a Git revision" in result.stderr) == (2, True)
    named = curriculum("compare", "--root", academy, given, given, "--module", "empathy")
    assert (named.returncode, "a package says itself what it holds" in named.stderr) == (2, True)


def test_a_revision_without_a_curriculum(academy: Path, git: Git, curriculum: Any) -> None:
    git("rm", "--quiet", "-r", "curriculum")
    commit(git, "empty")
    result = curriculum("compare", "--root", academy, "v1", "empty")
    assert (result.returncode, "empty: that revision has no folder curriculum" in result.stderr) == (2, True)


def test_a_module_less_and_one_more(academy: Path, git: Git, curriculum: Any) -> None:
    shutil.copytree(academy / "curriculum/modules/empathy", academy / "curriculum/modules/patience")
    for path in (academy / "curriculum/modules/patience").rglob("*"):
        if path.suffix in {".yaml", ".md"}:
            path.write_text(path.read_text(encoding="utf-8").replace("empathy.", "patience."), encoding="utf-8")
    git("add", "curriculum")
    commit(git, "more")
    more = curriculum("compare", "--root", academy, "v1", "more")
    assert more.returncode == 0, more.stderr
    assert "patience" in more.stdout
    assert "Make an activity for it" in more.stdout
    less = curriculum("compare", "--root", academy, "more", "v1")
    assert less.returncode == 10
    assert "new: not there" in less.stdout


def test_a_curriculum_that_is_part_of_a_repository(academy: Path, curriculum: Any) -> None:
    begin(academy.parent, "academy/curriculum")
    result = curriculum("compare", "--root", academy, "HEAD", "HEAD")
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("Nothing differs.") == 1


def test_every_style_can_be_chosen(curriculum: Any) -> None:
    said = curriculum("compare", "--help").stdout
    assert f"[{'|'.join(STYLES)}]" in said
