"""What Git knows of a curriculum: a folder comes in; its commit, the dates of its files and what is changed go out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Generator
from pathlib import Path

_DATE = "\x1f"  # marks a line of the log that holds a date


def source_commit(root: Path) -> str:
    """The commit's full id, with ``+changes`` behind it where the curriculum differs from it; empty outside Git."""
    commit = _ask(root, "rev-parse", "--verify", "HEAD")
    if not commit:
        return ""
    changed = _ask(root, "status", "--porcelain", "--", "curriculum")
    return f"{commit}+changes" if changed else commit


def dated_files(root: Path, folder: str) -> Generator[tuple[str, str]]:
    """Pairs of a commit's date (ISO 8601, where it was made) and a file that it changed, relative to ``root``, the latest
    commit first. Git is ended when nobody listens any longer. Nothing outside Git."""
    git = shutil.which("git")
    if git is None:
        return
    words = ("-c", "core.quotePath=false", "log", "--relative", "--name-only", f"--format={_DATE}%cs", "--", folder)
    asked = [git, "-C", str(root), *words]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8") as log:  # noqa: S603 - fixed words, no shell
        date = ""
        try:
            for line in log.stdout or ():
                if line.startswith(_DATE):
                    date = line[1:].strip()
                elif line.strip():
                    yield date, line.rstrip("\n")
        finally:
            log.terminate()


def changed_files(root: Path, folder: str) -> tuple[str, ...]:
    """Files that differ from the commit or are not in it, relative to ``root``."""
    quiet = ("-c", "core.quotePath=false")
    changed = _ask(root, *quiet, "diff", "--name-only", "--relative", "HEAD", "--", folder)
    new = _ask(root, *quiet, "ls-files", "--others", "--exclude-standard", "--", folder)
    return tuple(line for line in f"{changed}\n{new}".splitlines() if line)


def _ask(root: Path, *question: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    asked = [git, "-C", str(root), *question]
    answer = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - fixed words, no shell
    return answer.stdout.strip() if answer.returncode == 0 else ""
