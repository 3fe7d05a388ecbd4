"""How far a title, a module or an edition is translated: the stock comes in, lines of HTML that say so go out."""

from __future__ import annotations

from collections.abc import Callable

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.text import Text
from builders.targets.catalogue.markup import mark, plain, tag, titled
from builders.targets.catalogue.stock import Stock, mark_of


def also(stock: Stock, title: Callable[[Curriculum], Text]) -> str:
    """A title in the other languages, as far as there are words for it."""
    found = {
        edition.language: title(edition)
        for edition in stock.editions.values()
        if edition.language != stock.page and mark_of(edition.language, title(edition)) != "fallback"
    }
    shown = title(stock.source)
    inside = " · ".join(
        f"{titled(text, stock.page)} {mark(mark_of(code, text), stock.words)}".rstrip()
        for code, text in found.items()
        if text.value != shown.value
    )
    return tag("p", inside, class_="also") if inside else ""


def sessions_mark(titles: tuple[Text, ...], language: str, stock: Stock) -> str:
    """A sign where some or all of the sessions with these titles are not translated, or a translation is out of date."""
    done, whole = sum(title.language == language for title in titles), len(titles)
    if 0 < done < whole:
        return tag("strong", plain(stock.words["partly-translated"].format(done=done, whole=whole)), class_="mark fallback")
    return mark(mark_of(language, *titles), stock.words)


def module_mark(module: Module, language: str, stock: Stock) -> str:
    """A sign where a module is not translated at all, or where some of its sessions are not."""
    if not module.translated:
        return mark("fallback", stock.words)
    return sessions_mark(tuple(session.title for session in module.sessions), language, stock)


def translated_sessions(module: Module, language: str) -> int:
    """How many of a module's sessions have a title of their own in a language."""
    return sum(session.title.language == language for session in module.sessions)


def coverage(edition: Curriculum, stock: Stock) -> str:
    """How many modules and sessions of an edition are translated, in one sentence; nothing for the source."""
    if edition.language == stock.source.source_language:
        return ""
    modules = edition.modules
    return plain(
        stock.words["coverage"].format(
            modules=sum(module.translated for module in modules),
            of_modules=len(modules),
            sessions=sum(translated_sessions(module, edition.language) for module in modules),
            of_sessions=sum(len(module.sessions) for module in modules),
        )
    )
