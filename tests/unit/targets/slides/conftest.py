"""A curriculum of one session, written to a folder and read, and its deck opened with python-pptx."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.targets.slides import session_deck

_CURRICULUM = "title: Good policing\nissuer: Training branch\nlanguages: [en, hi]\nlicence: MIT\n"
_SOURCES = """sources:
  - {id: law, title: The law, publisher: Government, address: "https://example.org/law", status: verified}
  - {id: study, title: A study, publisher: University, status: unverified}
"""
_MODULE = """title: Empathy
summary: Listening.
version: 1.2.0
status: draft
audience: Station staff
competencies: []
objectives:
  - {id: m.hear, text: Name three reasons why people stop talking.}
sessions: [talk]
"""
_SESSION = """---
title: Listening
summary: Why people stop talking.
objectives: [m.hear]
prerequisites: []
materials: [Flip chart]
prepare: [Set the chairs in a circle.]
---

"""
_COURSE = """title: One day
audience: Station staff
depth: core
days:
  - title: The counter
    start: "09:30"
    end: "12:15"
    slots:
      - {activity: Opening, id: opening, minutes: 30, text: "- **0-10 Welcome.** Greet people.\\n- **10-30 Test.** Alone."}
      - {break: tea, minutes: 15}
      - {session: m.talk}
"""


@dataclass
class Workshop:
    """Writes sources, reads them, builds decks."""

    root: Path
    files: dict[str, str | bytes] = field(default_factory=dict)

    def curriculum(self, segments: str, *, language: str = "en", files: Mapping[str, str | bytes] | None = None) -> Curriculum:
        """An edition of a curriculum whose one session consists of these segments."""
        written: dict[str, str | bytes] = {
            "curriculum.yaml": _CURRICULUM,
            "sources.yaml": _SOURCES,
            "modules/m/module.yaml": _MODULE,
            "modules/m/questions.yaml": "questions: []\n",
            "modules/m/talk.md": _SESSION + segments,
            "courses/short.yaml": _COURSE,
            **(files or {}),
        }
        for path, content in written.items():
            target = self.root / "curriculum" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(self.root).editions[language]

    def deck(self, segments: str, *, language: str = "en", files: Mapping[str, str | bytes] | None = None, **wishes: Any) -> bytes:
        """``wishes`` go to :func:`session_deck`."""
        curriculum = self.curriculum(segments, language=language, files=files)
        return session_deck(curriculum.modules[0].sessions[0], course=curriculum.courses[0], curriculum=curriculum, **wishes)

    def slides(
        self, segments: str, *, language: str = "en", files: Mapping[str, str | bytes] | None = None, **wishes: Any
    ) -> list[Any]:
        """The slides of the session's deck."""
        return list(Presentation(io.BytesIO(self.deck(segments, language=language, files=files, **wishes))).slides)

    def slide(self, body: str, *, options: str = "", files: Mapping[str, str | bytes] | None = None) -> list[Any]:
        """The slides that one ``slide`` container becomes, and those of the sources: what follows the objectives but the close."""
        segments = f"## First {{#first minutes=60 depth=core}}\n\n::: slide{options}\n### The title\n\n{body}\n:::\n"
        return [slide for slide in self.slides(segments, files=files)[2:] if slide.slide_layout.name != "Closing"]


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A grey PNG of 640 by 480."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    pixels = zlib.compress((b"\0" + b"\xcc" * 3 * 640) * 480)
    header = struct.pack(">IIBBBBB", 640, 480, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def _words(slide: Any) -> str:
    """What the room sees, all shapes and tables, in reading order."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def _notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


@pytest.fixture
def words() -> Callable[[Any], str]:
    return _words


@pytest.fixture
def notes() -> Callable[[Any], str]:
    return _notes


Edges = tuple[str, int, int, int, int]


def _edges(slide: Any) -> list[Edges]:
    """Name, left, top, right, bottom of every shape; arrows, which run between the others, are left out."""
    return [
        (shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
        for shape in slide.shapes
        if not shape.name.startswith("Arrow ")
    ]


def _misplaced(slides: list[Any]) -> list[str]:
    """What leaves its slide (16:9) and what lies on something else, by more than half a point."""
    found = []
    for slide in slides:
        title, edges = slide.shapes.title.text_frame.text, _edges(slide)
        for name, left, top, right, bottom in edges:
            if left < 0 or top < 0 or right > 12_192_000 or bottom > 6_858_000:
                found.append(f"{title}: {name} leaves the slide")
        for one, other in combinations(edges, 2):
            across = min(one[3], other[3]) - max(one[1], other[1])
            down = min(one[4], other[4]) - max(one[2], other[2])
            if across > 6350 and down > 6350:
                found.append(f"{title}: {one[0]} lies on {other[0]}")
    return found


@pytest.fixture(scope="session")
def misplaced() -> Callable[[list[Any]], list[str]]:
    return _misplaced
