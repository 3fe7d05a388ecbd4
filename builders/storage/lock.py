"""One build at a time: a path comes in, a lock that the operating system releases even after a kill goes out."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class LockedError(Exception):
    """Another process holds the lock."""


if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_PAUSE = 0.05


@contextmanager
def locked(path: Path, *, patience: float = 2.0) -> Iterator[None]:
    """Hold the lock for a block. Raises LockedError where another process still holds it after ``patience`` seconds: one
    that was killed takes a moment to be gone with its children."""
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + patience
    with path.open("ab") as file:
        while True:
            try:
                _acquire(file)
                break
            except OSError as error:
                if time.monotonic() >= until:
                    raise LockedError(str(path)) from error
                time.sleep(_PAUSE)
        yield  # closing the file releases the lock
