"""What packages say of themselves: a publication in one or more languages comes in, titles, ids and the rest go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builders.model.curriculum import Curriculum
from builders.model.publications import Publication
from builders.model.text import Text
from builders.rendering.words import words
from builders.targets.packaging.content import Content, Goal, Unit, Words
from builders.targets.packaging.wording import plain_words

Edition = tuple[Publication, Curriculum]
"""A publication in one language, with the edition that it is part of."""


def described(
    editions: Sequence[Edition],
    *,
    units: Sequence[Unit] = (),
    shared: Sequence[str] = (),
    files: Sequence[tuple[str, bytes]] = (),
) -> Content:
    """Everything that is known of a publication, the language of the first edition first. ``files`` is everything but the
    manifest."""
    whole, source = editions[0]
    return Content(
        id=whole.id,
        kind=whole.kind,
        languages=tuple(edition.language for _, edition in editions),
        title=_words(editions, lambda publication, _: publication.title),
        summary=_words(editions, lambda publication, _: publication.summary),
        version=whole.version,
        keywords=tuple(_keywords(editions)),
        audience=_words(editions, lambda publication, _: publication.audience),
        publisher=_words(editions, lambda _, edition: edition.issuer),
        licence=source.licence,
        minutes=whole.minutes,
        goals=_goals(editions),
        competencies=tuple(_competencies(editions)),
        units=tuple(units),
        shared=tuple(sorted(shared)),
        files=tuple(sorted(files)),
    )


def unit_of(editions: Sequence[Edition], *, page: str, files: Sequence[str], saved_state: int = 0) -> Unit:
    """One publication as something to launch; see Unit for ``page``, ``files`` and ``saved_state``."""
    publication = editions[0][0]
    return Unit(
        id=publication.id,
        kind=publication.kind,
        title=tuple((edition.language, _title(each, edition)) for each, edition in editions),
        summary=_words(editions, lambda each, _: each.summary),
        page=page,
        files=tuple(files),
        mastery=publication.final.mastery if publication.final else None,
        minutes=publication.minutes,
        goals=_goals(editions),
        saved_state=saved_state,
    )


def _title(publication: Publication, edition: Curriculum) -> str:
    """A test by itself goes by what it is: beside its siblings the title of the whole would say nothing."""
    if publication.kind == "test":
        return words("player", edition.language)[publication.tests[0].id]
    return plain_words(publication.title)


def _words(editions: Sequence[Edition], text: Callable[[Publication, Curriculum], Text]) -> Words:
    return tuple((edition.language, plain_words(text(publication, edition))) for publication, edition in editions)


def _goals(editions: Sequence[Edition]) -> tuple[Goal, ...]:
    def text(at: int) -> Callable[[Publication, Curriculum], Text]:
        return lambda publication, _: publication.objectives[at].text

    objectives = editions[0][0].objectives
    return tuple(Goal(objective.id, _words(editions, text(at))) for at, objective in enumerate(objectives))


def _keywords(editions: Sequence[Edition]) -> list[Words]:
    """Languages may have different numbers of them: the n-th of each belong together as far as they go."""
    lists = [(edition.language, publication.keywords) for publication, edition in editions]
    most = max(len(keywords) for _, keywords in lists)
    return [
        tuple((language, plain_words(keywords[at])) for language, keywords in lists if at < len(keywords)) for at in range(most)
    ]


def _competencies(editions: Sequence[Edition]) -> list[tuple[str, Words]]:
    titles: dict[str, list[tuple[str, str]]] = {}
    for _, edition in editions:
        for competency in edition.competencies:
            titles.setdefault(competency.id, []).append((edition.language, plain_words(competency.title)))
    return [(id, tuple(titles[id])) for id in editions[0][0].competencies if id in titles]
