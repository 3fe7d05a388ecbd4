"""The output folder: files come in one by one, and the folder changes from the former build to the new one in one step.

Files go to a staging folder beside the output, which takes the output's place when all are written. On Linux the two are
exchanged by one system call; elsewhere there are two renames, and the next build mends what a kill between them left.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path, PurePosixPath

MARKER = "build.json"
"""The file by which an output folder is known as one of ours."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotOursError(Exception):
    """The folder holds something that no build made."""


class UnsafePathError(ValueError):
    """A path that would leave the output folder: a fault of ours, never the author's."""


class Output:
    """An output folder under construction. Used by one process at a time; its threads may write side by side."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staging = folder.with_name(f".{folder.name}.staging")
        self.former = folder.with_name(f".{folder.name}.former")

    def open(self) -> None:
        """Mend what a killed build left and begin with an empty staging folder.

        Raises NotOursError where the folder exists, is not empty and was not made by a build.
        """
        if self.former.exists() and not self.folder.exists():
            self.former.rename(self.folder)
        if self.folder.exists() and not is_ours(self.folder):
            raise NotOursError(str(self.folder))
        self.discard()
        self.staging.mkdir(parents=True)

    def write(self, path: str, data: bytes) -> None:
        """Write one file. Raises UnsafePathError for a path that leads out, FileExistsError for one written twice."""
        parts = PurePosixPath(path).parts
        if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path or ":" in parts[0]:
            raise UnsafePathError(path)
        target = self.staging.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)

    def swap(self) -> None:
        """Put the staging folder in the output's place."""
        if not self.folder.exists():
            self.staging.rename(self.folder)
        elif not _exchange(self.staging, self.folder):
            self.folder.rename(self.former)
            self.staging.rename(self.folder)
        self.discard()

    def discard(self) -> None:
        """Remove what is neither the output nor needed to restore it."""
        for leftover in (self.staging, self.former):
            shutil.rmtree(leftover, ignore_errors=True)


def is_ours(folder: Path) -> bool:
    """Whether a folder was made by a build, or is an empty one."""
    return folder.is_dir() and ((folder / MARKER).is_file() or next(folder.iterdir(), None) is None)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; false where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0
