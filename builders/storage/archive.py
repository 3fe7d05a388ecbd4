"""Deterministic zip archives: names and bytes come in, the same bytes go out on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
_PERMISSIONS = 0o644 << 16
_UNIX = 3


def zipped(files: Iterable[tuple[str, bytes]], *, first: str = "") -> bytes:
    """A zip with its entries sorted by name, after the one named ``first``.

    Times, permissions and the creating system are fixed. Raises ValueError for two entries of one name.
    """
    entries = sorted(files, key=lambda entry: (entry[0] != first, entry[0]))
    names = [name for name, _ in entries]
    if len(set(names)) < len(names):
        raise ValueError(f"twice in one archive: {sorted({name for name in names if names.count(name) > 1})}")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PERMISSIONS
            archive.writestr(entry, data)
    return buffer.getvalue()
