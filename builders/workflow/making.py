"""Making a new output: a request comes in; findings, or what was made and what was taken from the cache, goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from builders.diagnostics.finding import Finding, has_errors
from builders.model.artefacts import PACKAGES, SITES, Artefact, Entry, Kind
from builders.model.curriculum import Curriculum
from builders.model.slices import modules_of
from builders.reading.curriculum import Reading
from builders.storage.cache import Cache, Stored
from builders.storage.output import MARKER, Output
from builders.targets.catalogue import pages as catalogue_pages
from builders.workflow.bundles import write_bundles, zips_of
from builders.workflow.calendars import calendars, still_held
from builders.workflow.check import check
from builders.workflow.dates import source_dates
from builders.workflow.drawing import make_drawn, with_pdfs
from builders.workflow.keys import Keys
from builders.workflow.manifest import SUMS, Built, built, manifest, read_former, sums
from builders.workflow.pdfs import still_shown
from builders.workflow.plan import EVERYTHING, plan
from builders.workflow.request import Progress, Request, Result
from builders.workflow.room import too_large, without_room
from builders.workflow.run import Context
from builders.workflow.workshop import Workshop

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
        former, possible = read_former(request.output), plan(reading.editions, EVERYTHING)
        able = (*plan(reading.editions, request.lms(source.lms)), *calendars(reading.editions, request))
        taught = _taught(source, request.course)
        wanted = tuple(artefact for artefact in able if request.wants(artefact, taught=taught))
        findings = tuple(sorted({*judged.findings, *without_room(source, wanted)}))
        if has_errors(findings):
            output.discard()
            return Result(findings, reading.files)
        wanted, noticed = _with_fonts(wanted, source)
        keys = Keys(reading.editions, partial(source_dates, request.root, source))
        dated = still_held((item.entry.artefact for item in former), reading.editions)
        if request.limited:
            kept = _kept(former, (*possible, *dated), wanted, request.output)
        else:
            kept = ()
            wanted = (*wanted, *_still_right(former, (*possible, *dated), wanted, keys, cache, source))
        made, count, troubles = _make(wanted, possible, keys, reading, cache, request, work, kept, progress)
        kept = (*kept, *still_shown(former, (*made, *kept), request.output))
        parts = [(item, partial(_from_cache, cache)) for item in made] + [
            (item, partial(_from_former, request.output)) for item in kept
        ]
        entries, packed = _write(parts, reading, output, commit, former, threads=request.jobs)
        gone = _gone(former, entries, possible)
        output.swap()
    except BaseException:  # also when interrupted: nothing half-made stays behind
        output.discard()
        raise
    cache.prune(most_entries=_MOST_ENTRIES)
    noticed = (*noticed, *troubles, *too_large(source, entries))
    return Result(findings, reading.files, entries, count + packed, noticed=noticed, gone=gone)


def _taught(source: Curriculum, course: str) -> set[str]:
    """The modules of which a course teaches sessions."""
    return modules_of(day for each in source.courses if each.id == course for day in each.days)


def _with_fonts(wanted: tuple[Artefact, ...], source: Curriculum) -> tuple[tuple[Artefact, ...], tuple[Finding, ...]]:
    """Without printed matter in languages that this machine cannot print."""
    if not any(artefact.kind is Kind.PRINTABLE for artefact in wanted):
        return wanted, ()
    from builders.targets.printables import printable  # noqa: PLC0415 - an extra, and slow to import

    languages, findings = printable(source.languages, at=source.at)
    return tuple(item for item in wanted if item.kind is not Kind.PRINTABLE or item.language in languages), tuple(findings)


def _kept(former: Sequence[Built], possible: Sequence[Artefact], wanted: Sequence[Artefact], folder: Path) -> tuple[Built, ...]:
    """What a limited build leaves as the former build made it: as long as the curriculum still has it and nobody changed it."""
    still = {artefact.path for artefact in possible} - {artefact.path for artefact in wanted}
    return tuple(item for item in former if item.entry.artefact.path in still and item.intact(folder))


def _still_right(
    former: Sequence[Built],
    possible: Sequence[Artefact],
    wanted: Sequence[Artefact],
    keys: Keys,
    cache: Cache,
    source: Curriculum,
) -> tuple[Artefact, ...]:
    """What a former build made on demand and an unlimited one need not make again, since nothing in it has changed. What has
    changed is left out: it would be out of date. Packages are those that curriculum.yaml names and no others."""
    paths = {artefact.path for artefact in wanted}
    before = {artefact for item in former if (artefact := item.entry.artefact).path not in paths}
    still = [artefact for artefact in possible if artefact in before and artefact.kind not in (*SITES, *PACKAGES)]
    able, _ = _with_fonts(tuple(still), source)
    return tuple(artefact for artefact in able if cache.get(keys.job(artefact).key) is not None)


def _gone(former: Sequence[Built], entries: Sequence[Entry], planned: Sequence[Artefact]) -> tuple[Artefact, ...]:
    """What was made on demand and is not there any more, although the curriculum still has it."""
    now = {entry.artefact.path for entry in entries}
    possible = {artefact.path for artefact in planned if artefact.kind not in PACKAGES}
    before = (item.entry.artefact for item in former)
    return tuple(item for item in before if item.path not in now and (item.path in possible or item.deck in possible))


def _make(
    wanted: tuple[Artefact, ...],
    possible: Sequence[Artefact],
    keys: Keys,
    reading: Reading,
    cache: Cache,
    request: Request,
    work: Path,
    kept: tuple[Built, ...],
    progress: Progress,
) -> tuple[tuple[Built, ...], int, tuple[Finding, ...]]:
    """Every wanted artefact, from the cache where it is there; how many were not; what could not be made of a deck."""
    everything = [*wanted, *(item.entry.artefact for item in kept)]
    everything += zips_of(everything, reading.editions)
    downloads = tuple(sorted(artefact for artefact in everything if artefact.kind not in SITES))
    context = Context(reading.editions, downloads, work, cache)
    if not request.pdf:
        workshop = Workshop(keys, context, processes=request.jobs, total=len(wanted), progress=progress)
        found = workshop.make(wanted)
        return tuple(built(artefact, found[artefact.path]) for artefact in wanted), len(workshop.new), ()
    wanted = with_pdfs(wanted)
    workshop = Workshop(keys, context, processes=request.jobs, total=len(wanted), progress=progress)
    drawn = make_drawn(wanted, possible, workshop)
    made = tuple(built(artefact, files) for artefact, files in drawn.files)
    return made, sum(artefact.path in workshop.new for artefact, _ in drawn.files), drawn.findings


def _write(
    parts: Sequence[tuple[Built, Callable[[Stored], bytes]]],
    reading: Reading,
    output: Output,
    commit: str,
    former: tuple[Built, ...],
    *,
    threads: int,
) -> tuple[tuple[Entry, ...], int]:
    """Fill the staging folder: artefacts, zips of them, catalogue, ``build.json``, ``SHA256SUMS``. Says how many zips are new."""
    files = [(file, bytes_of) for item, bytes_of in parts for file in item.files]
    # Reading, hashing and writing all leave Python's lock, so threads use every core.
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(lambda found: output.write(found[0].path, found[1](found[0])), files):
            pass
    made = [item for item, _ in parts]
    zips, packed = write_bundles(made, reading.editions, output, former, threads=threads)
    digests = {file.path: file.sha256 for item in (*made, *zips) for file in item.files}
    entries = tuple(sorted(item.entry for item in (*made, *zips)))
    source = next(iter(reading.editions.values()))
    pages = catalogue_pages(entries, editions=reading.editions, commit=commit)
    listing = manifest(entries, title=source.title.value, languages=source.languages, commit=commit)
    for path, data in (*((page.path, page.data) for page in pages), (MARKER, listing)):
        output.write(path, data)
        digests[path] = hashlib.sha256(data).hexdigest()
    output.write(SUMS, sums(digests))
    return entries, packed


def _from_cache(cache: Cache, file: Stored) -> bytes:
    data = cache.read(file)
    if data is None:
        raise DamagedCacheError(file.path)
    return data


def _from_former(folder: Path, file: Stored) -> bytes:
    return (folder / file.path).read_bytes()
