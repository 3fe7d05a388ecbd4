"""The participants' handbook alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
_FACILITATOR = re.compile(r"^::: (?:facilitator|notes|debrief)[^\n]*\n(.*?)^:::$", re.MULTILINE | re.DOTALL)


def test_participants_get_a_handbook_of_their_own_without_what_trainers_are_told(academy: Path, curriculum: Run) -> None:
    built = curriculum("build", "--root", academy, "--audience", "participant")
    assert built.returncode == 0, built.stderr
    dist = academy / "dist"
    pages = ["index.hi.html", "index.html"]
    assert sorted(path.name for path in dist.iterdir()) == ["SHA256SUMS", "build.json", "decks", *pages, "participants"]
    assert [path.name for path in (dist / "decks").rglob("*.pptx") if not path.stem.endswith("-participants")] == []
    assert sorted(path.name for path in (dist / "participants").iterdir()) == ["en", "hi"]
    assert 'href="participants/en/index.html"' in (dist / "index.html").read_text(encoding="utf-8")
    shown = " ".join(path.read_text(encoding="utf-8") for path in (dist / "participants").rglob("*.html"))
    sources = " ".join(path.read_text(encoding="utf-8") for path in (academy / "curriculum").rglob("*.md"))
    told = [line.strip() for block in _FACILITATOR.findall(sources) for line in block.splitlines() if len(line.split()) > 5]
    assert told
    assert [line for line in told if line in shown] == []


def test_it_stands_beside_the_trainers_and_a_plain_build_leaves_it_out(academy: Path, curriculum: Run) -> None:
    assert curriculum("build", "--root", academy).returncode == 0
    assert not (academy / "dist" / "participants").exists()
    assert curriculum("build", "--root", academy, "--audience", "participant", "--language", "en").returncode == 0
    assert {"handbook", "decks", "lms", "participants"} <= {path.name for path in (academy / "dist").iterdir()}
