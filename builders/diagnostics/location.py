"""Where something stands in the source: comes in with every value read, goes out with every finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    ``file`` is relative to the folder that holds ``curriculum/``, with ``/`` between its parts; ``line`` and
    ``column`` count from 1. Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __reduce__(self) -> tuple[type[Location], tuple[str, int, int]]:
        return Location, (self.file, self.line, self.column)  # much quicker to read back than a dataclass's own way
