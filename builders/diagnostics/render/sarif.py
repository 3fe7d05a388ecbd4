"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from builders.diagnostics.code import Severity
from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import Finding

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(findings: Sequence[Finding]) -> str:
    used = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].title},
            "help": {"text": f"{CODES[code].why}. {CODES[code].fix}."},
        }
        for code in used
    ]
    run = {
        "tool": {"driver": {"name": "curriculum", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": finding.at.file}}
    if finding.at.line:
        place["region"] = {"startLine": finding.at.line, "startColumn": max(finding.at.column, 1)}
    return {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message} Fix: {finding.remedy}"},
        "locations": [{"physicalLocation": place}],
    }
