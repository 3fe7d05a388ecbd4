"""What a session needs beside its page: a session comes in, a section with links to slides, plan, sheets and the online edition
goes out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.artefacts import Kind
from builders.model.blocks import Reference, walk
from builders.model.modules import Module, Session
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.files import document, sheets, slides
from builders.targets.handbook.pages.module import package
from builders.targets.handbook.pages.writer import Writer

_SHEETS = {"scenario": "play-scenario", "sop": "walk-sop"}
"""What has sheets of its own, and the words over them."""


def session_files(write: Writer, module: Module, session: Session) -> str:
    """What to open, print and hand out: by course, and for each scenario and procedure of the session; and the module online."""
    made = write.edition.document
    rows = []
    for course in {place.course.id: place.course for place in write.edition.taught.get(session.id, ())}.values():
        plan = document(write, made("session-plan", course=course.id, session=session.id))
        workbook = document(write, made("workbook", course=course.id))
        links = [*slides(write, course.id, session=session.id), plan, workbook]
        rows.append((write.inline(course.title), " · ".join(filter(None, links))))
    if write.for_trainers:
        for kind, id in dict.fromkeys(_referred(session)):
            rows.append((write.word(_SHEETS[kind]), "<br>".join(filter(None, sheets(write, kind, id)))))
    web = (found for found in write.edition.packages(module=module.id) if found.kind is Kind.WEB)
    rows.append((write.word("online"), "<br>".join(package(write, found) for found in web)))
    if write.for_trainers:
        return write.for_trainer(write.section("files", markup.facts(rows)))
    return write.section("downloads", markup.facts(rows))


def _referred(session: Session) -> Iterator[tuple[str, str]]:
    """The scenarios and procedures of a session, each by its kind and its id."""
    for block in (block for segment in session.segments for block in walk(segment.blocks)):
        if isinstance(block, Reference) and block.kind in _SHEETS:
            yield block.kind, block.target
