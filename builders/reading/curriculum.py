"""A whole curriculum: a folder comes in, every language edition and all findings about files go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from builders.diagnostics.code import Severity
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.reading.discovery import FOLDER, Files, discover
from builders.reading.document import Document, View
from builders.reading.kinds import FileKind, classify
from builders.reading.parsing import Parsed, parse
from builders.reading.sessions import SessionFile
from builders.reading.source_edition import SourceEdition
from builders.reading.stamps import Stamp
from builders.reading.translations import TranslatedEdition

Parse = Callable[[str, str, FileKind, str], Parsed]
"""Reads one file: name, text, kind, source language. Whoever caches passes one that remembers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. ``editions`` is by language, the source first, and empty where there is no programme to read.

    ``unreadable`` names the files that could not be read at all: what refers into them cannot be judged.
    """

    files: Files
    editions: dict[str, Curriculum]
    findings: tuple[Finding, ...]
    stamps: tuple[Stamp, ...] = ()
    unreadable: tuple[str, ...] = field(default=())

    @property
    def shape_errors(self) -> bool:
        """Whether figures may be wrong. A translation's faults change no figure: times and keys are the source's."""
        return any(finding.severity is Severity.ERROR and finding.code[0] != "L" for finding in self.findings)


def parse_uncached(name: str, text: str, kind: FileKind, language: str) -> Parsed:
    return parse(name, text, kind, source_language=language)


def read(root: Path, *, parse_file: Parse = parse_uncached) -> Reading:
    """Read ``root/curriculum``. Raises OSError where a file cannot be read; whatever is wrong in files is a finding."""
    files = discover(root)
    findings = list(files.findings)
    kinds = {name: kind for name in files.texts if (kind := classify(name)) is not None}
    findings += [
        Finding(Location(name), "F008", f"`{name}` is no file of a curriculum") for name in files.texts if name not in kinds
    ]
    programme = f"{FOLDER}/curriculum.yaml"
    if programme not in kinds:
        if not findings or findings[0].code != "F010":
            findings.append(Finding(Location(programme), "F007", "there is no curriculum.yaml"))
        return Reading(files, {}, tuple(sorted(findings)))

    languages = _languages(parse_file(programme, files.texts[programme], kinds[programme], "en"))
    parsed = {kind: parse_file(name, files.texts[name], kind, languages[0]) for name, kind in kinds.items()}
    for result in parsed.values():
        findings += result.findings
    findings += _misplaced(kinds, parsed, languages)

    source = SourceEdition(parsed, files.media, languages)
    editions = {languages[0]: source.build()}
    findings += source.findings
    stamps: list[Stamp] = []
    for language in languages[1:]:
        edition = TranslatedEdition(editions[languages[0]], language, parsed)
        editions[language] = edition.build()
        findings += edition.findings
        stamps += edition.stamps
    return Reading(files, editions, tuple(sorted(set(findings))), tuple(stamps), _unreadable(files, kinds, parsed, findings))


def _unreadable(
    files: Files, kinds: dict[str, FileKind], parsed: dict[FileKind, Parsed], findings: list[Finding]
) -> tuple[str, ...]:
    """Files that are not there, cannot be decoded or parsed, or hold no keys at all."""
    refused = {finding.at.file for finding in files.findings}
    missing = {finding.at.file for finding in findings if finding.code == "F007"}
    empty = {name for name, kind in kinds.items() if not _has_keys(parsed[kind].content)}
    return tuple(sorted(refused | missing | empty))


def _has_keys(content: Document | SessionFile | None) -> bool:
    document = content.front if isinstance(content, SessionFile) else content
    return document is not None and isinstance(document.data, dict)


def _languages(programme: Parsed) -> tuple[str, ...]:
    """The languages as far as they can be read; English where the file does not say."""
    found = View.of(programme.content).strings("languages") if isinstance(programme.content, Document) else ()
    return tuple(dict.fromkeys(found)) or ("en",)


def _misplaced(kinds: dict[str, FileKind], parsed: dict[FileKind, Parsed], languages: tuple[str, ...]) -> list[Finding]:
    """Translations into a language that has no edition, and translations of nothing."""
    found: list[Finding] = []
    for name, kind in kinds.items():
        source = replace(kind, language="")
        if kind.language and parsed[FileKind("curriculum")].content is None:
            continue  # which languages there are stands in a file that cannot be read
        if kind.language and kind.language not in languages[1:]:
            listed = ", ".join(languages)
            found.append(Finding(Location(name), "L007", f"`{kind.language}` is not among the languages: {listed}"))
        elif kind.language and source not in parsed:
            found.append(Finding(Location(name), "L004", "there is no source file that this translates"))
        if kind.module and kind.kind != "module" and FileKind("module", kind.module) not in parsed:
            found.append(Finding(Location(name), "F007", f"there is no module.yaml for module `{kind.module}`"))
    return found
