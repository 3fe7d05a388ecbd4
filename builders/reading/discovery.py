"""The files of a curriculum: a folder comes in, every file's bytes by name and findings go out, in sorted order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

FOLDER = "curriculum"
MOST_TEXT = 1 << 20
MOST_MEDIA = 20 << 20

PRESENTATIONS = (".pptx", ".potx", ".pptm", ".potm")
"""The endings of presentations, on one of which decks may be written."""

_MEDIA_ENDINGS = {".png", ".jpg", ".jpeg", ".svg", ".mp4", ".webm", ".mp3", ".m4a", ".vtt", ".pdf", *PRESENTATIONS}


@dataclass(frozen=True, slots=True)
class Files:
    """Texts and media by path relative to the root (``curriculum/…``)."""

    texts: dict[str, str]
    media: dict[str, bytes]
    findings: tuple[Finding, ...]

    def lines(self, file: str) -> list[str]:
        """The lines of a text, none for one that was not read."""
        return self.texts.get(file, "").splitlines()


def discover(root: Path) -> Files:
    """Read all files below ``root/curriculum``.

    Hidden files are passed over. A link that leads out of the curriculum, a file over the size limit and a text that is not
    UTF-8 are findings. Raises OSError where a file cannot be read at all.
    """
    top = root / FOLDER
    if not top.is_dir():
        return Files({}, {}, (Finding(Location(FOLDER), "F010", f"there is no folder `{FOLDER}`"),))
    texts: dict[str, str] = {}
    media: dict[str, bytes] = {}
    findings: list[Finding] = []
    for path in _walk(top):
        name = path.relative_to(root).as_posix()
        data = _read(path, name, top, findings)
        if data is None:
            continue
        if path.suffix.lower() in _MEDIA_ENDINGS or "/media/" in name:
            media[name] = data
        else:
            text = _decode(data, name, findings)
            if text is not None:
                texts[name] = text
    return Files(texts, media, tuple(findings))


def _walk(top: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in names if not name.startswith(".") and not name.endswith("~")]
    return sorted(found, key=lambda path: path.relative_to(top).as_posix())


def _read(path: Path, name: str, top: Path, findings: list[Finding]) -> bytes | None:
    if path.is_symlink() and not path.resolve().is_relative_to(top.resolve()):
        findings.append(Finding(Location(name), "F009", f"`{name}` is a link to a place outside the curriculum"))
        return None
    limit = MOST_MEDIA if path.suffix.lower() in _MEDIA_ENDINGS else MOST_TEXT
    size = path.stat().st_size
    if size > limit:
        findings.append(Finding(Location(name), "F005", f"`{name}` has {size:,} bytes; at most {limit:,} are read"))
        return None
    return path.read_bytes()


def _decode(data: bytes, name: str, findings: list[Finding]) -> str | None:
    try:
        # Editors on Windows write a byte order mark and CRLF; neither means anything here.
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        findings.append(Finding(Location(name, line, column), "F001", f"byte 0x{data[error.start]:02x} is not UTF-8"))
        return None
