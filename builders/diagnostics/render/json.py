"""Findings for a machine, as a JSON list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from builders.diagnostics.finding import Finding


def render_json(findings: Sequence[Finding]) -> str:
    return json.dumps(
        [
            {
                "file": finding.at.file,
                "line": finding.at.line,
                "column": finding.at.column,
                "severity": finding.severity.value,
                "code": finding.code,
                "message": finding.message,
                "why": finding.entry.why,
                "fix": finding.remedy,
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )
