"""A curriculum as it was, read from a real Git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from builders.workflow.request import UsageError
from builders.workflow.revisions import revision


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(folder), *named, *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder inside a repository, with a curriculum of one file, a file beside it, and links of three kinds."""
    folder = tmp_path / "part"
    modules = folder / "curriculum" / "modules"
    modules.mkdir(parents=True)
    (modules / "one.md").write_text("first\n", encoding="utf-8")
    (folder / "secret.txt").write_text("not for it\n", encoding="utf-8")
    (modules / "inside.md").symlink_to("one.md")
    (modules / "outside.md").symlink_to("../../secret.txt")
    (folder / "curriculum" / "folder").symlink_to("modules")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    git(tmp_path, "tag", "v1")
    return folder


def files(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_as_it_was(root: Path) -> None:
    (root / "curriculum" / "modules" / "one.md").write_text("second\n", encoding="utf-8")
    with revision(root, "v1") as folder:
        assert files(folder) == {"curriculum/modules/one.md": "first\n", "curriculum/modules/inside.md": "first\n"}
        assert not [path for path in folder.rglob("*") if path.is_symlink()]
    assert not folder.exists()
    assert git(root, "status", "--porcelain").split() == ["M", "part/curriculum/modules/one.md"]
    git(root, "commit", "--quiet", "--all", "--message", "two")
    for name, text in (("HEAD", "second\n"), ("HEAD~1", "first\n"), ("v1^{commit}", "first\n")):
        with revision(root, name) as folder:
            assert files(folder)["curriculum/modules/one.md"] == text


@pytest.mark.parametrize("name", ["v9", "", "--all", "-h", "v1:curriculum", "HEAD..v1", "HEAD^9", "a\nb"])
def test_no_such_revision(name: str, root: Path) -> None:
    with pytest.raises(UsageError, match="neither a file nor a Git revision"), revision(root, name):
        pytest.fail("there is no such revision")


def test_no_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="without git installed"), revision(root, "v1"):
        pytest.fail("there is no git")
