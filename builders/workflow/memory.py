"""Parsed files that earlier runs leave for later ones under ``build/``: names and texts come in, what they hold goes out."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, field
from pathlib import Path

from builders.diagnostics.finding import Finding
from builders.reading.document import Document
from builders.reading.kinds import FileKind
from builders.reading.parsing import Parsed, parse
from builders.reading.validation import validate
from builders.storage.cache import write_atomically
from builders.workflow.versions import code_version


@dataclass
class _Memory:
    """What is known, by digest. Documents are remembered apart from files: an edit to a session's text leaves its front
    matter as it was, and JSON Schema takes longer to load than such a file to read.

    Each file is pickled by itself: after an edit one of them is pickled anew, and the others are kept as they are.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    documents: dict[str, tuple[Finding, ...]] = field(default_factory=dict)


class ParsedFiles:
    """Parsed files by the digest of their text; valid for one version of the code.

    The file is ours and lies in the ignored ``build/``: it is as trustworthy as the code beside it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = _load(path)
        self._used = _Memory()

    def parse(self, name: str, text: str, kind: FileKind, language: str) -> Parsed:
        """As ``builders.reading.parsing.parse``, remembered."""
        key = hashlib.sha256(f"{name}\0{language}\0{text}".encode()).hexdigest()
        known = self._known.files.get(key)
        found: Parsed
        if known is None:
            found = parse(name, text, kind, source_language=language, validate=self._validate)
            known = pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL)
        else:
            found = pickle.loads(known)  # noqa: S301 - written by us, see the class
        self._used.files[key] = known
        return found

    def _validate(self, document: Document, schema: str) -> tuple[Finding, ...]:
        key = hashlib.sha256(repr((schema, document)).encode()).hexdigest()
        found = self._known.documents.get(key)
        if found is None:
            found = validate(document, schema)
        self._used.documents[key] = found
        return found

    def save(self) -> None:
        """Keep what this run used. Documents stay as long as the file does: those of files read from memory were not used."""
        if self._used.files.keys() != self._known.files.keys():
            kept = _Memory(self._used.files, self._known.documents | self._used.documents)
            write_atomically(self.path, pickle.dumps((code_version(), kept), protocol=pickle.HIGHEST_PROTOCOL))


def _load(path: Path) -> _Memory:
    try:
        version, known = pickle.loads(path.read_bytes())  # noqa: S301 - written by us, see the class
    except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError):
        return _Memory()  # absent, cut off by a crash, or written by other code
    return known if version == code_version() and isinstance(known, _Memory) else _Memory()
