"""The parts of a course activity: its text comes in, minutes and words go out."""

from __future__ import annotations

import re

from builders.model.text import Text
from builders.rendering.paragraphs import BULLET, NUMBER, Paragraph, to_paragraphs

_AGENDA = re.compile(r"(?P<start>\d+)\s*[–-]\s*(?P<end>\d+)\s*(?P<words>.*)")
_SENTENCE = re.compile(r"(?<=[.?!।])\s")


def agenda(text: Text | None) -> tuple[tuple[int, int, str], ...]:
    """The parts of a course activity: list items that begin in bold with their minutes, such as **0–10 Welcome.**, as first and
    last minute and plain words; no code."""
    found = []
    for part in to_paragraphs(text.value) if text else ():
        if isinstance(part, Paragraph) and part.kind in (BULLET, NUMBER) and part.runs and part.runs[0].bold:
            match = _AGENDA.match(part.runs[0].text.strip())
            if match:
                words = match["words"] or _SENTENCE.split(part.text[len(part.runs[0].text) :].strip())[0]
                found.append((int(match["start"]), int(match["end"]), words.strip().rstrip(".:। ")))
    return tuple(found)
