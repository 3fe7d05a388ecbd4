"""Judging packages: paths of files come in; findings, what each file was recognised as, and lines to show go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builders.conformance import Judged, examine, printable
from builders.conformance.opening.archive import MOST_BYTES
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Validated:
    """``findings`` are sorted by place. ``standards`` has an entry for each file: its name and what it was recognised as, such as
    ``SCORM 1.2``, empty where nobody can tell."""

    findings: tuple[Finding, ...]
    standards: tuple[tuple[str, str], ...]
    texts: Mapping[str, str]

    def lines(self, file: str) -> list[str]:
        """The lines of a text in a package that has findings, by the name that findings use; none for another file."""
        return [printable(line.expandtabs()) for line in self.texts[file].split("\n")] if file in self.texts else []


def validate(paths: Iterable[Path]) -> Validated:
    """Judge packages of any origin. Findings call each file by its path as given. Raises OSError where one cannot be read."""
    findings: set[Finding] = set()
    standards: list[tuple[str, str]] = []
    texts: dict[str, str] = {}
    for path in paths:
        name = path.as_posix()
        judged = _judged(path, name)
        findings.update(judged.findings)
        standards.append((name, " and ".join(judged.standards)))
        for file in {finding.at.file for finding in judged.findings} & judged.texts.keys():
            texts[file] = judged.texts[file].decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return Validated(tuple(sorted(findings)), tuple(standards), texts)


def _judged(path: Path, name: str) -> Judged:
    size = path.stat().st_size
    if size > MOST_BYTES:
        too_large = Finding(Location(name), "K003", f"the file has {size} bytes; {MOST_BYTES} are read at the most")
        return Judged((too_large,), (), {})
    return examine(name, path.read_bytes())
