"""The order in which a cartridge is read: pages and quizzes come in, folders of them go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builders.model.publications import PRE_TEST, Publication
from builders.targets.cartridge.pages import Page
from builders.targets.cartridge.quizzes import Quiz
from builders.targets.packaging.wording import Wording


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to open: ``target`` is the id of a resource."""

    id: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A heading with what stands below it. Moodle makes a section of each."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def outline(publication: Publication, pages: Sequence[Page], quizzes: Sequence[Quiz], wording: Wording) -> tuple[Folder, ...]:
    """Start and what is tested ahead; each session with its questions; practice; what is tested at the end; reference."""
    known = {page.id: page for page in pages}
    before = [quiz for quiz in quizzes if quiz.test and quiz.test.id == PRE_TEST]
    after = [quiz for quiz in quizzes if quiz.test and quiz.test.id != PRE_TEST]

    def opened(*ids: str) -> tuple[Entry, ...]:
        return tuple(_entry(known[id]) for id in ids if id in known)

    def asked(owner: str) -> tuple[Entry, ...]:
        return _entries(quiz for quiz in quizzes if quiz.owner == owner and quiz.test is None)

    start = Folder("start", wording.words["start"], (*opened("start"), *_entries(before)))
    sessions = (
        Folder(session.id, wording.plain(session.title), (*opened(session.id), *asked(session.id)))
        for session in publication.sessions
    )
    practice = tuple(entry for item in publication.practice for entry in (*opened(item.id), *asked(item.id)))
    tests = (Folder(quiz.id, quiz.title, _entries([quiz])) for quiz in after)
    reference = Folder("reference", wording.words["look-up"], opened("glossary", "sources", "about"))
    folders = (start, *sessions, Folder("practice", wording.words["practice"], practice), *tests, reference)
    return tuple(folder for folder in folders if folder.entries)


def _entry(page: Page) -> Entry:
    return Entry(page.id, page.title, f"page-{page.id}")


def _entries(quizzes: Iterable[Quiz]) -> tuple[Entry, ...]:
    return tuple(Entry(quiz.id, quiz.title, quiz.id) for quiz in quizzes)
