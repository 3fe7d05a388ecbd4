"""The whole page: entries, editions and a commit come in, ``index.html`` goes out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builders.model.artefacts import Entry, OutputFile
from builders.model.curriculum import Curriculum
from builders.rendering.languages import language
from builders.rendering.plain import to_plain
from builders.targets.catalogue.courses import courses
from builders.targets.catalogue.languages import languages
from builders.targets.catalogue.markup import plain, tag, titled
from builders.targets.catalogue.modules import modules
from builders.targets.catalogue.printed import printed
from builders.targets.catalogue.roles import roles
from builders.targets.catalogue.stock import Stock, stock
from builders.targets.catalogue.translations import also

PATH = "index.html"

_COMMIT_DIGITS = 12
# Nothing is fetched and nothing runs. The empty icon keeps a browser from asking the server for one.
_HEAD = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{style}</style>
</head>
"""


def build(entries: tuple[Entry, ...], *, editions: Mapping[str, Curriculum], commit: str) -> OutputFile:
    """The catalogue of a build, in the source language, with every title in each language.

    ``editions`` are by language, the source first; ``commit`` is the source's, empty where there is none, and what follows
    a ``+`` in it is shown whole. Raises ValueError where there is no edition, or none for the language of an entry.
    """
    held = stock(entries, editions)
    title = held.words["title"].format(title=to_plain(held.source.title.value))
    head = _HEAD.format(lang=language(held.page).tag, title=plain(title), style=_style())
    sections = {
        "roles": roles(held),
        "courses": courses(held),
        "modules": modules(held),
        "printed": printed(held),
        "languages": languages(held),
    }
    jumps = tuple(name for name, section in sections.items() if section)
    body = tag("body", _header(held, jumps), tag("main", *sections.values()), _footer(held, commit))
    return OutputFile(PATH, f"{head}{body}\n</html>\n".encode())


def _header(held: Stock, jumps: tuple[str, ...]) -> str:
    links = (tag("a", plain(held.words[name]), href=f"#{name}") for name in jumps)
    return tag(
        "header",
        tag("p", plain(held.words["catalogue"]), class_="kind"),
        tag("h1", titled(held.source.title, held.page)),
        also(held, lambda edition: edition.title),
        tag("nav", *links, aria_label=held.words["on-this-page"]),
    )


def _footer(held: Stock, commit: str) -> str:
    lines = [
        plain(held.words["issued-by"]).format(issuer=titled(held.source.issuer, held.page)),
        plain(held.words["licence"].format(licence=held.source.licence)),
    ]
    if commit:
        digits, plus, changes = commit.partition("+")  # as in "0123…+changes", where the curriculum differs from it
        short = f"{digits[:_COMMIT_DIGITS]}{plus}{changes}"
        lines.append(f"{plain(held.words['commit'])} {tag('code', plain(short), title=commit)}")
    return tag("footer", *(tag("p", line) for line in lines))


@cache
def _style() -> str:
    """The one style sheet, with the line ends of every other machine."""
    return (Path(__file__).parent / "catalogue.css").read_bytes().replace(b"\r\n", b"\n").decode()
