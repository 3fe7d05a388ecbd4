"""Making what the cache does not have: artefacts with keys come in, stored files go out, over as many processes as wanted."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from builders.model.artefacts import SITES, Artefact
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.model.slices import Slicer, slices
from builders.storage.cache import Cache, Stored
from builders.workflow.makers import make


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact, the key under which the cache keeps it, the date that it bears, and the pictures that it shows."""

    artefact: Artefact
    key: str
    date: str = ""
    pictures: tuple[SlidePicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What every job needs; sent to each process once."""

    editions: Mapping[str, Curriculum]
    downloads: tuple[Artefact, ...]
    scratch: Path
    cache: Cache
    parent: int = field(default_factory=os.getpid)

    def run(self, job: Job) -> tuple[Stored, ...]:
        """Make an artefact and store it. Exceptions are faults of ours and name the artefact."""
        slicers = {language: Slicer(edition) for language, edition in self.editions.items()}
        try:
            editions = slices(job.artefact, slicers)
            files = make(
                job.artefact, editions, downloads=self.downloads, scratch=self.scratch, date=job.date, pictures=job.pictures
            )
        except Exception as error:  # whatever it is goes on, with the artefact's name
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
    gc.freeze()  # the editions are not garbage: no child need look at them again, and so copy their pages
    pool = ProcessPoolExecutor(
        min(processes, len(jobs)), multiprocessing.get_context(method), initializer=_begin, initargs=(context,)
    )
    try:
        waiting: set[Future[list[tuple[Job, tuple[Stored, ...]]]]] = {
            pool.submit(_run_in_child, batch) for batch in _batches(jobs, processes)
        }
        while waiting:
            finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                for job, stored in future.result():
                    results[job.artefact.path] = stored
                    done(job.artefact)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()
    return results


def _batches(jobs: Sequence[Job], processes: int) -> list[tuple[Job, ...]]:
    """The jobs that one child does in a row. The same session, day or module goes to one child in all its languages and
    standards, since much of its prose is the same and is converted once. Handbooks keep to half of the children: loading
    MkDocs costs a child as much as a few pages, and the other half has decks and packages to make meanwhile."""
    children = max(1, processes // 2)
    handbooks = [job for job in jobs if job.artefact.kind in SITES]
    batches = [batch for start in range(children) if (batch := handbooks[start::children])]
    together: dict[tuple[object, ...], list[Job]] = {}
    for job in jobs:
        artefact = job.artefact
        if artefact.kind not in SITES:
            together.setdefault((artefact.course, artefact.session, artefact.day, artefact.module), []).append(job)
    return [tuple(batch) for batch in (*batches, *together.values())]


def _run_here(job: Job, context: Context, done: Callable[[Artefact], None]) -> tuple[Stored, ...]:
    stored = context.run(job)
    done(job.artefact)
    return stored


_contexts: list[Context] = []  # one per child process, set when it starts


def _begin(context: Context) -> None:
    _end_with_parent(context.parent)
    _contexts[:] = [context]
    gc.set_threshold(100_000, 50, 50)  # a child makes many objects and few cycles, and does not live long


def _end_with_parent(parent: int) -> None:
    """A killed build takes its children along: they hold its lock and would go on writing to the handbook's scratch.

    Elsewhere than on Linux a child ends with the job that it has in hand, since its parent's end of the queue is closed.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it was killed before we could ask
            os._exit(1)


_PR_SET_PDEATHSIG = 1


def _run_in_child(batch: tuple[Job, ...]) -> list[tuple[Job, tuple[Stored, ...]]]:
    return [(job, _contexts[0].run(job)) for job in batch]
