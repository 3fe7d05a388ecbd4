"""Judging a curriculum: a folder comes in, the reading with all findings of reader and rules goes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builders.diagnostics.finding import Finding, has_errors
from builders.reading.curriculum import Reading, read
from builders.rules import dependable, judge
from builders.targets.slides.checking import findings as slide_findings
from builders.workflow.memory import ParsedFiles
from builders.workflow.plan import plan
from builders.workflow.room import without_room
from builders.workflow.theme import looks


@dataclass(frozen=True, slots=True)
class Judged:
    """``findings`` are sorted by place."""

    reading: Reading
    findings: tuple[Finding, ...]


def check(root: Path, *, memory: Path) -> Judged:
    """Read and judge. ``memory`` is the folder in which parsed files are remembered."""
    parsed = ParsedFiles(memory / "parsed.pickle")
    reading = read(root, parse_file=parsed.parse)
    parsed.save()
    judged = judge(reading.editions) if reading.editions else ()
    own = dependable(judged, shape_errors=reading.shape_errors, unreadable=bool(reading.unreadable))
    findings = {*reading.findings, *own}
    if reading.editions and not has_errors(tuple(findings)):
        source = next(iter(reading.editions.values()))
        findings |= {*without_room(source, plan(reading.editions, source.lms)), *looks(source)}
        if not has_errors(tuple(findings)):  # slides are laid out on the template, so it must be one
            findings |= {finding for edition in reading.editions.values() for finding in slide_findings(edition)}
    return Judged(reading, tuple(sorted(findings)))
