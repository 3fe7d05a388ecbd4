"""The glossary: the terms of a language edition come in, Markdown with an anchor for each goes out."""

from __future__ import annotations

from builders.model import places
from builders.model.curriculum import Term
from builders.rendering.languages import language
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.writer import Writer


def glossary_page(edition: Edition) -> Writer:
    """Sorted by the term in the edition's language; an anchor is the term's id in every language."""
    write = Writer(edition, places.GLOSSARY)
    terms = sorted(edition.curriculum.terms, key=lambda term: (term.rendering(edition.language).casefold(), term.id))
    write.add(write.heading(1, write.word("glossary"), "page_top"))
    write.add(*(_term(write, term) for term in terms) if terms else (write.word("term-none"),))
    write.add(source_list(write))
    return write


def _term(write: Writer, term: Term) -> str:
    return markup.box(
        "term",
        write.heading(2, _name(write, term), term.id),
        write.mark(term.definition),
        write.prose(term.definition),
        _others(write, term),
        markup.span("chip", write.word("term-unverified")) if term.status == "unverified" else "",
        tag="section",
    )


def _name(write: Writer, term: Term) -> str:
    """The fixed rendering, or the term itself marked with the language that it is in."""
    words = markup.plain(term.rendering(write.edition.language))
    source = write.edition.curriculum.source_language
    if write.edition.language == source or write.edition.language in dict(term.renderings):
        return words
    return f'<span lang="{source}">{words}</span>'


def _others(write: Writer, term: Term) -> str:
    """The term in the other languages, by which trainers of mixed groups find each other."""
    curriculum = write.edition.curriculum
    known = {curriculum.source_language: term.term} | dict(term.renderings)
    names = [
        f'{language(code).name}: <span lang="{code}">{markup.plain(known[code])}</span>'
        for code in curriculum.languages
        if code in known and code != write.edition.language
    ]
    return markup.span("about", " · ".join(names)) if names else ""
