"""Which commit a curriculum is at: a folder comes in, the commit's id goes out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def source_commit(root: Path) -> str:
    """The commit's full id, with ``+changes`` behind it where the curriculum differs from it; empty outside Git."""
    git = shutil.which("git")
    if git is None:
        return ""
    commit = _ask(git, root, "rev-parse", "--verify", "HEAD")
    if not commit:
        return ""
    changed = _ask(git, root, "status", "--porcelain", "--", "curriculum")
    return f"{commit}+changes" if changed else commit


def _ask(git: str, root: Path, *question: str) -> str:
    answer = subprocess.run([git, "-C", str(root), *question], capture_output=True, text=True, check=False)  # noqa: S603 - fixed words, no shell
    return answer.stdout.strip() if answer.returncode == 0 else ""
