"""Making what the cache does not have: artefacts with keys come in, stored files go out, over as many processes as wanted."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from builders.model.artefacts import Artefact
from builders.model.curriculum import Curriculum
from builders.model.slices import Slicer
from builders.storage.cache import Cache, Stored
from builders.workflow.makers import make


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact and the key under which the cache keeps it."""

    artefact: Artefact
    key: str


@dataclass(frozen=True, slots=True)
class Context:
    """What every job needs; sent to each process once."""

    editions: Mapping[str, Curriculum]
    downloads: tuple[Artefact, ...]
    scratch: Path
    cache: Cache

    def run(self, job: Job) -> tuple[Stored, ...]:
        """Make an artefact and store it. Exceptions are faults of ours and name the artefact."""
        slicer = Slicer(self.editions[job.artefact.language])
        try:
            files = make(job.artefact, slicer.slice_for(job.artefact), downloads=self.downloads, scratch=self.scratch)
        except Exception as error:
            error.add_note(f"while making {job.artefact.path}")
            raise
        return self.cache.put(job.key, ((file.path, file.data) for file in files))


def run_jobs(
    jobs: tuple[Job, ...], context: Context, *, processes: int, done: Callable[[Artefact], None]
) -> dict[str, tuple[Stored, ...]]:
    """Run all jobs and return what they stored, by the artefact's path. ``done`` hears of each as it is finished."""
    if processes == 1 or len(jobs) <= 1:
        return {job.artefact.path: _run_here(job, context, done) for job in jobs}
    results: dict[str, tuple[Stored, ...]] = {}
    # Forked children share the editions without copying them; elsewhere they are sent once to each child.
    method = "fork" if sys.platform.startswith("linux") else "spawn"
    pool = ProcessPoolExecutor(
        min(processes, len(jobs)), multiprocessing.get_context(method), initializer=_begin, initargs=(context,)
    )
    try:
        waiting: dict[Future[tuple[Stored, ...]], Job] = {pool.submit(_run_in_child, job): job for job in jobs}
        while waiting:
            finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                artefact = waiting.pop(future).artefact
                results[artefact.path] = future.result()
                done(artefact)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return results


def _run_here(job: Job, context: Context, done: Callable[[Artefact], None]) -> tuple[Stored, ...]:
    stored = context.run(job)
    done(job.artefact)
    return stored


_contexts: list[Context] = []  # one per child process, set when it starts


def _begin(context: Context) -> None:
    _contexts[:] = [context]


def _run_in_child(job: Job) -> tuple[Stored, ...]:
    return _contexts[0].run(job)
