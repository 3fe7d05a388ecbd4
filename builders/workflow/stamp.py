"""``curriculum stamp``: translation files come in; their digests are brought up to date where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builders.reading.curriculum import read
from builders.reading.stamping import stamped
from builders.storage.cache import write_atomically
from builders.workflow.request import UsageError


def stamp(root: Path, files: tuple[Path, ...]) -> Iterator[tuple[str, int]]:
    """Each file's name and how many digests were written. Raises UsageError for a file outside the curriculum."""
    reading = read(root)
    for path in files:
        try:
            name = path.resolve().relative_to(root.resolve()).as_posix()
        except ValueError as error:
            raise UsageError(f"{path} lies outside {root}") from error
        if name not in reading.files.texts:
            raise UsageError(f"{name} is no text of the curriculum")
        stamps = [stamp for stamp in reading.stamps if stamp.at.file == name]
        if stamps:
            write_atomically(path, stamped(reading.files.texts[name], stamps).encode())
        yield name, len(stamps)
