"""The whole page: entries, editions and a commit come in, ``index.html`` goes out."""

from __future__ import annotations

from collections.abc import Mapping

from builders.model.artefacts import Entry, OutputFile
from builders.model.curriculum import Curriculum
from builders.rendering.plain import to_plain
from builders.targets.catalogue.courses import courses
from builders.targets.catalogue.frame import document, issued
from builders.targets.catalogue.languages import languages
from builders.targets.catalogue.markup import named, plain, tag, titled
from builders.targets.catalogue.modules import modules
from builders.targets.catalogue.printed import printed
from builders.targets.catalogue.roles import roles
from builders.targets.catalogue.stock import Stock, stock
from builders.targets.catalogue.translations import also

PATH = "index.html"

_COMMIT_DIGITS = 12


def pages(entries: tuple[Entry, ...], *, editions: Mapping[str, Curriculum], commit: str) -> tuple[OutputFile, ...]:
    """The catalogue in every language, the source's as ``index.html``. See :func:`build`."""
    return tuple(build(entries, editions=editions, commit=commit, page=language) for language in editions)


def build(entries: tuple[Entry, ...], *, editions: Mapping[str, Curriculum], commit: str, page: str = "") -> OutputFile:
    """The catalogue of a build in one language, the source's unless ``page`` names another, with every title in each.

    ``editions`` are by language, the source first; ``commit`` is the source's, empty where there is none, and what follows
    a ``+`` in it is shown whole. Raises ValueError where there is no edition, or none for the language of an entry.
    """
    held = stock(entries, editions, page=page)
    title = held.words["title"].format(title=to_plain(held.source.title.value))
    sections = {
        "roles": roles(held),
        "courses": courses(held),
        "modules": modules(held),
        "printed": printed(held),
        "languages": languages(held),
    }
    jumps = tuple(name for name, section in sections.items() if section)
    body = _header(held, jumps) + tag("main", *sections.values()) + _footer(held, commit)
    return OutputFile(_path(held.page, held), document(body, title=title, page=held.page))


def _path(language: str, held: Stock) -> str:
    """Where the page in a language lies: that in the source's is the one that a folder opens with."""
    return PATH if language == held.source.source_language else f"index.{language}.html"


def _header(held: Stock, jumps: tuple[str, ...]) -> str:
    links = (tag("a", plain(held.words[name]), href=f"#{name}") for name in jumps)
    return tag(
        "header",
        _others(held),
        tag("p", plain(held.words["catalogue"]), class_="kind"),
        tag("h1", titled(held.source.title, held.page)),
        also(held, lambda edition: edition.title),
        tag("nav", *links, aria_label=held.words["on-this-page"]),
    )


def _others(held: Stock) -> str:
    """The same page in the other languages. Nothing where there is one language."""
    links = [tag("a", named(code, held.page), href=_path(code, held), hreflang=code) for code in held.editions if code != held.page]
    return tag("nav", *links, aria_label=held.words["languages"], class_="others") if links else ""


def _footer(held: Stock, commit: str) -> str:
    lines = list(issued(held))
    if commit:
        digits, plus, changes = commit.partition("+")  # as in "0123…+changes", where the curriculum differs from it
        short = f"{digits[:_COMMIT_DIGITS]}{plus}{changes}"
        lines.append(tag("p", plain(held.words["commit"]), " ", tag("code", plain(short), title=commit)))
    return tag("footer", *lines)
