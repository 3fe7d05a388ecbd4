"""An untrusted zip: bytes come in; its paths, the texts in it and findings about the zip itself (K001 to K005) go out."""

from __future__ import annotations

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builders.conformance.opening.xml import LARGEST
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

MOST_BYTES = 2 * 1024**3
"""The largest package, before unpacking as after it."""

_MOST_ENTRIES = 20_000
_SUSPICIOUS = 64 * 1024**2  # bytes, from which on the ratio counts
_MOST_RATIO = 100  # a text seldom reaches 20
_ALL_TEXTS = 256 * 1024**2
_CHUNK = 1024 * 1024
_TEXTS = (".xml", ".html", ".htm", ".xhtml", ".js", ".mjs", ".css")
_LOCAL_HEADER = b"PK\x03\x04"

# What zipfile and the decompressors raise on a zip that is cut off or was tampered with.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """``paths`` are those of its files in the archive's order. ``texts`` hold the bytes of XML, pages, scripts and styles."""

    paths: tuple[str, ...]
    texts: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def unpack(data: bytes, name: str) -> Archive:
    """Read a zip within limits. Nothing is written, and a zip over a limit is not decompressed at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
            return _read(archive, entries, name, packed=len(data))
    except _BROKEN as error:
        if data.startswith(_LOCAL_HEADER):
            return Archive((), {}, (Finding(Location(name), "K002", f"the zip is damaged: {_said(error)}"),))
        return Archive((), {}, (Finding(Location(name), "K001", "this is no zip"),))


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, *, packed: int) -> Archive:
    too_much = _too_much(entries, packed)
    if too_much:
        return Archive((), {}, (Finding(Location(name), "K003", too_much),))
    findings = [*_unsafe(entries, name), *_twice(entries, name)]
    texts: dict[str, bytes] = {}
    room = _ALL_TEXTS
    for entry in entries:
        keep = entry.filename.lower().endswith(_TEXTS) and entry.file_size <= min(LARGEST, room)
        try:
            content = _content(archive, entry, keep=keep)
        except _BROKEN as error:
            findings.append(Finding(Location(f"{name}!{entry.filename}"), "K002", f"the entry cannot be read: {_said(error)}"))
            continue
        if keep:
            texts.setdefault(entry.filename, content)
            room -= len(content)
    return Archive(tuple(entry.filename for entry in entries), texts, tuple(findings))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, keep: bool) -> bytes:
    """All bytes of a text, none of another file; either way its checksum is compared. zipfile stops at the size that the
    entry states, on which the limits were judged."""
    kept = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            if keep:
                kept += chunk
    return bytes(kept)


def _too_much(entries: list[zipfile.ZipInfo], packed: int) -> str:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES:
        return f"the zip has {len(entries)} files; {_MOST_ENTRIES} are read at the most"
    if size > MOST_BYTES:
        return f"the zip unpacks to {size} bytes; {MOST_BYTES} are read at the most"
    if size > _SUSPICIOUS and size > _MOST_RATIO * packed:
        return f"the zip grows to {size // packed} times its size when unpacked"
    return ""


def _unsafe(entries: list[zipfile.ZipInfo], name: str) -> Iterator[Finding]:
    for entry in entries:
        path = entry.orig_filename
        reason = _danger(path, link=stat.S_ISLNK(entry.external_attr >> 16))
        if reason:
            shown = path.replace("\0", "\\0")
            yield Finding(Location(name), "K004", f"the entry `{shown}` {reason}")


def _danger(path: str, *, link: bool) -> str:
    if link:
        return "is a link"
    if not path.strip("\0"):
        return "has no name"
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        return "has an absolute path"
    if "\\" in path or "\0" in path:
        return "has a backslash or a null in its path"
    return "has `..` in its path" if ".." in path.split("/") else ""


def _twice(entries: list[zipfile.ZipInfo], name: str) -> Iterator[Finding]:
    """Names that differ in capitals alone are one file on many servers."""
    by_folded: dict[str, Counter[str]] = {}
    for entry in entries:
        by_folded.setdefault(entry.filename.lower(), Counter())[entry.filename] += 1
    for spellings in by_folded.values():
        if spellings.total() > 1:
            said = " and ".join(f"`{path}`" for path in spellings)
            yield Finding(Location(name), "K005", f"{said} is in the zip {spellings.total()} times")


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
