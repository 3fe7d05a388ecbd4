"""What the handbook offers to download lies where its links lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

Run = Callable[..., Any]


def test_every_file_that_a_page_offers_is_there(academy: Path, curriculum: Run) -> None:
    for kind in ("decks", "printables", "lms", "handbook"):
        built = curriculum("build", "--root", academy, "--only", kind, "--language", "en")
        assert built.returncode == 0, built.stderr
    handbook = academy / "dist" / "handbook" / "en"
    offered = {
        (page.parent / unquote(address)).resolve()
        for page in handbook.rglob("*.html")
        for link in re.findall(r"<a [^>]*\bdownload\b[^>]*>", page.read_text(encoding="utf-8"))
        for address in re.findall(r'href="?([^" >]+)', link)
    }
    assert [path for path in sorted(offered) if not path.is_file()] == []
    made = {path.resolve() for folder in ("decks", "printables") for path in (academy / "dist" / folder).rglob("*.*")}
    assert made <= offered, "nothing is made that no page offers"
