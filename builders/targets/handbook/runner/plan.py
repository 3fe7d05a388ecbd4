"""What MkDocs is to make a site of, and the digest of all that every page of it depends on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from builders.model.digest import Digester
from builders.rendering import dialect
from builders.storage.resources import resource
from builders.targets.handbook.pages.navigation import Entry

_LIBRARIES = ("jinja2", "markdown", "mkdocs", "mkdocs-material", "nh3")
_CODE = (Path(__file__).resolve().parent, Path(dialect.__file__).resolve())


@dataclass(frozen=True, slots=True)
class Plan:
    """``pages`` is Markdown by path, in the order of the navigation; ``drawings`` is SVG by page and name, to be put into the
    finished page; ``media`` pairs a path with bytes. ``pictures`` are files by path that MkDocs need not know: each is named
    by its content, so a page that shows another one is another page.

    ``editions`` are the languages between which the switch goes, ``words`` the interface words that the theme shows.
    """

    language: str
    name: str
    editions: tuple[str, ...]
    words: Mapping[str, str]
    navigation: tuple[Entry, ...]
    pages: Mapping[str, str]
    drawings: Mapping[str, Mapping[str, str]]
    media: tuple[tuple[str, bytes], ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def source(self, page: str) -> bytes:
        """All that one page is made from and the others are not."""
        drawings = self.drawings.get(page, {})
        return "\0".join([self.pages[page], *(f"{name}={svg}" for name, svg in sorted(drawings.items()))]).encode()

    @property
    def fingerprint(self) -> str:
        """Changes when a page may look different although its own Markdown is the same."""
        return Digester().digest(
            self.language,
            self.name,
            self.editions,
            tuple(sorted(self.words.items())),
            self.navigation,
            tuple(self.pages),
            self.media,
            _workshop(),
        )


@cache
def _workshop() -> tuple[object, ...]:
    """The theme, the code that runs it, and the libraries: constant while a process lives."""
    libraries = tuple((name, version(name)) for name in _LIBRARIES)
    return (tuple(sys.version_info[:3]), libraries, tuple(_files(resource("site"), *_CODE)))


def _files(*roots: Path) -> Iterator[tuple[str, bytes]]:
    for root in roots:
        found = sorted(root.rglob("*")) if root.is_dir() else [root]
        for path in found:
            if path.is_file() and path.suffix != ".pyc":
                yield path.name if path == root else path.relative_to(root).as_posix(), path.read_bytes()
