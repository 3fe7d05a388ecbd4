"""Films and sound recordings: the path of one and a module's media come in, its captions and transcripts by language go out.

What belongs to ``media/counter.mp4`` lies beside it: captions in ``media/counter.hi.vtt``, the transcript in
``media/counter.hi.txt``, one of each for every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from builders.model.modules import Media

T = TypeVar("T")

FILMS = (".mp4", ".webm")
SOUNDS = (".mp3", ".m4a")
CAPTIONS, TRANSCRIPT = ".vtt", ".txt"


def is_film(path: str) -> bool:
    return path.lower().endswith(FILMS)


def is_clip(path: str) -> bool:
    """Whether it is a film or a recording, by its ending."""
    return path.lower().endswith((*FILMS, *SOUNDS))


def beside(clip: str, language: str, ending: str) -> str:
    """The path of a clip's captions or transcript in a language."""
    return f"{clip.rpartition('.')[0]}.{language}{ending}"


def captions(clip: str, media: Iterable[Media]) -> dict[str, Media]:
    """The captions of a clip (WebVTT) by language, in the order of their file names."""
    return _beside(clip, media, CAPTIONS)


def transcripts(clip: str, media: Iterable[Media]) -> dict[str, str]:
    """The transcripts of a clip by language: plain text, paragraphs divided by blank lines. What is not UTF-8 holds no words."""
    return {language: _words(found.data) for language, found in _beside(clip, media, TRANSCRIPT).items()}


def in_language(found: Mapping[str, T], wanted: Iterable[str]) -> tuple[str, T] | None:
    """Language and content in the first of the wanted languages that there is."""
    return next(((language, found[language]) for language in wanted if language in found), None)


def _beside(clip: str, media: Iterable[Media], ending: str) -> dict[str, Media]:
    name = re.compile(rf"{re.escape(clip.rpartition('.')[0])}\.(?P<language>[a-z]{{2,3}}){re.escape(ending)}")
    found = ((name.fullmatch(each.path), each) for each in media)
    return {match["language"]: each for match, each in found if match}


def _words(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        return ""
