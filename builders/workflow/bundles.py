"""What trainers take along: the files of a build come in, a zip for each course and language goes into the output.

A zip holds just what lies beside it, under the same paths. Its comment is the digest of that, so a former zip with the same
comment is the same zip and is taken over as it is. Zips are not kept in the cache: each new one would be kept there too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builders.model.artefacts import PACKAGES, PARTICIPANT, Artefact, Kind, OutputFile, take_along
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.slices import sessions_of
from builders.storage.archive import comment_of, zipped
from builders.storage.cache import Stored
from builders.storage.output import Output
from builders.targets.catalogue import contents
from builders.workflow.manifest import Built, built
from builders.workflow.versions import code_version

_STORED = (".pptx", ".pdf", ".xlsx", ".zip", ".png", ".jpg", ".jpeg", ".webp", ".woff2", ".mp3", ".mp4")
"""Compressed already."""
_LEVEL = 1  # a handbook of 5.0 MB: 1.44 MB in 0.07 s; at level 6 1.18 MB in 0.20 s
_LARGEST_HANDBOOK = 25_000_000
"""Bytes. A larger handbook would make every zip large, and a build slow; it is left out."""
_ALONE = (*PACKAGES, Kind.PARTICIPANTS, Kind.TAKE_ALONG)
"""What no trainer takes along."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A zip to be made: what it is, its page of contents and what else it holds."""

    artefact: Artefact
    page: OutputFile
    held: tuple[Built, ...]

    @property
    def files(self) -> tuple[Stored, ...]:
        return tuple(file for item in self.held for file in item.files)

    def key(self) -> bytes:
        """The digest of everything in it, as a comment."""
        listed = "".join(f"{file.sha256}  {file.path}\n" for file in sorted(self.files))
        return hashlib.sha256(b"\0".join((code_version().encode(), self.page.data, listed.encode()))).hexdigest().encode()


def zips_of(artefacts: Iterable[Artefact], editions: Mapping[str, Curriculum]) -> Iterator[Artefact]:
    """The zips of a build that makes these: one for each course and language that has something to teach from."""
    taught = {(artefact.language, artefact.course) for artefact in artefacts if _taught_from(artefact)}
    for language, edition in editions.items():
        for course in edition.courses:
            if (language, course.id) in taught:
                yield take_along(language, course.id, course.version)


def bundles(made: Sequence[Built], editions: Mapping[str, Curriculum]) -> Iterator[Bundle]:
    """The same zips with what they hold."""
    wanted = set(zips_of((item.entry.artefact for item in made), editions))
    for language, edition in editions.items():
        ours = [item for item in made if item.entry.artefact.language == language and item.entry.artefact.kind not in _ALONE]
        for course in edition.courses:
            artefact = take_along(language, course.id, course.version)
            if artefact in wanted:
                held = tuple(item for item in ours if _belongs(item, course))
                yield Bundle(artefact, contents(course, (item.entry for item in held), edition=edition), held)


def _taught_from(artefact: Artefact) -> bool:
    """Whether something is for the trainers of a course; a calendar alone is nothing to teach from."""
    return bool(artefact.course) and artefact.kind not in (*_ALONE, Kind.CALENDAR) and artefact.audience != PARTICIPANT


def _belongs(item: Built, course: Course) -> bool:
    artefact = item.entry.artefact
    if artefact.kind is Kind.HANDBOOK:
        return item.entry.bytes <= _LARGEST_HANDBOOK
    if artefact.course:
        return artefact.course == course.id
    return artefact.module in {session.partition(".")[0] for day in course.days for session in sessions_of(day)}


def write_bundles(
    made: Sequence[Built], editions: Mapping[str, Curriculum], output: Output, former: Sequence[Built], *, threads: int
) -> tuple[list[Built], int]:
    """Write the zips of what lies in the staging folder, and say how many had to be packed.

    ``former`` is what the output folder holds by its own account.
    """
    before = {item.entry.artefact: item for item in former if item.entry.artefact.kind is Kind.TAKE_ALONG}

    def write(bundle: Bundle) -> tuple[Built, bool]:
        key = bundle.key()
        data = _former(before.get(bundle.artefact), output.folder, key)
        packed = data or _packed(bundle, output.staging, key)
        output.write(bundle.artefact.path, packed)
        stored = Stored(bundle.artefact.path, hashlib.sha256(packed).hexdigest(), len(packed))
        return built(bundle.artefact, (stored,)), data is None

    with ThreadPoolExecutor(threads) as pool:  # reading, compressing and writing leave Python's lock
        done = list(pool.map(write, bundles(made, editions)))
    return [item for item, _ in done], sum(new for _, new in done)


def _former(item: Built | None, folder: Path, key: bytes) -> bytes | None:
    """A zip of the former build, if it holds the same and nobody changed it."""
    if item is None or comment_of(folder / item.entry.artefact.path) != key:
        return None
    data = (folder / item.entry.artefact.path).read_bytes()
    return data if hashlib.sha256(data).hexdigest() == item.entry.sha256 else None


def _packed(bundle: Bundle, folder: Path, key: bytes) -> bytes:
    files = [(bundle.page.path, bundle.page.data), *((file.path, (folder / file.path).read_bytes()) for file in bundle.files)]
    return zipped(files, first=bundle.page.path, stored=_STORED, level=_LEVEL, comment=key)
