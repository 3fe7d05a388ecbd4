"""What the last build left: an output folder and the key of its inputs come in; whether it is still just that goes out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from builders.storage.cache import write_atomically
from builders.workflow.versions import code_version


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
