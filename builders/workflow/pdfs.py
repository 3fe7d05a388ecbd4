"""PDFs of decks: artefacts with the decks that they show come in; stored PDFs, and findings where there are none, go out.

A PDF hangs on the bytes of its deck and on the LibreOffice that makes it, and on nothing else: a deck that has not changed is not
converted again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.artefacts import DECKS, PARTICIPANT, PDFS, Artefact, Kind, notes_pdf, slides_pdf
from builders.storage.cache import Cache, Stored
from builders.workflow.manifest import Built
from builders.workflow.office import Converted, Office, convert, export
from builders.workflow.request import NOT_CONVERTED

AT = Location("curriculum/curriculum.yaml")
"""Where findings about this machine stand."""

_AT_ONCE = 8  # decks that one LibreOffice opens: one after the other, so that starting it is paid for once
_MOST = 4  # LibreOffices at a time: each takes some hundred megabytes


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF to be made and the stored deck that it shows."""

    artefact: Artefact
    deck: Stored

    @property
    def notes(self) -> bool:
        return self.artefact.kind is Kind.NOTES_PDF


@dataclass(frozen=True, slots=True)
class Made:
    """Stored PDFs by the path of their artefact, the paths of those that the cache did not have, and a finding for each that is
    missing."""

    files: Mapping[str, tuple[Stored, ...]]
    new: frozenset[str]
    findings: tuple[Finding, ...]


def pdfs_of(decks: Iterable[Artefact]) -> Iterator[Artefact]:
    """The PDFs of decks: slides, and notes pages where there are notes. What is no deck is passed over."""
    for deck in decks:
        if deck.kind in DECKS:
            yield slides_pdf(deck)
            if deck.audience != PARTICIPANT:
                yield notes_pdf(deck)


def still_shown(former: Iterable[Built], made: Iterable[Built], folder: Path) -> tuple[Built, ...]:
    """What was converted by an earlier build and shows the decks of this one as they are, unless it was made again."""
    new = {item.entry.artefact.path: item.entry.sha256 for item in made}
    old = {item.entry.artefact.path: item for item in former}
    pdfs = [item for path, item in old.items() if item.entry.artefact.kind in PDFS and path not in new]
    return tuple(item for item in pdfs if _same(item.entry.artefact.deck, old, new) and item.intact(folder))


def _same(deck: str, old: Mapping[str, Built], new: Mapping[str, str]) -> bool:
    return deck in old and old[deck].entry.sha256 == new.get(deck)


def key_of(pdf: Pdf, office: Office) -> str:
    """The key under which the cache keeps a PDF."""
    parts = (pdf.artefact.path, pdf.deck.sha256, office.identity, export(notes=pdf.notes))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def make_pdfs(
    wanted: Sequence[Pdf], office: Office, cache: Cache, scratch: Path, *, processes: int, done: Callable[[Artefact], None]
) -> Made:
    """Every PDF, from the cache where it is there. ``scratch`` is a folder that is emptied; ``done`` hears of each."""
    keys = {pdf.artefact.path: key_of(pdf, office) for pdf in wanted}
    files = {path: stored for path, key in keys.items() if (stored := cache.get(key)) is not None}
    missing = [pdf for pdf in wanted if pdf.artefact.path not in files]
    for pdf in wanted:
        if pdf.artefact.path in files:
            done(pdf.artefact)
    findings = []
    with closing(_converted(missing, office, cache, scratch, processes)) as batches:
        for batch, converted in batches:
            for pdf in batch:
                path = pdf.artefact.path
                if path in converted.pdfs:
                    files[path] = cache.put(keys[path], [(path, converted.pdfs[path])])
                else:
                    findings.append(Finding(AT, NOT_CONVERTED, f"{path} is missing: {converted.failed[path]}"))
                done(pdf.artefact)
    return Made(files, frozenset(pdf.artefact.path for pdf in missing) & files.keys(), tuple(findings))


def _converted(
    missing: Sequence[Pdf], office: Office, cache: Cache, scratch: Path, processes: int
) -> Generator[tuple[tuple[Pdf, ...], Converted], None, None]:
    """Batches as they are done; several LibreOffices work side by side."""
    kinds = [[pdf for pdf in missing if pdf.notes is notes] for notes in (False, True)]
    batches = [tuple(kind[at : at + _AT_ONCE]) for kind in kinds for at in range(0, len(kind), _AT_ONCE)]
    stop = Event()
    with ThreadPoolExecutor(max(1, min(processes, _MOST))) as pool:
        running = {pool.submit(_convert, batch, office, cache, scratch / str(at), stop): batch for at, batch in enumerate(batches)}
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        except BaseException:  # also when interrupted: nobody waits for what nobody will use
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _convert(batch: Sequence[Pdf], office: Office, cache: Cache, folder: Path, stop: Event) -> Converted:
    decks = {pdf.artefact.path: data for pdf in batch if (data := cache.read(pdf.deck)) is not None}
    damaged = {pdf.artefact.path: "its deck is damaged in the cache" for pdf in batch if pdf.artefact.path not in decks}
    converted = convert(office, decks, folder, notes=batch[0].notes, stop=stop) if decks else Converted({}, {})
    return Converted(converted.pdfs, {**converted.failed, **damaged})
