"""``build.json`` and ``SHA256SUMS``: entries and stored files come in, their text goes out, and the other way round."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builders import __version__
from builders.model.artefacts import Artefact, Entry, Kind
from builders.storage.cache import Stored
from builders.storage.output import MARKER

GENERATOR = "curriculum-as-code"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Built:
    """An artefact with its files; paths are relative to the output folder."""

    entry: Entry
    files: tuple[Stored, ...]

    def intact(self, folder: Path) -> bool:
        """Whether its files still lie in a folder, all of them, with the bytes that were built."""
        named = {file.path for file in self.files}
        return (
            bool(self.files)
            and named.issuperset(self.entry.artefact.sheets)
            and all(hashlib.sha256((folder / file.path).read_bytes()).hexdigest() == file.sha256 for file in self.files)
        )


def built(artefact: Artefact, files: tuple[Stored, ...]) -> Built:
    """Sum an artefact up. A file that bears its path stands for it, else all of them by the digest of their list."""
    for file in files:
        if file.path == artefact.path:
            return Built(Entry(artefact, file.size, file.sha256), files)
    listed = "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files))
    return Built(Entry(artefact, sum(file.size for file in files), hashlib.sha256(listed.encode()).hexdigest()), files)


def manifest(entries: Iterable[Entry], *, title: str, languages: tuple[str, ...], commit: str) -> bytes:
    """The machine's view of the output."""
    content = {
        "generator": GENERATOR,
        "version": __version__,
        "title": title,
        "languages": list(languages),
        "commit": commit,
        "artefacts": [_as_json(entry) for entry in sorted(entries)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _as_json(entry: Entry) -> dict[str, Any]:
    artefact = entry.artefact
    optional = {
        "course": artefact.course,
        "module": artefact.module,
        "session": artefact.session,
        "day": artefact.day,
        "version": artefact.version,
        "profile": artefact.profile,
        "granularity": artefact.granularity,
        "item": artefact.item,
        "subject": artefact.subject,
        "audience": artefact.audience,
        "dates": list(artefact.dates),
    }
    return {
        "path": artefact.path,
        "kind": artefact.kind.value,
        "language": artefact.language,
        **{key: value for key, value in optional.items() if value},
        "bytes": entry.bytes,
        "sha256": entry.sha256,
    }


def sums(files: Mapping[str, str]) -> bytes:
    """The digests of all files, as ``sha256sum --check`` takes them."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(files.items())).encode()


def read_former(folder: Path) -> tuple[Built, ...]:
    """What the output folder holds by its own account; nothing where it holds none or was changed since."""
    try:
        content = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        lines = [line.partition("  ") for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
        digests = {path: sha256 for sha256, _, path in lines}
        entries = [_entry(item) for item in content["artefacts"]]
    except (OSError, ValueError, KeyError, TypeError):  # an unreadable former build is no former build
        return ()
    return tuple(Built(entry, _files_of(entry, digests, folder)) for entry in entries)


def _entry(item: dict[str, Any]) -> Entry:
    names = ("course", "module", "session", "day", "version", "profile", "granularity", "item", "subject", "audience")
    known = {name: item[name] for name in names if name in item} | {"dates": tuple(item.get("dates", ()))}
    artefact = Artefact(Kind(item["kind"]), item["language"], item["path"], **known)
    return Entry(artefact, item["bytes"], item["sha256"])


def _files_of(entry: Entry, digests: dict[str, str], folder: Path) -> tuple[Stored, ...]:
    path = entry.artefact.path
    own = (path, *entry.artefact.sheets)
    return tuple(
        Stored(name, sha256, (folder / name).stat().st_size)
        for name, sha256 in digests.items()
        if (name in own or name.startswith(f"{path}/")) and (folder / name).is_file()
    )
