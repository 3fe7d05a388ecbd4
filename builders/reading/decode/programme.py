"""The files at the top of the curriculum: sources, glossary, competencies, needs, videos."""

from __future__ import annotations

from datetime import date

from builders.model.curriculum import Competency, LmsSet, Need, Published, Source, Term, Video
from builders.reading.decode.words import Words
from builders.reading.document import View


def decode_sources(view: View) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=item.string("id"),
            title=item.string("title"),
            publisher=item.string("publisher"),
            address=item.string("address"),
            status=item.string("status", "unverified"),
            review_by=_date(item.string("review-by")),
            note=item.string("note"),
            at=item.at,
        )
        for item in view.items("sources")
    )


def decode_glossary(view: View, words: Words) -> tuple[Term, ...]:
    return tuple(
        Term(
            id=item.string("id"),
            term=item.string("term"),
            definition=words.text(item, "definition"),
            renderings=tuple((code, item_renderings.string(code)) for code in item_renderings.names())
            if (item_renderings := item.get("renderings"))
            else (),
            status=item.string("status", "unverified"),
            at=item.at,
        )
        for item in view.items("terms")
    )


def decode_competencies(view: View, words: Words) -> tuple[Competency, ...]:
    return tuple(
        Competency(item.string("id"), words.text(item, "title"), item.string("kind"), words.text(item, "description"), item.at)
        for item in view.items("competencies")
    )


def decode_needs(view: View) -> tuple[Need, ...]:
    return tuple(
        Need(
            item.string("id"),
            item.string("statement"),
            item.string("from"),
            item.string("evidence"),
            item.strings("modules"),
            item.at,
        )
        for item in view.items("needs")
    )


def decode_videos(view: View, words: Words) -> tuple[Video, ...]:
    return tuple(
        Video(
            id=item.string("id"),
            title=words.text(item, "title"),
            provider=item.string("provider"),
            address=item.string("address", "pending"),
            minutes=item.integer("minutes"),
            key_points=words.list(item, "key-points"),
            prompts=words.list(item, "prompts"),
            at=item.at,
        )
        for item in view.items("videos")
    )


def decode_lms(view: View) -> LmsSet:
    """``lms`` of curriculum.yaml; what it does not name is as in an LmsSet by itself."""
    lms, usual = view.get("lms"), LmsSet()
    if lms is None:
        return usual

    def named(key: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        return lms.strings(key) or otherwise

    return LmsSet(
        of=named("of", usual.of),
        standards=named("standards", usual.standards),
        profiles=named("profiles", usual.profiles),
        languages=named("languages", usual.languages),
        granularity=named("granularity", usual.granularity),
    )


def decode_published(view: View) -> Published:
    """``published`` of curriculum.yaml."""
    published = view.get("published")
    return Published(published.string("handbook"), published.string("participants")) if published else Published()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None  # `2027-02-30` has the right form and no place in a calendar; it says nothing about when to review
