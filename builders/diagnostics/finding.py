"""What is wrong, where, and what to do: findings are values that reader and rules return and nobody raises."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from builders.diagnostics.codes import CODES, Code, Severity
from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault at one place. ``message`` names the item; ``fix`` is the remedy here, the code's own where empty."""

    at: Location
    code: str
    message: str
    fix: str = ""

    @property
    def entry(self) -> Code:
        return CODES[self.code]

    @property
    def severity(self) -> Severity:
        return self.entry.severity

    @property
    def remedy(self) -> str:
        return self.fix or self.entry.fix


def has_errors(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """``did you mean `slide`?`` where something known is close, the list of what is known otherwise."""
    from_close = _close(word, known)
    if from_close:
        return f"did you mean `{from_close}`?"
    return f"known are: {', '.join(known[:_LISTED])}{' …' if len(known) > _LISTED else ''}" if known else "none are known"


_LISTED = 12


def _close(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")
