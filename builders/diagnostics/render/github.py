"""Findings as GitHub workflow commands, which mark the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from builders.diagnostics.code import Severity
from builders.diagnostics.finding import Finding

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(findings: Sequence[Finding]) -> str:
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    place = f"file={finding.at.file},line={max(finding.at.line, 1)},col={max(finding.at.column, 1)}"
    text = f"{finding.message} (fix: {finding.remedy})".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_LEVEL[finding.severity]} {place},title={finding.code}::{text}"
