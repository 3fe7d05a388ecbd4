"""A small curriculum in a folder of its own, and the command line as a user runs it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def academy(tmp_path: Path, repository: Path) -> Path:
    """A copy of the small valid curriculum."""
    root = tmp_path / "academy"
    shutil.copytree(repository / "tests/curricula/valid/small", root)
    return root


@pytest.fixture
def curriculum() -> Run:
    """Run a command: ``curriculum("build", "--root", root)``. Colours, terminals and the clock's zone play no part."""

    def run(*arguments: str | Path, timezone: str = "UTC", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "TZ": timezone, "NO_COLOR": "1", "PYTHONHASHSEED": "random"}
        command = [sys.executable, "-m", "builders", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=cwd, encoding="utf-8")

    return run


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, str]]:
    """The digest of every file in a folder."""

    def take(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return take
