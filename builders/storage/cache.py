"""The build cache: a key comes in, the files made under it go out, as long as their bytes are still what they were.

Bytes lie in ``blobs`` under their SHA-256, lists of files in ``entries`` under the key of what they were made from. Every
blob is checked when it is read: a damaged cache costs a rebuild and never a wrong byte.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """A file in the cache: its path in the artefact, 64 hex digits of SHA-256, size in bytes."""

    path: str
    sha256: str
    size: int


class Cache:
    """A cache in a folder of its own; the folder may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> tuple[Stored, ...] | None:
        """What was stored under a key, ``None`` where nothing was or a blob is gone."""
        entry = self._entry(key)
        try:
            stored = tuple(Stored(*item) for item in json.loads(entry.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError, TypeError):  # an entry cut off by a crash is as good as none
            return None
        if not all(self._blob(item.sha256).exists() for item in stored):
            return None
        os.utime(entry)  # marks it as used, for `prune`
        return stored

    def put(self, key: str, files: Iterable[tuple[str, bytes]]) -> tuple[Stored, ...]:
        """Store files under a key. Blobs come first, so that an entry never names a blob that is not there."""
        stored = []
        for path, data in sorted(files):
            sha256 = hashlib.sha256(data).hexdigest()
            blob = self._blob(sha256)
            if not blob.exists():
                write_atomically(blob, data)
            stored.append(Stored(path, sha256, len(data)))
        write_atomically(self._entry(key), json.dumps([[item.path, item.sha256, item.size] for item in stored]).encode())
        return tuple(stored)

    def read(self, stored: Stored) -> bytes | None:
        """A file's bytes, ``None`` where they are gone or no longer what they were."""
        blob = self._blob(stored.sha256)
        try:
            data = blob.read_bytes()
        except FileNotFoundError:
            return None
        if hashlib.sha256(data).hexdigest() == stored.sha256:
            return data
        blob.unlink()
        return None

    def verify(self) -> None:
        """Remove every blob whose bytes are no longer what they were; what needs them is made again."""
        for blob in self.folder.glob("blobs/*/*"):
            if hashlib.sha256(blob.read_bytes()).hexdigest() != blob.name:
                blob.unlink()

    def prune(self, *, most_entries: int) -> None:
        """Forget the entries used longest ago beyond a number, and the blobs that no entry names."""
        entries = sorted(self.folder.glob("entries/*/*"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
        if len(entries) <= most_entries:
            return
        for entry in entries[most_entries:]:
            entry.unlink()
        named = {item.sha256 for entry in entries[:most_entries] for item in self.get(entry.name) or ()}
        for blob in self.folder.glob("blobs/*/*"):
            if blob.name not in named:
                blob.unlink()

    def clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _entry(self, key: str) -> Path:
        return self.folder / "entries" / key[:2] / key

    def _blob(self, sha256: str) -> Path:
        return self.folder / "blobs" / sha256[:2] / sha256


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also when several processes write it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
