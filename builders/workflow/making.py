"""Making a new output: a request comes in; findings, or what was made and what was taken from the cache, goes out."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from builders.diagnostics.finding import Finding, has_errors
from builders.model.artefacts import SITES, Artefact, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.model.digest import Digester
from builders.model.slices import Slicer, slices
from builders.reading.curriculum import Reading
from builders.storage.cache import Cache, Stored
from builders.storage.output import MARKER, Output
from builders.targets.catalogue import build as build_catalogue
from builders.workflow.check import check
from builders.workflow.manifest import SUMS, Built, built, manifest, read_former, sums
from builders.workflow.plan import EVERYTHING, plan
from builders.workflow.request import Progress, Request, Result
from builders.workflow.room import too_large, without_room
from builders.workflow.run import Context, Job, run_jobs
from builders.workflow.versions import code_version

_MOST_ENTRIES = 20_000


class DamagedCacheError(OSError):
    """A file of the cache is no longer what was stored."""


def make_output(request: Request, output: Output, cache: Cache, work: Path, commit: str, progress: Progress) -> Result:
    judged = check(request.root, memory=work)
    reading = judged.reading
    if has_errors(judged.findings) or not reading.editions:
        return Result(judged.findings, reading.files)
    source = next(iter(reading.editions.values()))
    request.check(
        courses=tuple(course.id for course in source.courses),
        modules=tuple(module.id for module in source.modules),
        languages=source.languages,
    )
    output.open()
    try:
        wanted = tuple(artefact for artefact in plan(reading.editions, request.lms(source.lms)) if request.wants(artefact))
        findings = tuple(sorted({*judged.findings, *without_room(source, wanted)}))
        if has_errors(findings):
            output.discard()
            return Result(findings, reading.files)
        wanted, noticed = _with_fonts(wanted, source)
        kept = _kept(request, reading, wanted)
        made, count = _make(wanted, reading, cache, request, work, kept, progress)
        parts = [(item, partial(_from_cache, cache)) for item in made] + [
            (item, partial(_from_former, request.output)) for item in kept
        ]
        entries = _write(parts, reading, output, commit)
        output.swap()
    except BaseException:  # also when interrupted: nothing half-made stays behind
        output.discard()
        raise
    cache.prune(most_entries=_MOST_ENTRIES)
    return Result(findings, reading.files, entries, count, noticed=(*noticed, *too_large(source, entries)))


def _with_fonts(wanted: tuple[Artefact, ...], source: Curriculum) -> tuple[tuple[Artefact, ...], tuple[Finding, ...]]:
    """Without printed matter in languages that this machine cannot print."""
    if not any(artefact.kind is Kind.PRINTABLE for artefact in wanted):
        return wanted, ()
    from builders.targets.printables import printable  # noqa: PLC0415 - an extra, and slow to import

    languages, findings = printable(source.languages, at=source.at)
    return tuple(item for item in wanted if item.kind is not Kind.PRINTABLE or item.language in languages), tuple(findings)


def _fonts(artefact: Artefact) -> str:
    """What a document hangs on beside its slice: the fonts of this machine."""
    if artefact.kind is not Kind.PRINTABLE:
        return ""
    from builders.targets.printables import fingerprint  # noqa: PLC0415 - as above

    return fingerprint()


def _kept(request: Request, reading: Reading, wanted: tuple[Artefact, ...]) -> tuple[Built, ...]:
    """What a limited build leaves as the former build made it: as long as the curriculum still has it and nobody changed it."""
    if not request.limited:
        return ()
    still = {artefact.path for artefact in plan(reading.editions, EVERYTHING)} - {artefact.path for artefact in wanted}
    return tuple(item for item in read_former(request.output) if item.entry.artefact.path in still and item.intact(request.output))


def _make(
    wanted: tuple[Artefact, ...],
    reading: Reading,
    cache: Cache,
    request: Request,
    work: Path,
    kept: tuple[Built, ...],
    progress: Progress,
) -> tuple[tuple[Built, ...], int]:
    """Every wanted artefact, from the cache where it is there; and how many were not."""
    everything = (*wanted, *(item.entry.artefact for item in kept))
    downloads = tuple(sorted(artefact for artefact in everything if artefact.kind not in SITES))
    digester = Digester()
    slicers = {language: Slicer(edition) for language, edition in reading.editions.items()}
    keys = {}
    for artefact in wanted:
        linked = downloads if artefact.kind in SITES else ()
        keys[artefact.path] = digester.digest(code_version(), artefact, slices(artefact, slicers), linked, _fonts(artefact))
    found = {path: stored for path, key in keys.items() if (stored := cache.get(key)) is not None}
    missing = tuple(artefact for artefact in wanted if artefact.path not in found)
    if missing:
        # Handbooks take longest, so they begin first.
        jobs = tuple(Job(artefact, keys[artefact.path]) for artefact in sorted(missing, key=lambda item: item.kind not in SITES))
        counter = itertools.count(len(found) + 1)
        context = Context(reading.editions, downloads, work, cache)
        made = run_jobs(
            jobs, context, processes=request.jobs, done=lambda artefact: progress(next(counter), len(wanted), artefact.path)
        )
        found |= made
    return tuple(built(artefact, found[artefact.path]) for artefact in wanted), len(missing)


def _write(
    parts: Sequence[tuple[Built, Callable[[Stored], bytes]]], reading: Reading, output: Output, commit: str
) -> tuple[Entry, ...]:
    """Fill the staging folder: artefacts, catalogue, ``build.json``, ``SHA256SUMS``."""
    files = [(file, bytes_of) for item, bytes_of in parts for file in item.files]
    # Reading, hashing and writing all leave Python's lock, so threads use every core.
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(lambda found: output.write(found[0].path, found[1](found[0])), files):
            pass
    digests = {file.path: file.sha256 for file, _ in files}
    entries = tuple(sorted(item.entry for item, _ in parts))
    source = next(iter(reading.editions.values()))
    page = build_catalogue(entries, editions=reading.editions, commit=commit)
    listing = manifest(entries, title=source.title.value, languages=source.languages, commit=commit)
    for path, data in ((page.path, page.data), (MARKER, listing)):
        output.write(path, data)
        digests[path] = hashlib.sha256(data).hexdigest()
    output.write(SUMS, sums(digests))
    return entries


def _from_cache(cache: Cache, file: Stored) -> bytes:
    data = cache.read(file)
    if data is None:
        raise DamagedCacheError(file.path)
    return data


def _from_former(folder: Path, file: Stored) -> bytes:
    return (folder / file.path).read_bytes()
