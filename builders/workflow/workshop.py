"""Where artefacts are made: artefacts come in, their stored files go out, from the cache where it has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builders.model.artefacts import SITES, Artefact
from builders.model.pictures import SlidePicture
from builders.storage.cache import Stored
from builders.workflow.keys import Keys
from builders.workflow.request import Progress
from builders.workflow.run import Context, run_jobs


class Workshop:
    """Where the artefacts of one build are made. ``total`` is the number of them in the end, ``new`` are the paths of those that
    the cache did not have."""

    def __init__(self, keys: Keys, context: Context, *, processes: int, total: int, progress: Progress) -> None:
        self.keys = keys
        self.context = context
        self.processes = processes
        self.new: set[str] = set()
        self.total = total
        self._progress = progress
        self._done = 0

    def make(
        self, artefacts: Iterable[Artefact], pictures: Mapping[str, tuple[SlidePicture, ...]] | None = None
    ) -> dict[str, tuple[Stored, ...]]:
        """The files of every artefact, by its path. ``pictures`` of slides are by the path of the website that shows them."""
        shown = pictures or {}
        downloads = self.context.downloads
        wanted = tuple(artefacts)
        jobs = {artefact.path: self.keys.job(artefact, downloads, shown.get(artefact.path, ())) for artefact in wanted}
        found = {path: stored for path, job in jobs.items() if (stored := self.context.cache.get(job.key)) is not None}
        self._done += len(found)
        missing = tuple(artefact for artefact in wanted if artefact.path not in found)
        if missing:
            # Handbooks take longest, so they begin first.
            ordered = tuple(jobs[artefact.path] for artefact in sorted(missing, key=lambda item: item.kind not in SITES))
            found |= run_jobs(ordered, self.context, processes=self.processes, done=self.tell)
            self.new |= {artefact.path for artefact in missing}
        return found

    def link(self, artefacts: Iterable[Artefact]) -> None:
        """More that pages may link to."""
        self.context = replace(self.context, downloads=tuple(sorted({*self.context.downloads, *artefacts})))

    def tell(self, artefact: Artefact) -> None:
        """Say that one more artefact is done."""
        self._done += 1
        self._progress(self._done, self.total, artefact.path)
