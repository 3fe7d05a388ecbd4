"""The press: a document as calls of the theme comes in, a tagged PDF goes out. The same document gives the same bytes.

Nothing is read but the theme and the fonts of the machine; no clock, no network. PDF/UA-1 is asked for, so Typst refuses a
document without title, language or alternative texts. A sign for which the machine has no font at all is printed as a box, in a
PDF that is tagged and does not claim to be PDF/UA.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from builders.rendering.languages import language
from builders.targets.printables.fonts import families
from builders.targets.printables.typesetting.engine import compiled
from builders.targets.printables.typesetting.source import array, call, joined, string, truth


def pdf(title: str, body: Iterable[str], *, code: str, author: str, **sheet: str) -> bytes:
    """A document in the language ``code``. ``sheet`` are further settings of the theme's sheet, as Typst code.

    Raises ModuleNotFoundError where Typst is not installed.
    """
    spoken = language(code)
    settings = {
        "author": string(author),
        "lang": string(spoken.code),
        "tall": truth(spoken.script == "Deva"),
        "fonts": array(string(family) for family in families()),
    } | sheet
    document = call("sheet", string(title), *(f"{key.replace('_', '-')}: {value}" for key, value in settings.items()), joined(body))
    return compiled(f"{_theme()}\n#{document}\n")


@cache
def _theme() -> str:
    return (Path(__file__).parent / "theme.typ").read_text(encoding="utf-8")
