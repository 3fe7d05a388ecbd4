"""An untrusted presentation as a zip: bytes come in, its parts by name go out. Nothing is written to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from builders.targets.slides.foreign.failure import SAVE_AGAIN, UnusableError

MOST_BYTES = 100 << 20
"""Of all parts together, unpacked."""

_MOST_PARTS = 5000
_SUSPICIOUS = 16 << 20  # bytes, from which on the ratio counts
_MOST_RATIO = 100
_COMPOUND = b"\xd0\xcf\x11\xe0"  # the older binary formats, and everything that is protected by a password
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, OverflowError, ValueError)


@dataclass(frozen=True, slots=True)
class Archive:
    """``sizes`` are the unpacked sizes of the parts by their names; capitals do not count in names (ECMA-376, part 2, 6.2.2.3)."""

    data: bytes = field(repr=False)
    sizes: dict[str, int]
    _spellings: dict[str, str]

    def spelled(self, name: str) -> str | None:
        """A part's name as the zip spells it, ``None`` where there is no such part."""
        return self._spellings.get(name.casefold())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnusableError."""
        with _open(self.data) as archive:
            return archive.read(name)


def opened(data: bytes) -> Archive:
    """Look into a presentation without unpacking it. Raises UnusableError for what is none, or would unpack to too much."""
    if data.startswith(_COMPOUND):
        raise UnusableError("it is protected by a password or saved as .ppt", "save it as .pptx without a password")
    with _open(data) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_PARTS or size > MOST_BYTES:
        raise UnusableError(f"it unpacks to {len(entries):,} parts of {size:,} bytes", "take out its slides and large pictures")
    if size > _SUSPICIOUS and size > _MOST_RATIO * len(data):
        raise UnusableError(f"it grows to {size // len(data)} times its size when it is unpacked", SAVE_AGAIN)
    spellings = {entry.filename.casefold(): entry.filename for entry in entries}
    if len(spellings) < len(entries):
        raise UnusableError("it holds two parts of one name", SAVE_AGAIN)
    return Archive(data, {entry.filename: entry.file_size for entry in entries}, spellings)


@contextmanager
def _open(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _BROKEN as error:
        if isinstance(error, UnusableError):
            raise
        known = data.startswith(b"PK")
        message = f"the file is damaged: {' '.join(str(error).split())[:120]}" if known else "it is no PowerPoint file"
        raise UnusableError(message, "copy it again, or save it as .pptx or .potx in PowerPoint") from error
