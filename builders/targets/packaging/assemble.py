"""Everything of a package but its manifest: editions come in, titles, units and files go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION, Publication, of_course, of_module, parts
from builders.targets.packaging.content import Content
from builders.targets.packaging.described import Edition, described, unit_of
from builders.targets.player.site import SAME_HOST, SCRIPT, STYLES, learner_site, player_code


def publications(editions: Sequence[Curriculum], *, module: str = "", course: str = "") -> tuple[Edition, ...]:
    """The publication of a module or a course in each edition. Raises LookupError for an id that an edition lacks."""
    return tuple((_publication(edition, module, course), edition) for edition in editions)


def assemble(
    editions: Sequence[Edition],
    *,
    start: str,
    scripts: tuple[tuple[str, bytes], ...],
    settings: Mapping[str, str | int] | None = None,
    granularity: str = "",
    connect: str = SAME_HOST,
) -> Content:
    """A package in all the languages of ``editions``, the first one opening.

    ``scripts`` are what a standard adds to the player, ``start`` the one among them that begins, ``settings`` what it is told;
    ``connect`` are the hosts it may call. With the granularity ``session`` there is a unit for each session and each test.
    """
    whole = editions[0][0]
    files = dict(player_code(start, scripts))
    units = []
    for together in _units(editions, granularity):
        site = learner_site(together, name=_document(together[0][0], whole), settings=settings, connect=connect)
        files |= dict(site.files)
        paths = [path for path, _ in site.files]
        units.append(unit_of(together, page=site.page, files=paths, saved_state=site.saved_state))
    return described(editions, units=units, shared=(SCRIPT, STYLES), files=tuple(files.items()))


def _publication(edition: Curriculum, module: str, course: str) -> Publication:
    if course:
        found = next((each for each in edition.courses if each.id == course), None)
        if found is None:
            raise LookupError(course)
        return of_course(found, edition)
    taught = edition.module(module)
    if taught is None:
        raise LookupError(module)
    return of_module(taught)


def _units(editions: Sequence[Edition], granularity: str) -> list[tuple[Edition, ...]]:
    """Each unit in all languages. Editions are the same but for their words, so their parts answer to each other."""
    if granularity != SESSION:
        return [tuple(editions)]
    cut = [[(part, edition) for part in parts(publication)] for publication, edition in editions]
    return list(zip(*cut, strict=True))


def _document(part: Publication, whole: Publication) -> str:
    return "index" if part.id == whole.id else part.id.removeprefix(f"{whole.id}.").replace(".", "-")
