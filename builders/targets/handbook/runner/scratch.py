"""The scratch folder: Markdown and pictures are laid out in it for MkDocs, and what MkDocs wrote is read back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from builders.model import places


class Scratch:
    """``docs`` is MkDocs' input, ``site`` its output, ``compiled`` its templates as Python code, ``record`` written last."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        self.site = folder / "site"
        self.compiled = folder / "templates"
        self.record = folder / "record.json"
        for path in (self.docs, self.site, self.compiled):
            path.mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Begin anew. Compiled templates go too: they may be what is damaged."""
        for path in (self.docs, self.site, self.compiled):
            shutil.rmtree(path)
            path.mkdir()

    def lay_out(self, files: Mapping[str, bytes]) -> None:
        """Write files into ``docs``, and forget what MkDocs made of them before, so that it makes them again."""
        for name, data in files.items():
            path = self.docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            (self.site / places.html(name) if name.endswith(".md") else self.site / name).unlink(missing_ok=True)

    def laid_out(self) -> frozenset[str]:
        """The names of all files in ``docs``."""
        return frozenset(name for name, _ in _walk(self.docs))

    def written(self) -> dict[str, bytes]:
        """Everything that MkDocs wrote, by name, sorted."""
        return {name: path.read_bytes() for name, path in _walk(self.site)}


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    found = (Path(top, name) for top, _, names in os.walk(folder) for name in names)
    return ((path.relative_to(folder).as_posix(), path) for path in sorted(found))
