"""What earlier runs leave for later ones under ``build/``: parsed files, and the state of the last output."""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path

from builders.reading.curriculum import parse_uncached
from builders.reading.kinds import FileKind
from builders.reading.parsing import Parsed
from builders.storage.cache import write_atomically
from builders.workflow.versions import code_version


class ParsedFiles:
    """Parsed files by the digest of their text; valid for one version of the code.

    The file is ours and lies in the ignored ``build/``: it is as trustworthy as the code beside it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[str, Parsed] = _load(path)
        self._used: dict[str, Parsed] = {}

    def parse(self, name: str, text: str, kind: FileKind, language: str) -> Parsed:
        """As ``builders.reading.parsing.parse``, remembered."""
        key = hashlib.sha256(f"{name}\0{language}\0{text}".encode()).hexdigest()
        found = self._known.get(key) or parse_uncached(name, text, kind, language)
        self._used[key] = found
        return found

    def save(self) -> None:
        """Keep what this run used, and nothing else."""
        if self._used.keys() != self._known.keys():
            write_atomically(self.path, pickle.dumps((code_version(), self._used), protocol=pickle.HIGHEST_PROTOCOL))


def _load(path: Path) -> dict[str, Parsed]:
    try:
        version, known = pickle.loads(path.read_bytes())  # noqa: S301 - written by us, see the class
    except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError):
        return {}  # absent, cut off by a crash, or written by other code
    return dict(known) if version == code_version() else {}


class OutputState:
    """Remembers of an output folder the key it was built under and what its files looked like then."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def holds(self, output: Path, key: str) -> bool:
        """Whether the folder is still exactly what a build with this key left."""
        try:
            state = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(
            state.get("output") == str(output.resolve()) and state.get("key") == key and state.get("files") == _look(output)
        )

    def remember(self, output: Path, key: str) -> None:
        state = {"output": str(output.resolve()), "key": key, "files": _look(output)}
        write_atomically(self.path, json.dumps(state).encode())


def _look(folder: Path) -> dict[str, list[int]]:
    """Size and time of every file: cheap to compare, and an edited or deleted file shows."""
    seen = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        status = path.stat()
        if path.is_file():
            seen[path.relative_to(folder).as_posix()] = [status.st_size, status.st_mtime_ns]
    return seen


def input_key(texts: dict[str, str], media: dict[str, bytes], *settings: str) -> str:
    """64 hex digits over all that a build is made from."""
    hasher = hashlib.sha256(repr((code_version(), settings)).encode())
    for name in sorted({*texts, *media}):
        data = texts[name].encode() if name in texts else media[name]
        hasher.update(f"{name}\0{len(data)}\0".encode())
        hasher.update(data)
    return hasher.hexdigest()
