"""One file at a time: its name and text come in, what it holds and its findings go out. Nothing here knows another file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builders.diagnostics.finding import Finding
from builders.reading.document import Document
from builders.reading.kinds import FileKind
from builders.reading.sessions import SessionFile, parse_session
from builders.reading.validation import validate
from builders.reading.yaml_events import parse_yaml


@dataclass(frozen=True, slots=True)
class Parsed:
    """``content`` is ``None`` for a file that cannot be read at all."""

    content: Document | SessionFile | None
    findings: tuple[Finding, ...]


Validate = Callable[[Document, str], tuple[Finding, ...]]
"""Holds a document against the schema of a name. Whoever caches passes one that remembers."""


def parse(name: str, text: str, kind: FileKind, *, source_language: str, validate: Validate = validate) -> Parsed:
    """Read one file and hold it against its schema."""
    schema = "translation" if kind.language else kind.kind
    if kind.kind == "session":
        session, findings = parse_session(
            text, name, module=kind.module, language=kind.language or source_language, source=not kind.language
        )
        front = validate(session.front, schema) if session else ()
        return Parsed(session, (*findings, *front))
    document, findings = parse_yaml(text, name)
    return Parsed(document, (*findings, *validate(document, schema)) if document else findings)
