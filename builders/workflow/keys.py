"""What an artefact hangs on: an artefact comes in, the key under which the cache keeps it goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from builders.model.artefacts import DECKS, SITES, Artefact, Kind
from builders.model.curriculum import Curriculum
from builders.model.digest import Digester
from builders.model.pictures import SlidePicture
from builders.model.slices import Slicer, slices
from builders.workflow.dates import SourceDates
from builders.workflow.run import Job
from builders.workflow.versions import code_version


class Keys:
    """The keys of one build."""

    def __init__(self, editions: Mapping[str, Curriculum], dates: Callable[[], SourceDates]) -> None:
        """``dates`` asks Git; it is called when the first deck wants to know."""
        self._slicers = {language: Slicer(edition) for language, edition in editions.items()}
        self._digester = Digester()
        self._dates = cache(dates)

    def slices(self, artefact: Artefact) -> tuple[Curriculum, ...]:
        """What an artefact is made from."""
        return slices(artefact, self._slicers)

    def job(self, artefact: Artefact, downloads: tuple[Artefact, ...] = (), pictures: tuple[SlidePicture, ...] = ()) -> Job:
        """``downloads`` are what the pages of a website link to, ``pictures`` those that they show."""
        date = self._dates().of(artefact) if artefact.kind in DECKS else ""
        beside = (downloads, pictures) if artefact.kind in SITES else _fonts() if artefact.kind is Kind.PRINTABLE else ""
        key = self._digester.digest(code_version(), artefact, self.slices(artefact), beside, date)
        return Job(artefact, key, date, pictures)


@cache
def _fonts() -> str:
    """What printed matter hangs on beside its words: the fonts of this machine."""
    from builders.targets.printables import fingerprint  # noqa: PLC0415 - an extra, and slow to import

    return fingerprint()
