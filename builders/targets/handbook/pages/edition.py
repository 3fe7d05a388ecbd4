"""What all pages of one handbook share: the curriculum, its clock, the interface words, the artefacts to link to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from builders.model.artefacts import ALL_LANGUAGES, DECKS, PACKAGES, PARTICIPANT, Artefact, Kind
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.pictures import SlidePicture
from builders.model.timetable import TimedDay, TimedSlot, timetable
from builders.rendering.words import words

Audience = Literal["trainer", "participant"]


@dataclass(frozen=True, slots=True)
class Taught:
    """A session's place in a course."""

    course: Course
    day: int
    slot: TimedSlot


@dataclass(frozen=True, slots=True)
class Edition:
    """``downloads`` holds only artefacts of this language and those with all languages; ``days`` is keyed by course,
    ``taught`` by session, ``pictures`` by session and segment and then by the place of a block in it. An edition for
    participants has nothing in it that is only for trainers."""

    curriculum: Curriculum
    words: Mapping[str, str]
    downloads: tuple[Artefact, ...]
    days: Mapping[str, tuple[TimedDay, ...]]
    taught: Mapping[str, tuple[Taught, ...]]
    audience: Audience = "trainer"
    pictures: Mapping[tuple[str, str], Mapping[int, tuple[SlidePicture, ...]]] = field(default_factory=dict)

    @property
    def for_trainers(self) -> bool:
        return self.audience == "trainer"

    @property
    def language(self) -> str:
        return self.curriculum.language

    def word(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """``key-one`` or ``key-other`` with the number in it."""
        return self.word(f"{key}-one" if n == 1 else f"{key}-other", n=n)

    def decks(self, *, course: str = "", session: str = "", day: int = 0) -> tuple[Artefact, ...]:
        """The decks that match what is given."""
        return tuple(
            artefact
            for artefact in self.downloads
            if artefact.kind in DECKS
            and course in ("", artefact.course)
            and session in ("", artefact.session)
            and day in (0, artefact.day)
        )

    def document(self, item: str, *, course: str = "", session: str = "", day: int = 0, subject: str = "") -> Artefact | None:
        """The printed document of this kind about exactly this; None where the build made none."""
        about = (Kind.PRINTABLE, item, course, session, day, subject)
        for found in self.downloads:
            if (found.kind, found.item, found.course, found.session, found.day, found.subject) == about:
                return found
        return None

    def packages(self, *, module: str = "", course: str = "") -> tuple[Artefact, ...]:
        """The packages of a module or of a course."""
        return tuple(
            artefact
            for artefact in self.downloads
            if artefact.kind in PACKAGES and (artefact.module, artefact.course) == (module, course)
        )


def edition_of(
    curriculum: Curriculum,
    downloads: tuple[Artefact, ...],
    audience: Audience = "trainer",
    pictures: Iterable[SlidePicture] = (),
) -> Edition:
    """Of the downloads, participants are offered their own decks and the web editions: packages are for an LMS."""
    offered = (artefact for artefact in downloads if artefact.language in (curriculum.language, ALL_LANGUAGES))
    if audience == "participant":
        offered = (artefact for artefact in offered if artefact.kind is Kind.WEB or artefact.audience == PARTICIPANT)
    else:
        offered = (artefact for artefact in offered if artefact.audience != PARTICIPANT)
    days = {course.id: timetable(course, curriculum) for course in curriculum.courses}
    return Edition(
        curriculum=curriculum,
        words=words("handbook", curriculum.language),
        downloads=tuple(sorted(offered)),
        days=days,
        taught=_taught(curriculum, days),
        audience=audience,
        pictures=_placed(pictures) if audience == "trainer" else {},
    )


def _placed(pictures: Iterable[SlidePicture]) -> dict[tuple[str, str], dict[int, tuple[SlidePicture, ...]]]:
    placed: dict[tuple[str, str], dict[int, tuple[SlidePicture, ...]]] = {}
    for picture in pictures:
        blocks = placed.setdefault((picture.session, picture.segment), {})
        blocks[picture.block] = (*blocks.get(picture.block, ()), picture)
    return placed


def _taught(curriculum: Curriculum, days: Mapping[str, tuple[TimedDay, ...]]) -> dict[str, tuple[Taught, ...]]:
    places: dict[str, list[Taught]] = {}
    for course in curriculum.courses:
        for day in days[course.id]:
            for slot in day.slots:
                if slot.session is not None:
                    places.setdefault(slot.session.id, []).append(Taught(course, day.number, slot))
    return {session: tuple(found) for session, found in places.items()}
