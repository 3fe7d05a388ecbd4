"""A build killed at any moment leaves the former output whole, and the next build is right."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Snapshot = Callable[[Path], dict[str, str]]


def _edit(academy: Path, number: int) -> None:
    """Change a session, so that the next build has work to do."""
    session = academy / "curriculum/modules/empathy/listening.md"
    head, _, rest = session.read_text(encoding="utf-8").partition("\ntitle: ")
    session.write_text(f"{head}\ntitle: Edition {number}\n{rest.partition(chr(10))[2]}", encoding="utf-8")


def test_ten_kills(academy: Path, tmp_path: Path, curriculum: Any, snapshot: Snapshot) -> None:
    assert curriculum("build", "--root", academy).returncode == 0
    former = snapshot(academy / "dist")
    _edit(academy, 0)
    begun = time.monotonic()
    assert curriculum("build", "--root", academy).returncode == 0
    whole = time.monotonic() - begun
    former = snapshot(academy / "dist")
    moments = random.Random(2026)  # noqa: S311 - moments, not secrets
    survived = 0
    for number in range(1, 11):
        _edit(academy, number)
        command = [sys.executable, "-m", "builders", "build", "--root", str(academy)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * moments.uniform(0.05, 0.98))
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = snapshot(academy / "dist")
        if now == former:
            survived += 1
        else:  # the swap was done before the kill: then it must be the whole new build
            fresh = tmp_path / f"fresh-{number}"
            shutil.copytree(academy / "curriculum", fresh / "curriculum")
            assert curriculum("build", "--root", fresh).returncode == 0
            assert now == snapshot(fresh / "dist")
            former = now
    assert survived > 0, "no kill came before the swap: the test showed nothing"
    result = curriculum("build", "--root", academy)
    assert result.returncode == 0, result.stderr
    fresh = tmp_path / "fresh"
    shutil.copytree(academy / "curriculum", fresh / "curriculum")
    assert curriculum("build", "--root", fresh).returncode == 0
    assert snapshot(academy / "dist") == snapshot(fresh / "dist")
    assert not list(academy.glob(".dist.*"))
