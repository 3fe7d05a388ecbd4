"""The beginning of an HTML page that needs nothing else: a title and a style sheet come in, everything before the body goes out."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from builders.rendering.languages import language

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


def head(code: str, *, title: str, styles: Path) -> str:
    """``code`` is the page's language, ``title`` plain words, ``styles`` a file of CSS."""
    return _HEAD.format(lang=language(code).tag, title=escape(title, quote=False), style=_style(styles))


@cache
def _style(path: Path) -> str:
    """The one style sheet, with the line ends of every other machine."""
    return path.read_bytes().replace(b"\r\n", b"\n").decode()
