"""Small pictures of slides: the PDFs of session decks come in, pictures that know their block go out."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from builders.model.artefacts import Artefact, Kind
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.model.timetable import timetable
from builders.storage.cache import Cache, Stored

_WIDE = 480  # pixels: a slide can be told by it on a phone and on paper, and its words are read beside it
_OPTIONS = ("-jpeg", "-jpegopt", "quality=65,optimize=y", "-scale-to-x", str(_WIDE), "-scale-to-y", "-1")
_INDEX = "slides.json"
_LIMIT = 300  # seconds for one deck


class NoPicturesError(Exception):
    """A PDF that cannot be drawn, or has other pages than its deck has slides; the message says which."""


@dataclass(frozen=True, slots=True)
class Painter:
    """poppler's pdftoppm. ``version`` is what it calls itself."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Source:
    """A session's deck with its slice of the edition, the key under which the deck was made, and its PDF."""

    deck: Artefact
    curriculum: Curriculum
    key: str
    pdf: Stored


@cache
def find_painter() -> Painter | None:
    path = shutil.which("pdftoppm")
    if path is None:
        return None
    try:
        done = subprocess.run((path, "-v"), capture_output=True, check=True, timeout=60)  # noqa: S603 - found on this machine
    except (OSError, subprocess.SubprocessError):
        return None
    return Painter(path, (done.stdout + done.stderr).decode(errors="replace").partition("\n")[0].strip())


def decks_shown(edition: Curriculum, decks: Iterable[Artefact]) -> tuple[Artefact, ...]:
    """Of the trainers' decks of each session the one that shows most of it, in the order of the sessions' first decks."""
    courses = {course.id: course for course in edition.courses}
    best: dict[str, tuple[int, Artefact]] = {}
    for deck in decks:
        if (deck.kind, deck.language, deck.audience) == (Kind.SESSION_DECK, edition.language, ""):
            shown = _shown(deck.session, courses[deck.course], edition)
            if deck.session not in best or shown > best[deck.session][0]:
                best[deck.session] = (shown, deck)
    return tuple(deck for _, deck in best.values())


def _shown(session: str, course: Course, edition: Curriculum) -> int:
    """How many segments of a session a course teaches."""
    slots = (slot for day in timetable(course, edition) for slot in day.slots if slot.session and slot.session.id == session)
    return len({timed.segment.id for slot in slots for timed in slot.segments})


def slide_pictures(
    sources: Sequence[Source], painter: Painter, cache: Cache, scratch: Path, *, processes: int
) -> tuple[tuple[SlidePicture, ...], tuple[str, ...]]:
    """The pictures of all decks, and for each deck without any what went wrong. ``scratch`` is a folder that is emptied."""
    with ThreadPoolExecutor(max(1, processes)) as pool:
        made = list(pool.map(lambda at: _attempt(sources[at], painter, cache, scratch / str(at)), range(len(sources))))
    pictures = tuple(picture for found in made if not isinstance(found, str) for picture in found)
    return pictures, tuple(found for found in made if isinstance(found, str))


def _attempt(source: Source, painter: Painter, cache: Cache, folder: Path) -> tuple[SlidePicture, ...] | str:
    try:
        return tuple(_of_deck(source, painter, cache, folder))
    except NoPicturesError as error:
        return f"{source.deck.path}: {error}"


def _of_deck(source: Source, painter: Painter, cache: Cache, folder: Path) -> Iterator[SlidePicture]:
    key = hashlib.sha256("\0".join((source.key, source.pdf.sha256, painter.version, *_OPTIONS)).encode()).hexdigest()
    files = _read(cache, cache.get(key) or ())
    if _INDEX not in files:
        files = _drawn(source, painter, cache, folder)
        cache.put(key, files.items())
    for slide in json.loads(files[_INDEX]):
        data = files[slide.pop("file")]
        width, height = jpeg_size(data)
        yield SlidePicture(session=source.deck.session, width=width, height=height, data=data, **slide)


def _read(cache: Cache, stored: Iterable[Stored]) -> dict[str, bytes]:
    """What the cache holds; nothing where a file is damaged."""
    files = {item.path: cache.read(item) for item in stored}
    return {path: data for path, data in files.items() if data is not None} if all(files.values()) else {}


def _drawn(source: Source, painter: Painter, cache: Cache, folder: Path) -> dict[str, bytes]:
    """The pictures of the slides that belong to a block, and the list that says to which."""
    curriculum = source.curriculum
    session = curriculum.session(source.deck.session)
    if session is None:
        raise LookupError(source.deck.session)
    slides: Any = import_module("builders.targets.slides")
    shown = [
        slide for slide in slides.session_slides(session, course=curriculum.courses[0], curriculum=curriculum) if not slide.hidden
    ]
    pages = _painted(cache.read(source.pdf) or b"", painter, folder)
    if len(pages) != len(shown):
        raise NoPicturesError(f"its PDF has {len(pages)} pages for {len(shown)} slides")
    files, index = {}, []
    for number, (slide, page) in enumerate(zip(shown, pages, strict=True), start=1):
        if slide.block >= 0:
            name = f"{number:03}.jpg"
            files[name] = page
            about = {"segment": slide.segment, "block": slide.block, "title": slide.title, "language": slide.language}
            index.append({"file": name, **about})
    return {**files, _INDEX: json.dumps(index).encode()}


def _painted(pdf: bytes, painter: Painter, folder: Path) -> list[bytes]:
    """A picture of every page."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        (folder / "slides.pdf").write_bytes(pdf)
        command = (painter.path, *_OPTIONS, str(folder / "slides.pdf"), str(folder / "page"))
        subprocess.run(command, capture_output=True, check=True, timeout=_LIMIT)  # noqa: S603 - found on this machine
        # page-1.jpg or page-01.jpg: poppler pads the numbers of one document to one length.
        return [path.read_bytes() for path in sorted(folder.glob("page-*.jpg"))]
    except subprocess.CalledProcessError as error:
        raise NoPicturesError(error.stderr.decode(errors="replace").strip() or "pdftoppm did not say why") from error
    except subprocess.TimeoutExpired as error:
        raise NoPicturesError(f"pdftoppm took longer than {_LIMIT} seconds") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header of the frame (ISO/IEC 10918-1, B.2.2)."""
    at = 2
    while data[at + 1] not in _FRAMES:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")


_FRAMES = (0xC0, 0xC1, 0xC2)
