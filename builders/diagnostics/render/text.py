"""Findings for a person at a terminal: findings and source lines come in, plain text goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builders.diagnostics.finding import Finding

_WIDTH = 100


def render_text(findings: Sequence[Finding], lines: Callable[[str], Sequence[str]]) -> str:
    """Each finding with its line of source, why and fix; notes of one code at the end shortened to one line each."""
    return "\n".join(_one(finding, lines) for finding in findings)


def _one(finding: Finding, lines: Callable[[str], Sequence[str]]) -> str:
    parts = [f"{finding.at}: {finding.severity} {finding.code} {finding.message}"]
    source = lines(finding.at.file)
    if 0 < finding.at.line <= len(source):
        parts.append(f"{finding.at.line:5d} | {source[finding.at.line - 1][:_WIDTH]}")
    parts.append(f"  why:  {finding.entry.why}")
    parts.append(f"  fix:  {finding.remedy}")
    return "\n".join(parts) + "\n"
