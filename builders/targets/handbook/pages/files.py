"""Files beside the handbook that belong to something in it: slides, their PDFs, printed documents. What they are about comes
in, links go out; nothing for what the build did not make."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from builders.model import places
from builders.model.artefacts import DECKS, Artefact, Kind
from builders.model.courses import Course
from builders.rendering.documents import document_name
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.writer import Writer

_SLIDES = {Kind.SLIDES_PDF: "slides-pdf", Kind.NOTES_PDF: "notes-pdf"}
_DAY_ONE = ("workbook", "attendance-sheet")
_LAST_DAY = ("feedback-form", "certificate")


def slides(write: Writer, course: str, *, session: str = "", day: int = 0, name: str = "") -> Iterator[str]:
    """The deck of a course, of its day or of its session, under ``name`` where it has one; and the PDFs that were made of it."""
    for kind in (*DECKS, *_SLIDES):
        for artefact in write.edition.downloads:
            if (artefact.kind, artefact.course, artefact.session, artefact.day) == (kind, course, session, day):
                yield write.download(
                    write.word(_SLIDES[kind]) if kind in _SLIDES else name or write.word("deck-file"), artefact.path
                )


def document(write: Writer, found: Artefact | None, about: str = "") -> str:
    """A printed document under its name, followed by what it is ``about``."""
    if found is None:
        return ""
    name = markup.plain(document_name(found, write.edition.language))
    return f"{write.download(f'{name}: {about}' if about else name, found.path)} (PDF)"


def sheet(write: Writer, link: str, found: Artefact | None) -> str:
    """A link to a sheet in the handbook, and beside it the same sheet as PDF."""
    if found is None:
        return link
    name = escape(f"{document_name(found, write.edition.language)}, PDF")
    return f"{link} · {markup.download(places.outside(write.page, found.path), 'PDF', spoken=name)}"


def sheets(write: Writer, kind: str, id: str) -> Iterator[str]:
    """What is printed for a scenario that is played or a procedure that is walked through."""
    edition = write.edition
    sop, scenario = edition.curriculum.sop(id), edition.curriculum.scenario(id)
    if kind == "sop" and sop:
        title = write.inline(sop.title)
        chart = write.link(write.word("wall-chart-of", title=title), places.sop(id), "page_flow")
        yield sheet(write, chart, edition.document("sop-chart", subject=id))
        for item in ("sop-sheet", "step-cards"):
            yield document(write, edition.document(item, subject=id), title)
    if kind == "scenario" and scenario:
        title = write.inline(scenario.title)
        if scenario.roles:
            cards = write.link(write.word("role-cards-of", title=title), places.scenario(id), "page_role-cards")
            yield sheet(write, cards, edition.document("role-cards", subject=id))
        if scenario.debrief:
            debrief = write.link(write.word("debrief-of", title=title), places.scenario(id), "page_debrief-questions")
            yield sheet(write, debrief, edition.document("debrief-sheet", subject=id))


def on_paper(write: Writer, *items: str, course: str = "", day: int = 0, subject: str = "") -> str:
    """Printed documents in a row, for the page of what they are printed from. They are not printed themselves."""
    found = (document(write, write.edition.document(item, course=course, day=day, subject=subject)) for item in items)
    return markup.box("files", " · ".join(link for link in found if link))


def printed_of(write: Writer, *, course: str = "", module: str = "") -> Iterator[str]:
    """Every printed document of a course or of a module, each with what it is about."""
    curriculum = write.edition.curriculum
    for found in write.edition.downloads:
        if found.kind is Kind.PRINTABLE and (found.course, found.module) == (course, module):
            about = curriculum.session(found.session) or curriculum.scenario(found.subject) or curriculum.sop(found.subject)
            yield document(write, found, write.inline(about.title) if about else "")


def of_course(write: Writer, course: Course, *, day: int) -> Iterator[str]:
    """What a day hands out that belongs to the course as a whole: on the first day and on the last."""
    items = (*(_DAY_ONE if day == 1 else ()), *(_LAST_DAY if day == len(course.days) else ()))
    return (document(write, write.edition.document(item, course=course.id)) for item in items)


def whole_course(write: Writer, course: Course) -> Iterator[str]:
    """One file with everything, the slides of all days, the timetable, the calendar."""
    for artefact in write.edition.downloads:
        if artefact.course == course.id and artefact.kind is Kind.TAKE_ALONG:
            yield write.download(write.word("take-along"), artefact.path)
    yield from slides(write, course.id, name=write.word("course-deck"))
    if timetable := write.edition.document("timetable", course=course.id):
        yield write.download(markup.plain(document_name(timetable, write.edition.language)), timetable.path)
    for artefact in write.edition.downloads:
        if artefact.course == course.id and artefact.kind is Kind.CALENDAR:
            yield write.download(write.word("calendar-from", date=artefact.dates[0]), artefact.path)
