"""A page around its body: HTML comes in, a whole document that fetches and runs nothing goes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from builders.rendering.languages import language
from builders.targets.catalogue.markup import plain, tag, titled
from builders.targets.catalogue.stock import Stock

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


def document(body: str, *, title: str, page: str) -> bytes:
    """``title`` is plain words, ``page`` the language's code, ``body`` HTML without its element."""
    head = _HEAD.format(lang=language(page).tag, title=plain(title), style=_style())
    return f"{head}{tag('body', body)}\n</html>\n".encode()


def issued(stock: Stock) -> Iterator[str]:
    """Who answers for the curriculum, and its licence."""
    yield tag("p", plain(stock.words["issued-by"]).format(issuer=titled(stock.source.issuer, stock.page)))
    yield tag("p", plain(stock.words["licence"].format(licence=stock.source.licence)))


@cache
def _style() -> str:
    """The one style sheet, with the line ends of every other machine."""
    return (Path(__file__).parent / "catalogue.css").read_bytes().replace(b"\r\n", b"\n").decode()
