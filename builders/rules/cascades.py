"""Which findings can be trusted: rule findings come in, those that cannot be mere consequences of other faults go out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.diagnostics.finding import Finding

_WITH_EVERY_FILE = ("R", "T", "O", "Q005", "Q006", "C001", "C002")
"""What a file that could not be read may have caused: it may hold the id, the minutes or the citation that is missed."""

_WITH_EVERY_VALUE = ("T", "O", "Q005")
"""What a value that was refused may have caused: figures and coverage."""

_WITHIN_A_PASSAGE = ("R010", "R012")
"""What depends on words and the media folder alone."""


def dependable(findings: Iterable[Finding], *, shape_errors: bool, unreadable: bool) -> tuple[Finding, ...]:
    """The findings of rules that hold whatever else is wrong.

    ``unreadable`` says that a file could not be read at all, ``shape_errors`` that some file has an error of its own. One
    mistake should give one finding: a colon too many in questions.yaml is not thirty unknown questions.
    """
    doubtful = _WITH_EVERY_FILE if unreadable else _WITH_EVERY_VALUE if shape_errors else ()
    return tuple(finding for finding in findings if finding.code in _WITHIN_A_PASSAGE or not finding.code.startswith(doubtful))
