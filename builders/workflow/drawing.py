"""A build with PDFs: what is wanted comes in; decks, then their PDFs, then handbooks with pictures of the slides go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builders.diagnostics.finding import Finding
from builders.model.artefacts import PDFS, SITES, Artefact, Kind, slides_pdf
from builders.model.pictures import SlidePicture
from builders.storage.cache import Stored
from builders.workflow.office import Office, find_office
from builders.workflow.pdfs import AT, Pdf, make_pdfs, pdfs_of
from builders.workflow.request import NOT_CONVERTED
from builders.workflow.slide_pictures import Painter, Source, decks_shown, find_painter, slide_pictures
from builders.workflow.workshop import Workshop

_NO_OFFICE = "no PDFs of decks and no pictures of slides: there is no LibreOffice 7.4 or newer on this machine"
_NO_PAINTER = "no pictures of slides in the handbook: there is no pdftoppm on this machine"
_SCRATCH = "office"


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that was made: artefacts with their stored files, and findings about what is missing."""

    files: tuple[tuple[Artefact, tuple[Stored, ...]], ...]
    findings: tuple[Finding, ...]


def missing_programs() -> tuple[Finding, ...]:
    """A note for what this machine lacks."""
    if find_office() is None:
        return (Finding(AT, "W003", _NO_OFFICE),)
    return () if find_painter() else (Finding(AT, "W003", _NO_PAINTER),)


def programs() -> str:
    """Which programs draw: with others a build is another one."""
    return repr((find_office(), find_painter()))


def with_pdfs(wanted: Iterable[Artefact]) -> tuple[Artefact, ...]:
    """What is to be made where PDFs are asked for too: nothing more where there is no LibreOffice."""
    wanted = tuple(wanted)
    return (*wanted, *pdfs_of(wanted)) if find_office() else wanted


def make_drawn(wanted: Sequence[Artefact], decks: Sequence[Artefact], workshop: Workshop) -> Drawn:
    """``wanted`` are as :func:`with_pdfs` gives them; of ``decks``, all that there can be, those are made too that the handbook
    shows pictures of."""
    office, painter = find_office(), find_painter()
    if office is None:
        files = workshop.make(wanted)
        return Drawn(tuple((artefact, files[artefact.path]) for artefact in wanted), missing_programs())
    handbooks = [artefact for artefact in wanted if artefact.kind is Kind.HANDBOOK]
    shown = {item.path: decks_shown(workshop.context.editions[item.language], decks) for item in handbooks} if painter else {}
    needed = [deck for each in shown.values() for deck in each]
    workshop.total = len({*wanted, *needed, *map(slides_pdf, needed)})
    files, findings = _pdfs(wanted, needed, workshop, office)
    pictures: dict[str, tuple[SlidePicture, ...]] = {}
    if painter:
        for path, theirs in shown.items():
            pictures[path], troubles = _pictures(theirs, files, workshop, painter)
            findings = (*findings, *(Finding(AT, NOT_CONVERTED, f"no pictures of slides, {trouble}") for trouble in troubles))
    workshop.link(artefact for artefact in wanted if artefact.kind in PDFS and artefact.path in files)
    files |= workshop.make([artefact for artefact in wanted if artefact.kind in SITES], pictures)
    there = tuple((artefact, files[artefact.path]) for artefact in wanted if artefact.path in files)
    return Drawn(there, (*missing_programs(), *findings))


def _pdfs(
    wanted: Sequence[Artefact], shown: Sequence[Artefact], workshop: Workshop, office: Office
) -> tuple[dict[str, tuple[Stored, ...]], tuple[Finding, ...]]:
    """Decks and whatever else is no website, and PDFs: those that are wanted and those of the decks that are shown."""
    plain = [artefact for artefact in wanted if artefact.kind not in (*SITES, *PDFS)]
    files = workshop.make(dict.fromkeys((*plain, *shown)))
    pdfs = dict.fromkeys((*(artefact for artefact in wanted if artefact.kind in PDFS), *map(slides_pdf, shown)))
    made = make_pdfs(
        [Pdf(pdf, _the(files[pdf.deck])) for pdf in pdfs],
        office,
        workshop.context.cache,
        workshop.context.scratch / _SCRATCH,
        processes=workshop.processes,
        done=workshop.tell,
    )
    workshop.new |= made.new
    return {**files, **made.files}, made.findings


def _pictures(
    shown: Sequence[Artefact], files: Mapping[str, tuple[Stored, ...]], workshop: Workshop, painter: Painter
) -> tuple[tuple[SlidePicture, ...], tuple[str, ...]]:
    """Of the decks that became a PDF."""
    sources = [
        Source(deck, workshop.keys.slices(deck)[0], workshop.keys.job(deck).key, _the(files[pdf]))
        for deck in shown
        if (pdf := slides_pdf(deck).path) in files
    ]
    return slide_pictures(
        sources, painter, workshop.context.cache, workshop.context.scratch / _SCRATCH, processes=workshop.processes
    )


def _the(files: tuple[Stored, ...]) -> Stored:
    """The one file of a deck or a PDF."""
    (file,) = files
    return file
