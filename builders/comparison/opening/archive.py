"""The files of a package: the bytes of a zip or of a bare item bank come in, texts and digests by path go out.

Packages are not trusted: reading has limits, and nothing is written.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from builders.comparison.opening.failure import NotAPackageError

MOST_UNPACKED = 2 * 1024**3
MOST_TEXT = 16 * 1024**2
_MOST_TEXTS = 256 * 1024**2  # bytes of all texts together
_MOST_FILES = 20_000
_CHUNK = 1024**2
_TEXTS = (".html", ".xml", ".js")
_ZIP = b"PK\x03\x04"

# What zipfile raises on a zip that is cut off, tampered with or packed by a method that Python lacks.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Files:
    """``texts`` are the bytes of pages, manifests and scripts by path, ``digests`` the SHA-256 of every file. ``bare`` is the
    content of a file that is no zip, whose path is empty then; None for a zip."""

    texts: Mapping[str, bytes]
    digests: Mapping[str, str]
    bare: bytes | None = None


def unpack(data: bytes) -> Files:
    """Read a zip, or take a file as it is. Raises NotAPackageError for a zip that is damaged or over a limit."""
    if not data.startswith(_ZIP):
        if len(data) > MOST_TEXT:
            raise NotAPackageError("this is no zip")
        return Files({}, {"": hashlib.sha256(data).hexdigest()}, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _BROKEN as error:
        raise NotAPackageError(f"the zip is damaged: {error}") from error


def _read(archive: zipfile.ZipFile) -> Files:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _within_limits(entries)
    texts, digests = {}, {}
    for entry in entries:
        path = entry.filename
        hasher = hashlib.sha256()
        kept = bytearray()
        wanted = path.endswith(_TEXTS)
        # zipfile stops at the size that the entry states, on which the limits were judged.
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                hasher.update(chunk)
                if wanted:
                    kept += chunk
        digests[path] = hasher.hexdigest()
        if wanted:
            texts[path] = bytes(kept)
    return Files(texts, digests)


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_FILES:
        raise NotAPackageError(f"the zip has {len(entries)} files; {_MOST_FILES} are read at the most")
    size = sum(entry.file_size for entry in entries)
    if size > MOST_UNPACKED:
        raise NotAPackageError(f"the zip unpacks to {size} bytes; {MOST_UNPACKED} are read at the most")
    texts = [entry for entry in entries if entry.filename.endswith(_TEXTS)]
    largest = max(texts, key=lambda entry: entry.file_size, default=None)
    if largest and largest.file_size > MOST_TEXT:
        raise NotAPackageError(f"`{largest.filename}` has {largest.file_size} bytes; {MOST_TEXT} are read at the most")
    if sum(entry.file_size for entry in texts) > _MOST_TEXTS:
        raise NotAPackageError(f"the texts of the zip unpack to more than {_MOST_TEXTS} bytes")
