"""Parsed files that earlier runs leave for later ones under ``build/``: names and texts come in, what they hold goes out."""

from __future__ import annotations

import hashlib
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
