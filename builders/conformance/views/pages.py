"""The web pages of a package: the package comes in, each page with its tags goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.conformance.opening.html import Tag, tags
from builders.conformance.opening.package import Package
from builders.conformance.views.launches import PAGES, launch_pages
from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Page:
    """``launched`` says whether a system opens it by itself."""

    package: Package
    path: str
    text: str
    tags: tuple[Tag, ...]
    launched: bool

    def at(self, tag: Tag | None = None) -> Location:
        """The place of a tag, or the page's beginning."""
        return self.package.at(self.path, tag.line if tag else 1, tag.column if tag else 1)

    def first(self, name: str) -> Tag | None:
        return next((tag for tag in self.tags if tag.name == name), None)


def pages(package: Package) -> Iterator[Page]:
    """Every page that could be read, sorted by path."""
    launched = launch_pages(package)
    for path in sorted(package.texts):
        if path.lower().endswith(PAGES):
            text = words(package.texts[path])
            yield Page(package, path, text, tuple(tags(text)), path in launched)


def words(data: bytes) -> str:
    """A page or script as text; what is not UTF-8 becomes replacement characters."""
    return data.decode("utf-8-sig", errors="replace")
