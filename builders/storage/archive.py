"""Deterministic zip archives: names and bytes come in, the same bytes go out on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
_PERMISSIONS = 0o644 << 16
_UNIX = 3


def zipped(
    files: Iterable[tuple[str, bytes]], *, first: str = "", stored: tuple[str, ...] = (), level: int = 9, comment: bytes = b""
) -> bytes:
    """A zip with its entries sorted by name, after the one named ``first``.

    Names that end in one of ``stored`` are not compressed: they are already. ``level`` is that of the others, from 1, quick,
    to 9, small. ``comment`` (at most 65,535 bytes) stands at the end. Times, permissions and the creating system are fixed.
    Raises ValueError for two entries of one name.
    """
    entries = sorted(files, key=lambda entry: (entry[0] != first, entry[0]))
    names = [name for name, _ in entries]
    if len(set(names)) < len(names):
        raise ValueError(f"twice in one archive: {sorted({name for name in names if names.count(name) > 1})}")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _PERMISSIONS
            packed = zipfile.ZIP_STORED if name.endswith(stored) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compress_type=packed, compresslevel=level)
        archive.comment = comment
    return buffer.getvalue()


def comment_of(path: Path) -> bytes:
    """The comment of a zip on disk; empty where it has none or is no zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment
    except (OSError, zipfile.BadZipFile):
        return b""
