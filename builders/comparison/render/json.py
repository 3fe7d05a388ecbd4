"""Comparisons for a machine: one object with the gravest verdict and every comparison."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from builders.comparison.change import Change, Comparison, Side, gravest


def render_json(comparisons: Sequence[Comparison]) -> str:
    """The names of keys and values are part of the interface."""
    overall = gravest(comparison.verdict for comparison in comparisons)
    content = {"verdict": overall.value, "comparisons": [_comparison(comparison) for comparison in comparisons]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "identical": comparison.identical,
        "verdict": comparison.verdict.value,
        "lost": list(comparison.lost),
        "version": {
            "needed": comparison.advice.needed or None,
            "enough": comparison.advice.enough,
            "why": comparison.advice.why,
        },
        "changes": [_change(change) for change in comparison.changes],
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "name": side.name,
        "standard": str(side.standard),
        "id": side.id,
        "version": side.version or None,
        "languages": list(side.languages),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "topic": change.topic.value,
        "id": change.id,
        "unit": change.unit,
        "what": change.what,
        "meaning": change.meaning,
        "weight": change.weight.value,
        "verdict": change.verdict.value,
        "languages": [language for language in change.languages if language],
    }
