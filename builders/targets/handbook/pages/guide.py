"""The guide to the handbook, written by hand in ``site/pages``: a language edition comes in, Markdown goes out."""

from __future__ import annotations

from pathlib import Path

from builders.diagnostics.location import Location
from builders.model import places
from builders.model.text import Text
from builders.storage.resources import resource
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.writer import Writer


def guide_page(edition: Edition) -> Writer:
    """In the edition's language, or in English and marked as such."""
    write = Writer(edition, places.GUIDE)
    text = _text(edition.language)
    write.add(write.heading(1, write.word("guide"), "page_top"), write.mark(text), write.prose(text))
    return write


def _text(language: str) -> Text:
    own = _path(language)
    path, code = (own, language) if own.exists() else (_path("en"), "en")
    return Text(path.read_text(encoding="utf-8"), code, Location(path.name))


def _path(language: str) -> Path:
    return resource("site") / "pages" / f"using.{language}.md"
