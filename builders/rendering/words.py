"""The interface words that are ours and not the author's: an area and a language come in, words by key go out.

A translator edits ``words/<area>.<language>.toml``; the English file is complete, the others are held to it by a test.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def words(area: str, language: str) -> dict[str, str]:
    """The words of an area (``handbook``, ``slides``, ``player``, ``catalogue``, ``common``), by key.

    Each area includes the words of ``common``. A language that has no file gets the English words; so does a key that
    its file lacks.
    """
    found: dict[str, str] = {}
    for name in dict.fromkeys(("common.en", f"{area}.en", f"common.{language}", f"{area}.{language}")):
        path = FOLDER / f"{name}.toml"
        if path.exists():
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return found
